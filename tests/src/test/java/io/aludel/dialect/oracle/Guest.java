package io.aludel.dialect.oracle;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Somebody with a key that the database makes. */
@Entity(table = "guest")
class Guest {
  @Id
  @Nullable Integer id;

  @Column(length = 20)
  @Nullable String name;

  boolean here;

  Guest() {}

  Guest(String name) {
    this.name = name;
  }
}
