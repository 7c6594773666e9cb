package io.aludel.dialect.sqlserver;

import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.Failure;
import io.aludel.dialect.Failure.Violation;
import io.aludel.dialect.FailureKind;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.types.ExactTypes;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How SQL Server spells types and values, and what its errors mean. */
@Parity("ORM-DIA-04")
class SqlServerTypesTest {
  private static String spelled(SqlType<?> type) {
    return Sales.DIALECT.types().spell(type);
  }

  private static String written(Object value) {
    String sql = Sales.literalSql(select(literal(value).as("x")));
    return sql.substring("SELECT ".length(), sql.length() - " AS x".length());
  }

  @Test
  void types_generic_areSpelled() {
    Map<SqlType<?>, String> expected = new LinkedHashMap<>();
    expected.put(SqlTypes.BOOLEAN, "BIT");
    expected.put(SqlTypes.TINYINT, "SMALLINT");
    expected.put(SqlTypes.BIGINT, "BIGINT");
    expected.put(SqlTypes.REAL, "REAL");
    expected.put(SqlTypes.DOUBLE, "DOUBLE PRECISION");
    expected.put(SqlTypes.NUMERIC, "NUMERIC(38, 18)");
    expected.put(SqlTypes.NUMERIC(10, 2), "NUMERIC(10, 2)");
    expected.put(SqlTypes.STRING, "NVARCHAR(255)");
    expected.put(SqlTypes.STRING(4000), "NVARCHAR(4000)");
    expected.put(SqlTypes.STRING(4001), "NVARCHAR(max)");
    expected.put(SqlTypes.TEXT, "NVARCHAR(max)");
    expected.put(SqlTypes.BINARY, "VARBINARY(max)");
    expected.put(SqlTypes.BINARY(8000), "VARBINARY(8000)");
    expected.put(SqlTypes.BINARY(8001), "VARBINARY(max)");
    expected.put(SqlTypes.DATE, "DATE");
    expected.put(SqlTypes.TIME, "TIME");
    expected.put(SqlTypes.TIMESTAMP, "DATETIME2");
    expected.put(SqlTypes.INSTANT, "DATETIMEOFFSET");
    expected.put(SqlTypes.TIMESTAMP_WITH_TIME_ZONE, "DATETIMEOFFSET");
    expected.put(SqlTypes.UUID, "UNIQUEIDENTIFIER");
    expected.put(SqlTypes.JSON, "NVARCHAR(max)");
    expected.put(SqlTypes.ENUM("a", "bb"), "NVARCHAR(2)");
    expected.put(SqlTypes.INTERVAL, "DATETIME2");
    expected.put(ExactTypes.TIMESTAMP, "DATETIME2");
    expected.put(ExactTypes.VARCHAR, "VARCHAR(max)");
    expected.put(ExactTypes.VARCHAR(9), "VARCHAR(9)");
    expected.put(ExactTypes.CLOB, "NVARCHAR(max)");
    expected.put(ExactTypes.BOOLEAN, "BIT");
    expected.put(ExactTypes.UUID, "UNIQUEIDENTIFIER");
    expected.put(SqlServerTypes.DATETIME, "DATETIME");
    expected.put(SqlServerTypes.SMALLDATETIME, "SMALLDATETIME");
    expected.put(SqlServerTypes.datetime2(3), "DATETIME2(3)");
    expected.put(SqlServerTypes.DATETIMEOFFSET(0), "DATETIMEOFFSET(0)");
    expected.put(SqlServerTypes.TIME(7), "TIME(7)");
    expected.put(SqlServerTypes.TINYINT, "TINYINT");
    expected.put(SqlServerTypes.MONEY, "MONEY");
    expected.put(SqlServerTypes.ROWVERSION, "ROWVERSION");

    Map<SqlType<?>, String> found = new LinkedHashMap<>();
    expected.keySet().forEach(type -> found.put(type, spelled(type)));
    assertThat(found).isEqualTo(expected);
    assertThatThrownBy(() -> spelled(SqlTypes.ARRAY(SqlTypes.INTEGER)))
        .isInstanceOf(CompileException.class);
  }

