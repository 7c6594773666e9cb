package io.aludel.orm.property;

import static io.aludel.schema.Schema.column;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Mutable;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** Holds a value of its own class that reports its changes. */
@Entity(table = "p_counter")
class Counter {
  @Id
  @Nullable Integer id;

  @Mutable
  @Nullable Tally tally;

  @Mapping
  static void mapping(EntityMapping<Counter> m) {
    m.column("tally", column("tally", new TallyType()).nullable());
  }
}
