package io.aludel.dialect.postgresql;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How values travel to PostgreSQL, which keeps microseconds and no offsets. The driver makes infinity of
 * the first and the last value of java.time, and of any date that comes before those of the database.
 */
final class PostgresqlCodecs extends TypeCodecs {
  PostgresqlCodecs() {
    super(
        "postgresql",
        new TimeLimits(
            "postgresql",
            ChronoUnit.MICROS,
            -4712,
            294_275,
            Set.of(
                LocalDate.MIN,
                LocalDate.MAX,
                LocalDateTime.MIN,
                LocalDateTime.MAX,
                OffsetDateTime.MIN,
                OffsetDateTime.MAX)));
  }
}
