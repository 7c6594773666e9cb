package io.aludel.dialect;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.CompileScope;
import io.aludel.testing.Parity;
import io.aludel.types.ConvertedType;
import io.aludel.types.ExactType;
import io.aludel.types.ExactTypes;
import io.aludel.types.Json;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.VariantType;
import io.aludel.types.Wrapping;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types made of others: exact ones, variants, and those that wrap their values in SQL. */
class DerivedTypesTest {
  private static String spell(String dialect, SqlType<?> type) {
    return DialectSpelling.dialect(dialect).types().spell(type);
  }

  private static String cast(String dialect, SqlType<?> type) {
    return DialectSpelling.dialect(dialect).types().spellCast(type);
  }

  @Nested
  @Parity("ORM-TYP-02")
  class Exact {
    private final List<ExactType<?>> types = List.of(
        ExactTypes.VARCHAR(5),
        ExactTypes.CHAR(3),
        ExactTypes.TEXT,
        ExactTypes.CLOB,
        ExactTypes.BLOB,
        ExactTypes.BINARY(4),
        ExactTypes.VARBINARY(4),
        ExactTypes.INTEGER,
        ExactTypes.SMALLINT,
        ExactTypes.BIGINT,
        ExactTypes.DECIMAL(10, 2),
        ExactTypes.NUMERIC(10, 2),
        ExactTypes.NUMERIC,
        ExactTypes.REAL,
        ExactTypes.FLOAT,
        ExactTypes.FLOAT(24),
        ExactTypes.DOUBLE,
        ExactTypes.DOUBLE_PRECISION,
        ExactTypes.DATE,
        ExactTypes.DATETIME,
        ExactTypes.UUID);

