package io.aludel.sql.tree;

import java.util.ServiceLoader;

/** Turns a part of a statement into text for people; found as a service, because it needs a dialect. */
public interface ElementPrinter {
  /** The printer of this run time. */
  ElementPrinter INSTANCE = ServiceLoader.load(
          ElementPrinter.class, ElementPrinter.class.getClassLoader())
      .findFirst()
      .orElse(element -> element.getClass().getSimpleName());

  /**
   * The SQL of an element as near as it can be told, whatever is still unresolved.
   *
   * @param element the element
   * @return its text; never fails
   */
  String print(Element element);
}