  @Test
  void digits_thatTheServerHasNot_areRefused() {
    assertThatThrownBy(() -> SqlServerTypes.datetime2(8))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Give 0 to 7");
    assertThatThrownBy(() -> SqlServerTypes.TIME(-1)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(SqlServerOptions::include)
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("include nothing");
  }

  @Test
  void moments_thatAreRounded_areComparedRounded() {
    Column<LocalDateTime> at = Schema.column("at", SqlServerTypes.DATETIME);
    Table.of("t", new MetaData(), at);
    Sales.is(
        select(at).where(at.eq(LocalDateTime.of(2024, 2, 29, 13, 5))),
        "SELECT t.at FROM t WHERE t.at = CAST(? AS DATETIME)");
  }

  @Test
  void literals_ofEachType_areItsOwn() {
    assertThat(written("it's")).isEqualTo("N'it''s'");
    assertThat(written("a\\\nb")).isEqualTo("(N'a\\' + N'\nb')");
    assertThat(written("a\\\r\nb'")).isEqualTo("(N'a\\' + N'\r\nb''')");
    assertThat(written("a\\b")).isEqualTo("N'a\\b'");
    assertThat(written(true)).isEqualTo("1");
    assertThat(written(1.5)).isEqualTo("1.5E0");
    assertThat(written(1e300)).isEqualTo("1.0E300");
    assertThat(written(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(written(new byte[] {1, (byte) 255})).isEqualTo("0x01ff");
    assertThat(written(LocalDate.of(2024, 2, 29))).isEqualTo("CAST('2024-02-29' AS DATE)");
    assertThat(written(LocalTime.of(1, 2))).isEqualTo("CAST('01:02:00.0000000' AS TIME)");
    assertThat(written(LocalDateTime.of(2024, 2, 29, 13, 5, 0, 123_456_789)))
        .isEqualTo("CAST('2024-02-29T13:05:00.1234560' AS DATETIME2)");
    assertThat(written(Instant.EPOCH))
        .isEqualTo("CAST('1970-01-01T00:00:00.0000000+00:00' AS DATETIMEOFFSET)");
    assertThat(written(new UUID(0, 5))).isEqualTo("N'00000000-0000-0000-0000-000000000005'");
    assertThatThrownBy(() -> written(Double.NaN)).isInstanceOf(CompileException.class);
    assertThatThrownBy(() -> written("a\0b")).isInstanceOf(CompileException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2627 | UNIQUE | uq_a | Violation of UNIQUE KEY constraint 'uq_a'. Cannot insert duplicate key in 'dbo.t'.",
        "2627 | UNIQUE | pk_a | Violation of PRIMARY KEY constraint 'pk_a'. Cannot insert duplicate key.",
        "2601 | UNIQUE | ix_a | Cannot insert duplicate key row in 'dbo.t' with unique index 'ix_a'.",
        "547 | FOREIGN_KEY | fk_a | The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_a\".",
        "547 | FOREIGN_KEY | fk_a | The DELETE statement conflicted with the REFERENCE constraint \"fk_a\".",
        "547 | FOREIGN_KEY | fk_a | It conflicted with the SAME TABLE REFERENCE constraint \"fk_a\".",
        "547 | FOREIGN_KEY | fk_a | It conflicted with the FOREIGN KEY SAME TABLE constraint \"fk_a\".",
        "547 | CHECK | ck_a | The UPDATE statement conflicted with the CHECK constraint \"ck_a\".",
        "515 | NOT_NULL |  | Cannot insert the value NULL into column 'a', table 'd.dbo.t'."
      })
  void violations_tellTheirConstraint(
      int code, Violation violation, String constraint, String message) {
    assertThat(Sales.DIALECT.classify(new SQLException(message, "23000", code)))
        .isEqualTo(new Failure(FailureKind.INTEGRITY, violation, constraint, false));
  }

  @ParameterizedTest
  @CsvSource({
    "1205, 40001, OPERATIONAL, true",
    "1222, S0051, OPERATIONAL, true",
    "3960, S0001, OPERATIONAL, true",
    "9002, S0004, OPERATIONAL, false",
    "2628, S0001, DATA, false",
    "8152, 22001, DATA, false",
    "8134, S0001, DATA, false",
    "208, S0002, PROGRAMMING, false",
    "102, S0001, PROGRAMMING, false",
    "18456, S0001, LOGIN_REFUSED, false",
    "4060, S0001, LOGIN_REFUSED, false",
    "596, S0001, DISCONNECT, false",
    "0, 08S01, DISCONNECT, false",
    "0, 08006, DISCONNECT, false",
    "99999, S0001, UNKNOWN, false"
  })
  void failures_otherwise_areUnderstoodByTheirNumber(
      int code, String state, FailureKind kind, boolean again) {
    assertThat(Sales.DIALECT.classify(new SQLException("", state, code)))
        .isEqualTo(new Failure(kind, null, null, again));
  }
}
