package io.aludel.dialect;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Query;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The members of an IN list reach each database, as one array where it takes arrays. */
@ForEachDatabase
@Parity("ORM-SQL-12")
class ListBindingTest {
  private enum Mood {
    CALM,
    WILD {
      @Override
      public String toString() {
        return "quite wild";
      }
    },
    SAD
  }

  /** Stores three values and asks for the last two, and for none. */
  private static <T> void find(PlainDatabase plain, SqlType<T> type, T first, T second, T third)
      throws SQLException {
    plain.run("DROP TABLE IF EXISTS t");
    plain.createTable("t", type);
    plain.insert("t", 1, type, first);
    plain.insert("t", 2, type, second);
    plain.insert("t", 3, type, third);
    plain.insert("t", 4, type, null);
    Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    Column<T> v = column("v", type);
    Table.of("t", new MetaData(), id, v);
    assertThat(ids(plain, select(id).where(v.in(List.of(second, third))).orderBy(id)))
        .as("%s", type)
        .containsExactly(2, 3);
    assertThat(ids(plain, select(id).where(v.in(List.of(first, second, third))).orderBy(id)))
        .containsExactly(1, 2, 3);
    assertThat(ids(plain, select(id).where(v.notIn(List.of(second))).orderBy(id)))
        .containsExactly(1, 3);
    assertThat(ids(plain, select(id).where(v.in(List.of())))).isEmpty();
  }

  private static List<Integer> ids(PlainDatabase plain, Query<Integer> query) throws SQLException {
    CompiledStatement compiled = plain.dialect.compile(query.statementNode(), CompileOptions.NONE);
    @Nullable Object[] values = query.statementNode().keyed().values();
    List<Integer> ids = new ArrayList<>();
    try (PreparedStatement statement = plain.connection.prepareStatement(compiled.sql(values))) {
      compiled.bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add((Integer) compiled.columns().get(0).reader().read(rows, 1));
        }
      }
    }
    return ids;
  }

  @Test
  void in_numbers_findsThem(TestDatabase database) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      find(plain, SqlTypes.TINYINT, (byte) 1, Byte.MIN_VALUE, Byte.MAX_VALUE);
      find(plain, SqlTypes.SMALLINT, (short) 1, Short.MIN_VALUE, Short.MAX_VALUE);
      find(plain, SqlTypes.INTEGER, 1, Integer.MIN_VALUE, Integer.MAX_VALUE);
      find(plain, SqlTypes.BIGINT, 1L, Long.MIN_VALUE, Long.MAX_VALUE);
      find(plain, SqlTypes.DOUBLE, 1d, 0.1, -1e300);
      find(
          plain,
          SqlTypes.NUMERIC(12, 2),
          BigDecimal.ONE,
          new BigDecimal("0.10"),
          new BigDecimal("-9999999.99"));
    }
  }

  @Test
  void in_textsAndIdentifiers_findsThem(TestDatabase database) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      find(plain, SqlTypes.STRING(30), "a", "{b,\"c\"}", "d\\'e");
      find(plain, SqlTypes.ENUM(Mood.class), Mood.CALM, Mood.WILD, Mood.SAD);
      find(plain, SqlTypes.UUID, new UUID(0, 0), new UUID(-1, -1), UUID.randomUUID());
      find(plain, SqlTypes.BINARY(10), new byte[] {1}, new byte[] {0, -1}, new byte[] {});
    }
  }

  @Test
  void in_datesAndTimes_findsThem(TestDatabase database) throws SQLException {
    LocalDateTime time = LocalDateTime.of(2024, 2, 29, 13, 5, 0, 250_000_000);
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      find(
          plain,
          SqlTypes.DATE,
          LocalDate.of(1, 1, 1),
          LocalDate.of(9999, 12, 31),
          LocalDate.of(2024, 2, 29));
      find(plain, SqlTypes.TIME, LocalTime.MIDNIGHT, LocalTime.of(13, 5), LocalTime.of(23, 59, 59));
      find(plain, SqlTypes.TIMESTAMP, time, time.plusDays(1), time.plusNanos(1000));
      find(
          plain,
          SqlTypes.INSTANT,
          Instant.EPOCH,
          Instant.EPOCH.minusSeconds(1),
          Instant.EPOCH.plusSeconds(1));
      find(
          plain,
          SqlTypes.TIMESTAMP_WITH_TIME_ZONE,
          OffsetDateTime.parse("2024-02-29T13:05:00Z"),
          OffsetDateTime.parse("2024-02-29T13:05:00+05:00"),
          OffsetDateTime.parse("2024-02-29T13:05:00-05:00"));
    }
  }
}
