package io.aludel.orm.property;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Lies in maps of several kinds. */
@Entity(table = "p_thing")
class Thing {
  @Id
  @Nullable Integer id;

  @Nullable String label;

  @Nullable Integer size;

  @Relationship(backPopulates = "byLabel")
  @JoinColumn("box_id")
  @Nullable Box box;

  @Relationship(backPopulates = "byBoth")
  @JoinColumn("bag_id")
  @Nullable Box bag;

  @Relationship(backPopulates = "byFunction")
  @JoinColumn("sack_id")
  @Nullable Box sack;

  @Relationship(backPopulates = "ignoring")
  @JoinColumn("tray_id")
  @Nullable Box tray;

  Thing() {}

  Thing(String label, int size) {
    this.label = label;
    this.size = size;
  }
}
