package io.aludel.orm.internal.collection;

/** The check of a position between members, which has no form in the JDK. */
final class MoreBounds {
  private MoreBounds() {}

  static void requirePosition(int index, int size) {
    if (index < 0 || index > size) {
      throw new IndexOutOfBoundsException("Index: " + index + ", Size: " + size);
    }
  }
}
