package io.aludel.types;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Condition;
import io.aludel.sql.Insert;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Types that applications make of others. */
@ForEachDatabase
@Parity("ORM-TYP-13")
class TypeDecoratorTest {
  /** A temperature in tenths of a degree. */
  record Temperature(int tenths) {}

  record TemperatureType() implements ConvertedType<Temperature, Integer> {
    @Override
    public Class<Temperature> javaType() {
      return Temperature.class;
    }

    @Override
    public SqlType<Integer> stored() {
      return SqlTypes.INTEGER;
    }

    @Override
    public SqlType<Integer> stored(String dialect) {
      return dialect.equals("h2") ? ExactType.of("INT", SqlTypes.INTEGER) : stored();
    }

    @Override
    public Integer toStored(Temperature value) {
      return value.tenths();
    }

    @Override
    public Temperature fromStored(Integer stored) {
      return new Temperature(stored);
    }

    @Override
    public SqlType<?> comparedWith(Object value) {
      return value instanceof Integer ? SqlTypes.INTEGER : this;
    }

    @Override
    public boolean sameValue(Temperature left, Temperature right) {
      return left.tenths() / 10 == right.tenths() / 10;
    }
  }

  private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  private final Column<Temperature> heat = column("heat", new TemperatureType());
  private final MetaData metadata = new MetaData();
  private final Table table = Table.of("readings", metadata, id, heat);

  private List<Integer> idsWhere(Engine engine, Condition condition) {
    return engine.fromTransaction(connection ->
        connection.scalars(select(id).where(condition).orderBy(id)).all());
  }