    private final String names = "VARCHAR(5); CHAR(3); TEXT; CLOB; BLOB; BINARY(4); VARBINARY(4);"
        + " INTEGER; SMALLINT; BIGINT; DECIMAL(10, 2); NUMERIC(10, 2); NUMERIC; REAL; FLOAT;"
        + " FLOAT(24); DOUBLE; DOUBLE PRECISION; DATE; DATETIME; UUID";

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "h2", "postgresql", "mysql", "mariadb"})
    void spell_exactTypes_areAsNamed(String dialect) {
      assertThat(types.stream().map(type -> spell(dialect, type)).toList())
          .containsExactly(names.split("; "));
    }

    @Test
    void spell_whereTheReferenceDiffers_asThere() {
      assertThat(spell("postgresql", ExactTypes.TIME)).isEqualTo("TIME WITHOUT TIME ZONE");
      assertThat(spell("postgresql", ExactTypes.TIMESTAMP))
          .isEqualTo("TIMESTAMP WITHOUT TIME ZONE");
      assertThat(spell("postgresql", ExactTypes.TIMESTAMP_WITH_TIME_ZONE))
          .isEqualTo("TIMESTAMP WITH TIME ZONE");
      assertThat(spell("mysql", ExactTypes.NVARCHAR(5))).isEqualTo("NATIONAL VARCHAR(5)");
      assertThat(spell("mysql", ExactTypes.NCHAR(5))).isEqualTo("NATIONAL CHAR(5)");
      assertThat(spell("sqlite", ExactTypes.NVARCHAR(5))).isEqualTo("NVARCHAR(5)");
      assertThatThrownBy(() -> spell("mysql", ExactTypes.VARCHAR))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("VARCHAR without a length");
    }

    @Test
    void cast_onMysql_isWhatCastKnows() {
      assertThat(cast("mysql", ExactTypes.VARCHAR(5))).isEqualTo("CHAR(5)");
      assertThat(cast("mysql", ExactTypes.SMALLINT)).isEqualTo("SIGNED INTEGER");
      assertThat(cast("mysql", ExactTypes.NUMERIC(10, 2))).isEqualTo("DECIMAL(10, 2)");
      assertThat(cast("mysql", ExactTypes.TIMESTAMP)).isEqualTo("DATETIME(6)");
      assertThat(cast("sqlite", ExactTypes.DATE)).isEqualTo("TEXT");
      assertThat(cast("postgresql", ExactTypes.CHAR(3))).isEqualTo("CHAR(3)");
    }

    @Test
    void generic_exactType_hasOperatorsOfItsValues() {
      Column<BigDecimal> price = column("price", ExactTypes.DECIMAL(10, 2));
      Column<Double> rate = column("rate", ExactTypes.DECIMAL(10, 2).as(SqlTypes.DOUBLE));
      Table.of("t", new MetaData(), price, rate);

      assertThat(ExactTypes.DECIMAL(10, 2).generic()).isEqualTo(SqlTypes.NUMERIC(10, 2));
      assertThat(rate.type().javaType()).isEqualTo(Double.class);
      DialectSpelling.of(select(price.plus(BigDecimal.ONE)))
          .is("SELECT t.price + ? AS anon_1 FROM t");
      assertThatThrownBy(() -> price.like("1%"))
          .isInstanceOf(ArgumentException.class)
          .hasMessageEndingWith("[SQL-105]");
    }

    @Test
    void make_wrongParameters_isRefused() {
      assertThatThrownBy(() -> ExactTypes.CHAR(0)).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> ExactTypes.DECIMAL(2, 3)).isInstanceOf(ArgumentException.class);
      assertThatThrownBy(() -> ExactType.of(" ", SqlTypes.TEXT))
          .isInstanceOf(ArgumentException.class);
    }
  }

  @Nested
  @Parity("ORM-TYP-15")
  class Variants {
    private final VariantType<String> type = SqlTypes.STRING(50)
        .withVariant(SqlTypes.TEXT, "postgresql", "h2")
        .withVariant(ExactTypes.CHAR(50), "sqlite");

    @Test
    void spell_eachDialect_hasItsOwn() {
      assertThat(spell("postgresql", type)).isEqualTo("TEXT");
      assertThat(spell("h2", type)).isEqualTo("CHARACTER LARGE OBJECT");
      assertThat(spell("sqlite", type)).isEqualTo("CHAR(50)");
      assertThat(spell("mysql", type)).isEqualTo("VARCHAR(50)");
      assertThat(cast("sqlite", type)).isEqualTo("CHAR(50)");
    }

    @Test
    void codec_eachDialect_isThatOfTheVariant() {
      SqlType<UUID> hex = SqlTypes.UUID.withVariant(new HexUuid(), "postgresql");
      assertThat(spell("postgresql", hex)).isEqualTo("VARCHAR(36)");
      assertThat(spell("h2", hex)).isEqualTo("UUID");
      assertThat(DialectSpelling.dialect("postgresql").types().codec(hex))
          .isNotSameAs(DialectSpelling.dialect("postgresql").types().codec(SqlTypes.UUID));
    }

    @Test
    void operators_areThoseOfTheBase() {
      Column<String> name = column("name", type);
      Table.of("t", new MetaData(), name);

      assertThat(type.generic()).isEqualTo(SqlTypes.STRING(50));
      DialectSpelling.of(select(name).where(name.like("a%")))
          .is("SELECT t.name FROM t WHERE t.name LIKE ?")
          .check();
      assertThatThrownBy(() -> Operators.plus(name)).isInstanceOf(ArgumentException.class);
    }

    @Test
    void withVariant_misuse_isRefused() {
      assertThatThrownBy(() -> SqlTypes.TEXT.withVariant(SqlTypes.STRING))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("no dialect is named");
      assertThatThrownBy(() -> type.withVariant(SqlTypes.TEXT, "h2"))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("for h2 already");
    }

    @Test
    void equal_variants_areOneTypeOfAKey() {
      assertThat(SqlTypes.TEXT.withVariant(SqlTypes.STRING, "h2"))
          .isEqualTo(SqlTypes.TEXT.withVariant(SqlTypes.STRING, "h2"))
          .isNotEqualTo(SqlTypes.TEXT.withVariant(SqlTypes.STRING, "sqlite"));
    }
  }

  /** An operator that text lacks. */
  private static final class Operators {
    private Operators() {}

    static Object plus(Column<?> column) {
      return column.negated();
    }
  }

  private record HexUuid() implements ConvertedType<UUID, String> {
    @Override
    public Class<UUID> javaType() {
      return UUID.class;
    }

    @Override
    public SqlType<String> stored() {
      return SqlTypes.STRING(36);
    }

    @Override
    public String toStored(UUID value) {
      return value.toString();
    }

    @Override
    public UUID fromStored(String stored) {
      return UUID.fromString(stored);
    }
  }

  /** Text that the database keeps in upper case and gives back in lower case. */
  private record Shouted() implements ConvertedType<String, String> {
    @Override
    public Class<String> javaType() {
      return String.class;
    }

    @Override
    public SqlType<String> stored() {
      return SqlTypes.STRING(20);
    }

    @Override
    public SqlType<?> generic() {
      return SqlTypes.STRING(20);
    }

    @Override
    public Wrapping boundIn(String dialect) {
      return Wrapping.call("upper");
    }

    @Override
    public Wrapping selectedIn(String dialect) {
      return Wrapping.call("lower");
    }

    @Override
    public String toStored(String value) {
      return value;
    }

    @Override
    public String fromStored(String stored) {
      return stored;
    }
  }

  @Nested
  @Parity("ORM-TYP-20")
  class Wrapped {
    private final Column<String> word = column("word", new Shouted());
    private final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    private final Table table = Table.of("words", new MetaData(), id, word);

    @Test
    void bind_value_isWithinTheFunction() {
      DialectSpelling.of(select(id).where(word.eq("x")))
          .is("SELECT words.id FROM words WHERE words.word = upper(?)")
          .check();
      DialectSpelling.of(insert(table).values(row("id", 1, "word", "x")))
          .is("INSERT INTO words (id, word) VALUES (?, upper(?))")
          .check();
    }

    @Test
    void bind_list_isWithinTheFunctionEach() {
      DialectSpelling.of(select(id).where(word.in("a", "b", "c")))
          .is(
              "SELECT words.id FROM words WHERE words.word IN (upper(?), upper(?), upper(?), upper(?))")
          .check();
    }

    @Test
    void select_column_isWithinTheFunctionAtTheTopOnly() {
      DialectSpelling.of(select(word).orderBy(word))
          .is("SELECT lower(words.word) AS word FROM words ORDER BY words.word")
          .check();
      DialectSpelling.of(select(word.as("w")))
          .is("SELECT lower(words.word) AS w FROM words")
          .check();
      DialectSpelling.of(select(id).where(word.in(select(word))))
          .is("SELECT words.id FROM words WHERE words.word IN (SELECT words.word FROM words)")
          .check();
    }

    @Test
    void returning_column_isWithinTheFunction() {
      DialectSpelling.of(insert(table).values(row("id", 1, "word", "x")).returning(word))
          .on(
              "sqlite",
              "INSERT INTO words (id, word) VALUES (?, upper(?)) RETURNING lower(word) AS word")
          .on(
              "postgresql mariadb",
              "INSERT INTO words (id, word) VALUES (?, upper(?))"
                  + " RETURNING lower(words.word) AS word")
          .check();
    }
  }

  @Nested
  @Parity("ORM-TYP-17")
  class Inference {
    private final Column<Integer> whole = column("whole", SqlTypes.INTEGER);
    private final Column<BigDecimal> money = column("money", SqlTypes.NUMERIC(10, 2));
    private final Column<Double> rate = column("rate", SqlTypes.DOUBLE);
    private final Column<String> name = column("name", SqlTypes.STRING(10));
    private final Column<Json> data = column("data", SqlTypes.JSON);
    private final Table table = Table.of("t", new MetaData(), whole, money, rate, name, data);

    private SqlType<?> type(Expression<?> expression) {
      return expression.node().type(CompileScope.UNRESOLVED);
    }

    @Test
    void results_ofOperators_followTheirOperands() {
      assertThat(table.columns()).hasSize(5);
      assertThat(type(whole.plus(1))).isEqualTo(SqlTypes.INTEGER);
      assertThat(type(whole.dividedBy(2))).isEqualTo(SqlTypes.NUMERIC);
      assertThat(type(money.times(BigDecimal.TEN))).isEqualTo(SqlTypes.NUMERIC);
      assertThat(type(rate.minus(0.5))).isEqualTo(SqlTypes.DOUBLE);
      assertThat(type(name.concat("x"))).isEqualTo(SqlTypes.STRING);
      assertThat(type(name.eq("x"))).isEqualTo(SqlTypes.BOOLEAN);
      assertThat(type(name.cast(SqlTypes.DATE))).isEqualTo(SqlTypes.DATE);
      assertThat(type(name.readAs(SqlTypes.UUID))).isEqualTo(SqlTypes.UUID);
    }

    @Test
    void operators_ofOtherTypes_areRefused() {
      assertThatThrownBy(() -> whole.like("x")).hasMessageContaining("it needs text");
      assertThatThrownBy(() -> name.negated()).hasMessageContaining("it needs a number");
      assertThatThrownBy(() -> name.isTrue()).hasMessageContaining("it needs a truth value");
      assertThatThrownBy(() -> data.like("x")).hasMessageContaining("it needs text");
      assertThatThrownBy(() -> data.negated()).hasMessageContaining("it needs a number");
      assertThatThrownBy(() -> data.lt(Json.NULL)).hasMessageContaining("it needs an order");
    }

    /** The type of an application may bring operators of its own, as words over its expressions. */
    @Test
    void operators_ofAnApplication_areWordsOverNodes() {
      Expression<?> near = io.aludel.sql.Sql.func
          .call("similarity", SqlTypes.DOUBLE, name, "anne")
          .gt(0.5);
      DialectSpelling.of(select(whole).where((io.aludel.sql.Condition) near))
          .is("SELECT t.whole FROM t WHERE similarity(t.name, ?) > ?")
          .check();
    }
  }
}
