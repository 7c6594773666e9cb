package io.aludel.sql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Ways through the parts of an element. What is walked is what was written: references are not resolved,
 * and the source of an alias is a part of the alias.
 */
public final class Traversal {
  private Traversal() {}

  /**
   * Hands an element and everything below it to {@code action}, each before its parts.
   *
   * @param root the element to begin with
   * @param action takes the elements
   */
  public static void forEach(Element root, Consumer<? super Element> action) {
    action.accept(root);
    root.forEachPart(part -> forEach(part, action));
  }

  /**
   * All elements of a kind at and below an element.
   *
   * @param root the element to begin with
   * @param kind the kind
   * @param <E> the kind
   * @return those found, each before its parts; an element used twice is there twice
   */
  public static <E> List<E> find(Element root, Class<E> kind) {
    List<E> found = new ArrayList<>();
    forEach(root, element -> {
      if (kind.isInstance(element)) {
        found.add(kind.cast(element));
      }
    });
    return found;
  }

  /**
   * Whether two elements have the same structure: they give the same SQL and binders, with whatever
   * values and whichever alias objects.
   *
   * @param one an element
   * @param other another
   * @return true if their structural keys are equal
   */
  public static boolean sameStructure(Element one, Element other) {
    return key(one).equals(key(other));
  }

  private static StructuralKey key(Element element) {
    KeyBuilder keys = new KeyBuilder();
    element.key(keys);
    return keys.build().key();
  }
}
