package io.aludel.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SqlTypesTest {
  @Nested
  class Inference {
    @Test
    void forJava_primitivesAndBoxes_areOne() {
      assertThat(SqlTypes.forJava(int.class)).isSameAs(SqlTypes.INTEGER);
      assertThat(SqlTypes.forJava(Integer.class)).isSameAs(SqlTypes.INTEGER);
      assertThat(SqlTypes.forJava(byte[].class)).isSameAs(SqlTypes.BINARY);
    }

    @Test
    void forJava_enum_evenOfAConstantWithABody() {
      assertThat(SqlTypes.forJava(Operation.class)).isEqualTo(SqlTypes.ENUM(Operation.class));
      assertThat((Object) SqlTypes.forJava(Operation.PLUS.getClass()))
          .isEqualTo(SqlTypes.ENUM(Operation.class));
    }

    @Test
    void forJava_other_isRefused() {
      assertThatThrownBy(() -> SqlTypes.forJava(ArrayList.class))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("java.util.ArrayList")
          .hasMessageEndingWith("[SQL-103]");
      assertThat(SqlTypes.findForJava(Object.class)).isNull();
      assertThat(SqlTypes.findForJava(void.class)).isNull();
    }
  }

  enum Operation {
    PLUS {
      @Override
      int apply(int one, int other) {
        return one + other;
      }
    };

    abstract int apply(int one, int other);
  }

  @Nested
  class Fit {
    @Test
    void integers_equalWholeNumbers_fit() {
      assertThat(SqlTypes.INTEGER.fit(7L)).isEqualTo(7);
      assertThat(SqlTypes.BIGINT.fit((byte) 7)).isEqualTo(7L);
      assertThat(SqlTypes.SMALLINT.fit(new BigDecimal("7.00"))).isEqualTo((short) 7);
      assertThat(SqlTypes.TINYINT.fit(BigInteger.TEN)).isEqualTo((byte) 10);
    }

    @Test
    void integers_anythingElse_doesNotFit() {
      assertThat(SqlTypes.INTEGER.fit(1L << 32)).isNull();
      assertThat(SqlTypes.TINYINT.fit(128)).isNull();
      assertThat(SqlTypes.INTEGER.fit(7.0)).isNull();
      assertThat(SqlTypes.INTEGER.fit("7")).isNull();
      assertThat(SqlTypes.BIGINT.fit(BigInteger.ONE.shiftLeft(64))).isNull();
      assertThat(SqlTypes.BIGINT.fit(new BigDecimal("1e30"))).isNull();
      assertThat(SqlTypes.INTEGER.fit('7')).isNull();
    }

    @Test
    void floats_exactNumbers_fit() {
      assertThat(SqlTypes.DOUBLE.fit(7)).isEqualTo(7.0);
      assertThat(SqlTypes.DOUBLE.fit(0.5f)).isEqualTo(0.5);
      assertThat(SqlTypes.REAL.fit(0.5)).isEqualTo(0.5f);
      assertThat(SqlTypes.DOUBLE.fit(Double.NaN)).isNaN();
    }

    @Test
    void floats_inexactNumbers_doNotFit() {
      assertThat(SqlTypes.REAL.fit(0.1)).isNull();
      assertThat(SqlTypes.DOUBLE.fit((1L << 53) + 1)).isNull();
      assertThat(SqlTypes.DOUBLE.fit(new BigDecimal("0.1"))).isNull();
    }

    @Test
    void decimals_wholeNumbers_fit() {
      assertThat(SqlTypes.NUMERIC.fit(7)).isEqualByComparingTo("7");
      assertThat(SqlTypes.NUMERIC.fit(BigInteger.TEN)).isEqualByComparingTo("10");
      assertThat(SqlTypes.NUMERIC.fit(0.5)).isNull();
    }

    @Test
    void others_fitByClassAlone() {
      assertThat(SqlTypes.STRING.fit("x")).isEqualTo("x");
      assertThat(SqlTypes.STRING.fit(new StringBuilder("x"))).isNull();
      assertThat(SqlTypes.ENUM(TimeUnit.class).fit(TimeUnit.DAYS)).isSameAs(TimeUnit.DAYS);
    }
  }

  @Nested
  class Equality {
    @Test
    void types_sameParameters_areEqual() {
      assertThat(SqlTypes.STRING(3)).isEqualTo(SqlTypes.STRING(3)).isNotEqualTo(SqlTypes.STRING(4));
      assertThat(SqlTypes.NUMERIC(5, 2)).isEqualTo(SqlTypes.NUMERIC(5, 2));
      assertThat(SqlTypes.TEXT).isNotEqualTo(SqlTypes.STRING);
      assertThat((Object) SqlTypes.INSTANT).isNotEqualTo(SqlTypes.TIMESTAMP_WITH_TIME_ZONE);
    }

    @Test
    void sameValue_followsTheDatabase() {
      assertThat(SqlTypes.NUMERIC.sameValue(new BigDecimal("1.0"), new BigDecimal("1.00")))
          .isTrue();
      assertThat(SqlTypes.BINARY.sameValue(new byte[] {1}, new byte[] {1})).isTrue();
      OffsetDateTime noon = OffsetDateTime.of(2024, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);
      assertThat(SqlTypes.TIMESTAMP_WITH_TIME_ZONE.sameValue(
              noon, noon.withOffsetSameInstant(ZoneOffset.ofHours(3))))
          .isTrue();
      assertThat(SqlTypes.STRING.sameValue("a", "A")).isFalse();
    }

    @Test
    void factories_badParameters_areRefused() {
      assertThatThrownBy(() -> SqlTypes.STRING(0)).hasMessageContaining("its length is 0");
      assertThatThrownBy(() -> SqlTypes.NUMERIC(2, 3)).hasMessageContaining("scale 3 exceeds");
      assertThatThrownBy(() -> SqlTypes.NUMERIC(0, 0)).hasMessageContaining("its precision is 0");
    }
  }
}
