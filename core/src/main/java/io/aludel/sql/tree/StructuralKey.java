package io.aludel.sql.tree;

import java.util.Arrays;

/**
 * The shape of a statement without its values: equal for two statements exactly if they compile to the
 * same SQL with the same binders in every dialect. A path into JSON belongs to the shape, since some
 * dialects spell it where others bind it. Immutable.
 */
public final class StructuralKey {
  private final Object[] elements;
  private final int hash;

  StructuralKey(Object[] elements, int hash) {
    this.elements = elements;
    this.hash = hash;
  }

  @Override
  public boolean equals(Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof StructuralKey that)
        || hash != that.hash
        || elements.length != that.elements.length) {
      return false;
    }
    for (int i = 0; i < elements.length; i++) {
      if (elements[i] != that.elements[i] && !elements[i].equals(that.elements[i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return "StructuralKey" + Arrays.toString(elements);
  }
}
