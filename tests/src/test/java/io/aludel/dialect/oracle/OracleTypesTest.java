package io.aludel.dialect.oracle;

import static io.aludel.dialect.oracle.OracleOperators.cosineDistance;
import static io.aludel.dialect.oracle.OracleOperators.euclideanDistance;
import static io.aludel.dialect.oracle.OracleOperators.innerProduct;
import static io.aludel.dialect.oracle.People.ORACLE;
import static io.aludel.dialect.oracle.People.ORACLE_23;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.oracle.OracleTypes.VectorFormat;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.sql.Expression;
import io.aludel.testing.Parity;
import io.aludel.types.ExactTypes;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types, literals and vectors of Oracle. */
@Parity("ORM-DIA-05")
class OracleTypesTest {
  private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  private final Column<List<Double>> place =
      column("place", OracleTypes.VECTOR(3, VectorFormat.FLOAT32));
  private final Table table = Table.of("t", new MetaData(), id, place);

  private static String spelled(SqlType<?> type) {
    return ORACLE.types().spell(type);
  }

  @Test
  void types_ofOracleAlone_areSpelt() {
    assertThat(spelled(OracleTypes.NUMBER(10, 2))).isEqualTo("NUMBER(10, 2)");
    assertThat(spelled(OracleTypes.NUMBER)).isEqualTo("NUMBER");
    assertThat(spelled(OracleTypes.VARCHAR(50))).isEqualTo("VARCHAR2(50 CHAR)");
    assertThat(spelled(OracleTypes.NVARCHAR(50))).isEqualTo("NVARCHAR2(50)");
    assertThat(spelled(OracleTypes.RAW(16))).isEqualTo("RAW(16)");
    assertThat(spelled(OracleTypes.FLOAT(63))).isEqualTo("FLOAT(63)");
    assertThat(spelled(OracleTypes.BINARY_DOUBLE)).isEqualTo("BINARY_DOUBLE");
    assertThat(spelled(OracleTypes.DATE)).isEqualTo("DATE");
    assertThat(spelled(OracleTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE))
        .isEqualTo("TIMESTAMP WITH LOCAL TIME ZONE");
    assertThat(spelled(ExactTypes.VARCHAR(50))).isEqualTo("VARCHAR(50 CHAR)");
    assertThat(spelled(ExactTypes.NVARCHAR(50))).isEqualTo("NVARCHAR2(50)");
    assertThat(spelled(SqlTypes.BINARY(2001))).isEqualTo("BLOB");
    assertThat(ORACLE_23.types().spell(SqlTypes.JSON)).isEqualTo("JSON");
    assertThat(spelled(SqlTypes.JSON)).isEqualTo("CLOB");
    assertThatThrownBy(() -> OracleTypes.RAW(0)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> spelled(SqlTypes.ARRAY(SqlTypes.INTEGER)))
        .isInstanceOf(CompileException.class);
  }

  private static String literally(Dialect dialect, Executable statement) {
    return dialect
        .compile(statement.statementNode(), CompileOptions.of(CompileOptions.Values.LITERAL))
        .sql(statement.statementNode().keyed().values());
  }

  private static <T> String literally(T value, SqlType<T> type) {
    Expression<T> written = literal(value, type);
    String sql = literally(ORACLE, select(written.as("x")));
    return sql.substring("SELECT ".length(), sql.length() - " AS x FROM DUAL".length());
  }

