package io.aludel.dialect.postgresql;

import io.aludel.dialect.TypeCodecs;
import java.time.temporal.ChronoUnit;

/** How values travel to PostgreSQL, which keeps microseconds and no offsets. */
final class PostgresqlCodecs extends TypeCodecs {
  PostgresqlCodecs() {
    super("postgresql", ChronoUnit.MICROS);
  }
}
