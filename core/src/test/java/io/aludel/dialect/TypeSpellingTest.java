package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeSpellingTest {
  private static final List<SqlType<?>> TYPES = List.of(
      SqlTypes.BOOLEAN,
      SqlTypes.TINYINT,
      SqlTypes.SMALLINT,
      SqlTypes.INTEGER,
      SqlTypes.BIGINT,
      SqlTypes.REAL,
      SqlTypes.DOUBLE,
      SqlTypes.NUMERIC,
      SqlTypes.NUMERIC(12, 2),
      SqlTypes.STRING,
      SqlTypes.STRING(320),
      SqlTypes.TEXT,
      SqlTypes.DATE,
      SqlTypes.TIME,
      SqlTypes.TIMESTAMP,
      SqlTypes.INSTANT,
      SqlTypes.UUID,
      SqlTypes.INET,
      SqlTypes.ENUM(TimeUnit.class),
      SqlTypes.BINARY,
      SqlTypes.BINARY(16));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite | BOOLEAN; SMALLINT; SMALLINT; INTEGER; BIGINT; REAL; DOUBLE; NUMERIC; NUMERIC(12, 2);"
            + " VARCHAR; VARCHAR(320); TEXT; DATE; TIME; DATETIME; DATETIME; CHAR(32); VARCHAR(45); VARCHAR(12);"
            + " BLOB; BLOB",
        "h2 | BOOLEAN; TINYINT; SMALLINT; INTEGER; BIGINT; REAL; DOUBLE PRECISION; DECFLOAT;"
            + " NUMERIC(12, 2); VARCHAR; VARCHAR(320); CHARACTER LARGE OBJECT; DATE; TIME(9);"
            + " TIMESTAMP(9); TIMESTAMP(9) WITH TIME ZONE; UUID; VARCHAR(45); VARCHAR(12); BINARY LARGE OBJECT;"
            + " VARBINARY(16)",
        "postgresql | BOOLEAN; SMALLINT; SMALLINT; INTEGER; BIGINT; REAL; DOUBLE PRECISION; NUMERIC;"
            + " NUMERIC(12, 2); VARCHAR; VARCHAR(320); TEXT; DATE; TIME WITHOUT TIME ZONE;"
            + " TIMESTAMP WITHOUT TIME ZONE; TIMESTAMP WITH TIME ZONE; UUID; INET; VARCHAR(12); BYTEA; BYTEA",
        "mysql | BOOL; TINYINT; SMALLINT; INTEGER; BIGINT; DOUBLE; DOUBLE; NUMERIC(65, 30); NUMERIC(12,"
            + " 2); VARCHAR(255); VARCHAR(320); LONGTEXT; DATE; TIME(6); DATETIME(6); DATETIME(6);"
            + " CHAR(32); VARCHAR(45); VARCHAR(12); LONGBLOB; VARBINARY(16)",
        "oracle | SMALLINT; SMALLINT; SMALLINT; INTEGER; NUMBER(19); BINARY_FLOAT; BINARY_DOUBLE; NUMBER;"
            + " NUMBER(12, 2); VARCHAR2(255 CHAR); VARCHAR2(320 CHAR); CLOB; DATE; TIMESTAMP(9);"
            + " TIMESTAMP(9); TIMESTAMP(9) WITH TIME ZONE; CHAR(32); VARCHAR2(45 CHAR);"
            + " VARCHAR2(12 CHAR); BLOB; RAW(16)"
      })
  void spell_genericTypes_haveNamesInEachDialect(String dialect, String expected) {
    TypeCompiler types = Spelling.dialect(dialect).types();

    assertThat(TYPES.stream().map(types::spell).toList()).containsExactly(expected.split("; "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sqlite | BOOLEAN; SMALLINT; SMALLINT; INTEGER; BIGINT; REAL; DOUBLE; NUMERIC;"
            + " NUMERIC(12, 2); VARCHAR; VARCHAR(320); TEXT; TEXT; TEXT; TEXT; TEXT; CHAR(32);"
            + " VARCHAR(45); VARCHAR(12); BLOB; BLOB",
        "mysql | SIGNED INTEGER; SIGNED INTEGER; SIGNED INTEGER; SIGNED INTEGER; SIGNED INTEGER;"
            + " DOUBLE; DOUBLE; DECIMAL(65, 30); DECIMAL(12, 2); CHAR; CHAR(320); CHAR; DATE;"
            + " TIME(6); DATETIME(6); DATETIME(6); CHAR(32); CHAR(45); CHAR(12); BINARY; BINARY(16)"
      })
  void spellCast_whereCastHasNamesOfItsOwn_usesThem(String dialect, String expected) {
    TypeCompiler types = Spelling.dialect(dialect).types();

    assertThat(TYPES.stream().map(types::spellCast).toList()).containsExactly(expected.split("; "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2", "postgresql"})
  void spellCast_elsewhere_isTheNameInTables(String dialect) {
    TypeCompiler types = Spelling.dialect(dialect).types();

    assertThat(TYPES)
        .allSatisfy(type -> assertThat(types.spellCast(type)).isEqualTo(types.spell(type)));
  }

  @Test
  void codec_equalTypes_areOneObject() {
    TypeCompiler types = Spelling.dialect("sqlite").types();

    assertThat(types.codec(SqlTypes.NUMERIC(12, 2))).isSameAs(types.codec(SqlTypes.NUMERIC(12, 2)));
  }

  @Test
  void codec_everyType_existsInEveryDialect() {
    for (Dialect dialect : Dialects.all()) {
      assertThat(TYPES)
          .allSatisfy(type -> assertThat(dialect.types().codec(type)).isNotNull());
    }
  }

  @Test
  void unknownType_anyDialect_isRefusedByName() {
    record Address() implements SqlType<InetAddress> {
      @Override
      public Class<InetAddress> javaType() {
        return InetAddress.class;
      }
    }
    TypeCompiler types = Spelling.dialect("sqlite").types();

    assertThatThrownBy(() -> types.spell(new Address()))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("Address")
        .hasMessageContaining("sqlite");
    assertThatThrownBy(() -> types.codec(new Address())).isInstanceOf(CompileException.class);
  }
}