  @BeforeEach
  void store(Engine engine) {
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(table).values(row("id", 1, "heat", new Temperature(215))));
      connection.execute(insert(table).values(row("id", 2, "heat", new Temperature(-5))));
      connection.execute(insert(table).values(row("id", 3, "heat", null)));
    });
  }

  @Test
  void values_travelAsTheStoredType(Engine engine) {
    assertThat(engine.<List<Temperature>>fromTransaction(
            connection -> connection.scalars(select(heat).orderBy(id)).all()))
        .containsExactly(new Temperature(215), new Temperature(-5), null);
    assertThat(engine.<Integer>fromTransaction(connection ->
            connection.scalar(select(heat.readAs(SqlTypes.INTEGER)).where(id.eq(1)))))
        .isEqualTo(215);
  }

  @Test
  void comparison_withAValue_convertsItToo(Engine engine) {
    assertThat(idsWhere(engine, heat.gt(new Temperature(0)))).containsExactly(1);
    assertThat(idsWhere(engine, heat.in(new Temperature(-5), new Temperature(7))))
        .containsExactly(2);
    assertThat(idsWhere(engine, heat.eq((Temperature) null))).containsExactly(3);
  }

  @Test
  @SuppressWarnings({"unchecked", "rawtypes"})
  void comparison_withAnotherClass_takesTheTypeItNames(Engine engine) {
    assertThat(idsWhere(engine, ((Column) heat).gt(100))).containsExactly(1);
    assertThatThrownBy(() -> ((Column) heat).gt("hot"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Temperature")
        .hasMessageEndingWith("[SQL-102]");
  }

  @Test
  void spelling_ofADialect_isWhatItSays(TestDatabase database) {
    assertThat(database.engine().dialect().types().spell(heat.type()))
        .isEqualTo(database.name().equals("h2") ? "INT" : "INTEGER");
  }

  @Test
  void statements_withEqualTypes_areCompiledOnce(Engine engine) {
    long before = engine.statistics().cache().misses();
    for (int i = 0; i < 3; i++) {
      Temperature other = new Temperature(i);
      engine.inTransaction(connection ->
          connection.scalar(select(literal(other, new TemperatureType()).as("t"))));
    }
    assertThat(engine.statistics().cache().misses()).isEqualTo(before + 1);
  }

  @Test
  @Parity("ORM-TYP-21")
  void descriptions_ofTypes_sayWhatTheyAre() {
    SqlType<Temperature> type = new TemperatureType();
    assertThat(type.sameValue(new Temperature(211), new Temperature(219))).isTrue();
    assertThat(type.javaType()).isEqualTo(Temperature.class);
    assertThat(type.evaluatesNull()).isFalse();
    assertThat(SqlTypes.JSON.evaluatesNull()).isTrue();
    assertThat(SqlTypes.JSON.nullAsSqlNull().evaluatesNull()).isFalse();
    assertThat(ExactTypes.VARCHAR(7).generic()).isEqualTo(SqlTypes.STRING(7));
    assertThat(ExactTypes.DOUBLE_PRECISION.generic()).isEqualTo(SqlTypes.DOUBLE);
    assertThat(SqlTypes.NUMERIC(4, 2).withVariant(SqlTypes.NUMERIC, "h2").generic())
        .isEqualTo(SqlTypes.NUMERIC(4, 2));
    assertThat(SqlTypes.STRING(5).collated("C").generic()).isEqualTo(SqlTypes.STRING(5));
    assertThat(SqlTypes.BINARY.sameValue(new byte[] {1}, new byte[] {1})).isTrue();
    assertThat(SqlTypes.NUMERIC.sameValue(new BigDecimal("1.0"), BigDecimal.ONE))
        .isTrue();
    assertThat(SqlTypes.ARRAY(SqlTypes.NUMERIC)
            .sameValue(List.of(new BigDecimal("1.0")), List.of(BigDecimal.ONE)))
        .isTrue();
  }

  @Test
  @Parity("ORM-TYP-18")
  void literals_ofEveryType_meanWhatWasBound(TestDatabase database) {
    means(database, SqlTypes.BOOLEAN, true);
    means(database, SqlTypes.INTEGER, -12);
    means(database, SqlTypes.BIGINT, Long.MIN_VALUE + 1);
    means(database, SqlTypes.DOUBLE, 1.5e-7);
    means(database, SqlTypes.NUMERIC(10, 2), new BigDecimal("-1234.50"));
    means(database, SqlTypes.STRING(60), "it's \"quoted\" \\ 100% ? :x 漢字 😀");
    means(database, SqlTypes.TEXT, "'; DROP TABLE readings; --");
    means(database, SqlTypes.DATE, LocalDate.of(2024, 2, 29));
    means(database, SqlTypes.TIME, LocalTime.of(1, 2, 3, 4_000));
    means(database, SqlTypes.TIMESTAMP, LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4_000));
    means(database, SqlTypes.INSTANT, Instant.parse("2024-02-29T01:02:03.000004Z"));
    means(database, SqlTypes.UUID, new UUID(1, 2));
    means(database, SqlTypes.INET, InetAddress.getLoopbackAddress());
    means(database, SqlTypes.BINARY, new byte[] {0, 1, -1});
    means(database, SqlTypes.ENUM(Month.class), Month.MAY);
    means(database, SqlTypes.JSON.nullAsSqlNull(), Json.of(Map.of("a", "it's")));
    means(database, new TemperatureType(), new Temperature(3));
  }

  /** A value written into an INSERT comes back as itself. */
  private <T> void means(TestDatabase database, SqlType<T> type, T value) {
    Engine engine = database.engine();
    Column<T> val = column("val", type);
    MetaData other = new MetaData();
    Table literals = Table.of("literals", other, val);
    other.createAll(engine);
    Insert statement = insert(literals).values(row("val", value));
    String sql = engine
        .dialect()
        .compile(statement.statementNode(), CompileOptions.of(CompileOptions.Values.LITERAL))
        .sql(new Object[0]);
    assertThat(sql).startsWith("INSERT INTO literals (val) VALUES (");
    engine.inTransaction(connection -> connection.execute(new DdlElement.DdlText(sql)));
    T read = engine.fromTransaction(connection -> connection.scalar(select(val)));
    assertThat(type.sameValue(read, value)).as("%s as %s", value, sql).isTrue();
    other.dropAll(engine);
  }
}
