package io.aludel.orm;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.withoutReturning;
import static io.aludel.types.SqlTypes.INTEGER;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Version;
import io.aludel.orm.mapping.EntityMapping;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gets values from its client, its database and its version when a row is made. */
@Entity(table = "parcels")
class Parcel {
  static final AtomicInteger NUMBERS = new AtomicInteger();

  @Id
  @Nullable Integer id;

  @Column(length = 20)
  String text = "never run";

  @Nullable Integer number;

  @Column(length = 20, serverDefault = "'new'")
  @Nullable String state;

  @Column(name = "kilos")
  @Nullable Integer weight;

  @Composite
  @Nullable Size size;

  @Version
  int version;

  /** How large it is. */
  record Size(int width, int height) {}

  /** A table that may not be asked what it made of a row. */
  @Entity(table = "quiet_parcels")
  static class Quiet {
    @Id
    @Nullable Integer id;

    @Column(length = 20)
    String text = "";

    @Mapping
    static void mapping(EntityMapping<Quiet> m) {
      m.table(withoutReturning());
    }
  }

  @Mapping
  static void mapping(EntityMapping<Parcel> m) {
    m.column("number", column("number", INTEGER).defaultFrom(NUMBERS::incrementAndGet));
  }

  @Override
  public String toString() {
    return text + " " + number + " " + state + " " + weight + " " + version;
  }
}