  @Test
  void literals_ofEachKind_areOracles() {
    assertThat(literally("it's '; DROP", SqlTypes.STRING)).isEqualTo("'it''s ''; DROP'");
    assertThat(literally(true, SqlTypes.BOOLEAN)).isEqualTo("1");
    assertThat(literally(ORACLE_23, select(literal(true, SqlTypes.BOOLEAN).as("x"))))
        .isEqualTo("SELECT TRUE AS x FROM DUAL");
    assertThat(literally(new byte[] {1, -1}, SqlTypes.BINARY)).isEqualTo("HEXTORAW('01ff')");
    assertThat(literally(LocalDate.of(2020, 1, 2), SqlTypes.DATE)).isEqualTo("DATE '2020-01-02'");
    assertThat(literally(LocalDateTime.of(2020, 1, 2, 3, 4), SqlTypes.TIMESTAMP))
        .isEqualTo("TIMESTAMP '2020-01-02 03:04:00.000000000'");
    OffsetDateTime moment = OffsetDateTime.of(2020, 1, 2, 3, 4, 5, 6, ZoneOffset.ofHours(-2));
    assertThat(literally(moment, SqlTypes.TIMESTAMP_WITH_TIME_ZONE))
        .isEqualTo("TIMESTAMP '2020-01-02 03:04:05.000000006 -02:00'");
    assertThat(literally(1.5, SqlTypes.DOUBLE)).isEqualTo("1.5d");
    assertThat(literally(Float.NaN, SqlTypes.REAL)).isEqualTo("BINARY_FLOAT_NAN");
    assertThat(literally(Double.NEGATIVE_INFINITY, SqlTypes.DOUBLE))
        .isEqualTo("(-BINARY_DOUBLE_INFINITY)");
    assertThat(literally(Duration.ofHours(-26), SqlTypes.INTERVAL))
        .isEqualTo("TO_DSINTERVAL('-1 02:00:00.000000000')");
  }

  @Test
  void literal_longText_isMadeOfPieces() {
    String text = "a".repeat(999) + "\uD83D\uDE00'" + "b".repeat(10);

    assertThat(literally(text, SqlTypes.TEXT))
        .isEqualTo("(TO_CLOB('" + "a".repeat(999) + "') || TO_CLOB('\uD83D\uDE00''" + "b".repeat(10)
            + "'))");
    assertThatThrownBy(() -> literally("x\0".repeat(600), SqlTypes.TEXT))
        .isInstanceOf(CompileException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT26H3M4.5S", "PT-26H-3M-4.000000001S", "PT-0.5S", "PT2400000H"})
  void intervals_asText_comeBack(String text) {
    Duration value = Duration.parse(text);

    assertThat(IntervalText.parse(IntervalText.of(value))).isEqualTo(value);
  }

  @Test
  void intervals_asTheDriverWritesThem_areRead() {
    assertThat(IntervalText.parse("1 2:3:4.5")).isEqualTo(Duration.parse("PT26H3M4.5S"));
    assertThat(IntervalText.parse("-0 0:0:0.25")).isEqualTo(Duration.ofMillis(-250));
    assertThatThrownBy(() -> IntervalText.parse("1 month"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot read '1 month' as a length of time");
  }

  @Test
  void vectors_travelAsText() {
    assertThat(People.sql(ORACLE_23, insert(table).values(row("id", 1, "place", List.of(1.0)))))
        .isEqualTo("INSERT INTO t (id, place) VALUES (?, TO_VECTOR(?))");
    assertThat(People.sql(ORACLE_23, select(place)))
        .isEqualTo("SELECT FROM_VECTOR(t.place RETURNING CLOB) AS place FROM t");
    assertThat(People.sql(ORACLE_23, insert(table).values(row("id", 1)).returning(place)))
        .isEqualTo("INSERT INTO t (id) VALUES (?) RETURNING FROM_VECTOR(t.place RETURNING CLOB)"
            + " INTO ?");
  }

  @Test
  void distances_orderAndAreApproximate() {
    List<Double> here = List.of(1.0, 2.0, 3.0);

    assertThat(People.sql(
            ORACLE_23,
            select(id)
                .orderBy(euclideanDistance(place, here))
                .limit(2)
                .options(OracleOptions.approximately())))
        .isEqualTo("SELECT t.id FROM t ORDER BY t.place <-> TO_VECTOR(?) FETCH APPROX FIRST ? ROWS"
            + " ONLY");
    assertThat(
            People.sql(ORACLE_23, select(id).where(cosineDistance(place, here).lt(0.5))))
        .endsWith("WHERE (t.place <=> TO_VECTOR(?)) < ?");
    assertThat(People.sql(ORACLE_23, select(innerProduct(place, here).as("x"))))
        .isEqualTo("SELECT t.place <#> TO_VECTOR(?) AS x FROM t");
    assertThatThrownBy(() -> euclideanDistance(place, null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void distances_elsewhere_areRefused() {
    Dialect h2 = new io.aludel.dialect.h2.H2Dialect();

    assertThatThrownBy(() ->
            People.sql(h2, select(id).orderBy(euclideanDistance(place, List.of(1.0)))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("<->");
  }
}
