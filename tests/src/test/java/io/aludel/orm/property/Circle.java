package io.aludel.orm.property;

import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.DiscriminatorValue;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** Has a table of its own, with attributes of every kind. */
@Entity(table = "p_circle")
@DiscriminatorValue("circle")
class Circle extends Shape {
  int radius;

  @Synonym("radius")
  int reach;

  @Composite
  @Nullable Point rim;

  @Deferred
  @Nullable String remark;

  @Nullable Integer width;

  Circle() {}

  Circle(String name, int radius) {
    this.name = name;
    this.radius = radius;
  }

  @Mapping
  static void circles(EntityMapping<Circle> m) {
    m.columnProperty("width", Circle_.radius.plus(Circle_.radius));
  }
}
