package io.aludel.orm.event;

import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import org.jspecify.annotations.Nullable;

/** Has constructors that do more than they should, and fail at every point. */
@Entity(table = "ev_crate")
@Inheritance(InheritanceStrategy.SINGLE_TABLE)
@Discriminator(column = "kind", value = "crate")
class Crate {
  @Id
  @Nullable Integer id;

  String label = "none";

  int weight = 3;

  Crate() {}

  Crate(String label) {
    this(label, Integer.parseInt(label.substring(0, 1)));
    if (label.endsWith("late")) {
      throw new IllegalStateException("late");
    }
  }

  Crate(String label, int times) {
    super();
    long sum = 0;
    for (int i = 0; i < times; i++) {
      String part = label + i;
      try {
        sum += Long.parseLong(part);
      } catch (NumberFormatException unreadable) {
        double half = times / 2.0;
        sum += (long) half;
      }
    }
    this.label = label;
    this.weight = (int) sum;
    if (label.endsWith("bad")) {
      throw new IllegalArgumentException("bad");
    }
  }

  /** Fails below its super class. */
  @Entity
  @DiscriminatorValue("box")
  static class Box extends Crate {
    int sides = 6;

    protected Box() {}

    Box(String label, int sides) {
      super(label);
      this.sides = 60 / sides;
    }
  }
}
