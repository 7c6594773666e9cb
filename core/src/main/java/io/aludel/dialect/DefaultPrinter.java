package io.aludel.dialect;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ElementPrinter;

/** Shows statements and expressions to people, in standard SQL. */
public final class DefaultPrinter implements ElementPrinter {
  private final StandardDialect dialect = new GenericDialect();

  /** For the service loader. */
  public DefaultPrinter() {}

  @Override
  public String print(Element element) {
    try {
      return dialect.print(element);
    } catch (RuntimeException incomplete) { // text for people must never fail
      return element.getClass().getSimpleName();
    }
  }
}
