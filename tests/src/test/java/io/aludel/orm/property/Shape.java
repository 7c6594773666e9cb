package io.aludel.orm.property;

import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Inheritance;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** The top of joined tables, with attributes of every kind. */
@Entity(table = "p_shape")
@Inheritance(InheritanceStrategy.JOINED)
@Discriminator(column = "kind", value = "shape")
class Shape {
  @Id
  @Nullable Integer id;

  String name = "";

  @Synonym("name")
  @Nullable String title;

  @Composite
  @Nullable Point origin;

  @Deferred
  @Nullable String note;

  @Nullable String loud;

  @Mapping
  static void mapping(EntityMapping<Shape> m) {
    m.columnProperty("loud", Shape_.name.upper());
  }
}
