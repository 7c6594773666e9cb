package io.aludel.orm.property;

import io.aludel.orm.mapping.MutableValue;

/** A number that counts up by itself. */
final class Tally extends MutableValue {
  private int count;

  Tally(int count) {
    this.count = count;
  }

  int count() {
    return count;
  }

  void up() {
    count++;
    changed();
  }

  void look() {
    changed();
  }
}
