package io.aludel.dialect.mysql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.dialect.TypeCompiler;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.types.EnumType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The types of MySQL alone. */
class MysqlTypesTest {
  @ForEachDatabase
  @Requires(Capability.UNSIGNED_NUMBERS)
  void types_values_comeBack(Engine engine) {
    comesBack(engine, MysqlTypes.TINYINT_UNSIGNED, (short) 255);
    comesBack(engine, MysqlTypes.SMALLINT_UNSIGNED, 65_535);
    comesBack(engine, MysqlTypes.MEDIUMINT, -8_388_608);
    comesBack(engine, MysqlTypes.MEDIUMINT_UNSIGNED, 16_777_215);
    comesBack(engine, MysqlTypes.INTEGER_UNSIGNED, 4_294_967_295L);
    comesBack(engine, MysqlTypes.BIGINT_UNSIGNED, new BigInteger("18446744073709551615"));
    comesBack(engine, MysqlTypes.TINYTEXT, "short");
    comesBack(engine, MysqlTypes.LONGTEXT, "long");
    comesBack(engine, MysqlTypes.YEAR, Year.of(2024));
    comesBack(engine, MysqlTypes.SET("a", "b", "c"), Set.of("c", "a"));
    comesBack(engine, MysqlTypes.SET("a", "b", "c"), Set.of());
    comesBack(engine, MysqlTypes.DATETIME(3), LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_000_000));
    comesBack(engine, MysqlTypes.TIME(0), LocalTime.of(23, 59, 59));
  }

  private <T> void comesBack(Engine engine, SqlType<T> type, T value) {
    Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    Column<T> val = column("val", type);
    MetaData metadata = new MetaData();
    Table table = Table.of("things", metadata, id, val);
    metadata.createAll(engine);
    engine.inTransaction(
        connection -> connection.execute(insert(table).values(row("id", 1, "val", value))));
    assertThat(engine.<T>fromTransaction(
            connection -> connection.scalar(select(val).where(val.eq(value)))))
        .isEqualTo(value);
    metadata.dropAll(engine);
  }

  @Test
  void spell_types_areThoseOfMysql() {
    TypeCompiler types = new MysqlDialect().types();
    assertThat(types.spell(MysqlTypes.INTEGER_UNSIGNED)).isEqualTo("INTEGER UNSIGNED");
    assertThat(types.spell(MysqlTypes.BIGINT_UNSIGNED)).isEqualTo("BIGINT UNSIGNED");
    assertThat(types.spellCast(MysqlTypes.BIGINT_UNSIGNED)).isEqualTo("UNSIGNED INTEGER");
    assertThat(types.spell(MysqlTypes.SET("a", "it's"))).isEqualTo("SET('a', 'it''s')");
    assertThat(types.spell(MysqlTypes.DATETIME(3))).isEqualTo("DATETIME(3)");
    assertThat(types.spell(MysqlTypes.YEAR)).isEqualTo("YEAR");
    assertThat(types.spell(EnumType.of("a", "b\\'").asNative())).isEqualTo("ENUM('a', 'b\\\\''')");
  }

  @Test
  void types_misuse_isRefused() {
    assertThatThrownBy(() -> MysqlTypes.SET("a,b")).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> MysqlTypes.DATETIME(7)).isInstanceOf(ArgumentException.class);
  }
}
