package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import io.aludel.types.Codec;
import io.aludel.types.ConvertedType;
import io.aludel.types.ExternalType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Types that an application makes itself travel like those it found. */
@ForEachDatabase
class CustomTypeTest {
  /** A number of cents, stored as a decimal. */
  private record Cents(long number) {}

  private record CentsType() implements ConvertedType<Cents, BigDecimal> {
    @Override
    public Class<Cents> javaType() {
      return Cents.class;
    }

    @Override
    public SqlType<BigDecimal> stored() {
      return SqlTypes.NUMERIC(12, 2);
    }

    @Override
    public BigDecimal toStored(Cents value) {
      return BigDecimal.valueOf(value.number(), 2);
    }

    @Override
    public Cents fromStored(BigDecimal stored) {
      return new Cents(stored.movePointRight(2).longValueExact());
    }
  }

  /** A type that every database but one has. */
  private record CurrencyType(String missing) implements ExternalType<Currency> {
    @Override
    public Class<Currency> javaType() {
      return Currency.class;
    }

    @Override
    public @Nullable String spell(String dialect) {
      return dialect.equals(missing) ? null : "CHAR(3)";
    }

    @Override
    public Codec<Currency> codec(String dialect) {
      return new Codec<>(
          (statement, index, value) -> {
            if (value == null) {
              statement.setNull(index, Types.CHAR);
            } else {
              statement.setString(index, value.getCurrencyCode());
            }
          },
          (rows, column) -> {
            String code = rows.getString(column);
            return code == null ? null : Currency.getInstance(code);
          });
    }
  }

  @Test
  @Parity("ORM-TYP-13")
  void convertedType_values_areStoredAsTheOtherType(TestDatabase database) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      SqlType<Cents> type = new CentsType();
      assertThat(plain.dialect.types().spell(type)).isEqualTo("NUMERIC(12, 2)");
      plain.createTable("t", type);
      plain.insert("t", 1, type, new Cents(12345));
      plain.insert("t", 2, type, null);
      assertThat(plain.read("SELECT v FROM t ORDER BY id", type))
          .containsExactly(new Cents(12345), null);
      assertThat(plain.read("SELECT v FROM t ORDER BY id", SqlTypes.NUMERIC(12, 2)))
          .containsExactly(new BigDecimal("123.45"), null);
      assertThat(plain.read("SELECT v FROM t WHERE v = ?", type, type, new Cents(12345)))
          .hasSize(1);
    }
  }

  @Test
  @Parity("ORM-TYP-14")
  void externalType_values_travelAsItSays(TestDatabase database) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      SqlType<Currency> type = new CurrencyType("none");
      plain.createTable("t", type);
      plain.insert("t", 1, type, Currency.getInstance(Locale.GERMANY));
      plain.insert("t", 2, type, null);
      assertThat(plain.read("SELECT v FROM t ORDER BY id", type))
          .containsExactly(Currency.getInstance("EUR"), null);
    }
  }

  @Test
  @Parity("ORM-TYP-14")
  void externalType_withoutSpelling_isRefusedByName(TestDatabase database) throws SQLException {
    try (PlainDatabase plain = PlainDatabase.open(database)) {
      TypeCompiler types = plain.dialect.types();
      String kind = database.name();
      SqlType<Currency> type = new CurrencyType(kind);
      assertThatThrownBy(() -> types.spell(type))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("CurrencyType");
      assertThatThrownBy(() -> types.codec(type))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("CurrencyType");
    }
  }
}
