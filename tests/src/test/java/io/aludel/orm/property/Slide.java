package io.aludel.orm.property;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Positions;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has lists whose members know their places. */
@Entity(table = "p_slide")
class Slide {
  @Id
  @Nullable Integer id;

  @Relationship(
      backPopulates = "slide",
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  @Positions(value = "position", first = 1)
  List<Bullet> bullets = new ArrayList<>();

  @Relationship(backPopulates = "again")
  @Positions(value = "other", reorderOnAppend = true)
  List<Bullet> strict = new ArrayList<>();

  @Relationship(backPopulates = "lettered")
  List<Bullet> letters = new ArrayList<>();

  @Mapping
  static void mapping(EntityMapping<Slide> m) {
    m.relationship(Slide_.letters)
        .positions(Bullet_.letter, place -> String.valueOf((char) ('a' + place)));
  }
}
