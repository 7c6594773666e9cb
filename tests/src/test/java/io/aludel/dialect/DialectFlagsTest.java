package io.aludel.dialect;

import static io.aludel.dialect.Capability.ALTER_CONSTRAINTS;
import static io.aludel.dialect.Capability.BATCH_GENERATED_KEYS;
import static io.aludel.dialect.Capability.COMMENTS;
import static io.aludel.dialect.Capability.COUNTS_MATCHED_ROWS;
import static io.aludel.dialect.Capability.DELETE_RETURNING;
import static io.aludel.dialect.Capability.IDENTITY_COLUMNS;
import static io.aludel.dialect.Capability.INSERT_RETURNING;
import static io.aludel.dialect.Capability.JSON;
import static io.aludel.dialect.Capability.MULTI_ROW_INSERT;
import static io.aludel.dialect.Capability.NATIVE_BOOLEAN;
import static io.aludel.dialect.Capability.NATIVE_ENUM;
import static io.aludel.dialect.Capability.NATIVE_UUID;
import static io.aludel.dialect.Capability.ORDERED_INSERT_RETURNING;
import static io.aludel.dialect.Capability.ROW_LOCKS;
import static io.aludel.dialect.Capability.SEQUENCES;
import static io.aludel.dialect.Capability.SHARED_ROW_LOCKS;
import static io.aludel.dialect.Capability.TUPLE_LISTS;
import static io.aludel.dialect.Capability.UPDATE_RETURNING;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mappers ask dialects, each flag as it was measured, and each tried on its database. */
@Parity("ORM-DIA-06")
class DialectFlagsTest {
  /** What a mapper asks; everything else is asked by compilers only. */
  private static final Set<Capability> ASKED = EnumSet.of(
      INSERT_RETURNING,
      UPDATE_RETURNING,
      DELETE_RETURNING,
      ORDERED_INSERT_RETURNING,
      BATCH_GENERATED_KEYS,
      MULTI_ROW_INSERT,
      COUNTS_MATCHED_ROWS,
      SEQUENCES,
      IDENTITY_COLUMNS,
      NATIVE_ENUM,
      NATIVE_BOOLEAN,
      NATIVE_UUID,
      JSON,
      ALTER_CONSTRAINTS,
      COMMENTS,
      TUPLE_LISTS,
      ROW_LOCKS,
      SHARED_ROW_LOCKS);

  private static final Map<String, Set<Capability>> MISSING = Map.of(
      "sqlite",
          EnumSet.of(
              BATCH_GENERATED_KEYS,
              SEQUENCES,
              IDENTITY_COLUMNS,
              NATIVE_ENUM,
              NATIVE_BOOLEAN,
              NATIVE_UUID,
              ALTER_CONSTRAINTS,
              COMMENTS,
              TUPLE_LISTS,
              ROW_LOCKS,
              SHARED_ROW_LOCKS),
      "h2", EnumSet.of(SHARED_ROW_LOCKS),
      "postgresql", EnumSet.noneOf(Capability.class),
      "mysql",
          EnumSet.of(
              INSERT_RETURNING,
              UPDATE_RETURNING,
              DELETE_RETURNING,
              ORDERED_INSERT_RETURNING,
              SEQUENCES,
              IDENTITY_COLUMNS,
              NATIVE_BOOLEAN,
              NATIVE_UUID),
      "mariadb", EnumSet.of(UPDATE_RETURNING, IDENTITY_COLUMNS, NATIVE_BOOLEAN, NATIVE_UUID),
      "oracle",
          EnumSet.of(
              ORDERED_INSERT_RETURNING,
              BATCH_GENERATED_KEYS,
              MULTI_ROW_INSERT,
              NATIVE_ENUM,
              NATIVE_BOOLEAN,
              NATIVE_UUID,
              SHARED_ROW_LOCKS),
      "sqlserver", EnumSet.of(BATCH_GENERATED_KEYS, NATIVE_ENUM, NATIVE_BOOLEAN, TUPLE_LISTS));

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<Integer> number = column("number", INTEGER).serverDefault("7");
  private final Column<Integer> other = column("other", INTEGER);
  private final Table table = Table.of("flags", metadata, id, number, other);

  @ParameterizedTest
  @CsvSource({
    "sqlite, 32766, 1000",
    "h2, 100000, 256",
    "postgresql, 65535, 63",
    "mysql, 65535, 64",
    "mariadb, 65535, 64",
    "oracle, 65535, 128",
    "sqlserver, 2098, 128"
  })
  void flags_ofTheKnownDialects_areThoseMeasured(String name, int parameters, int characters) {
    Dialect dialect = DialectSpelling.dialect(name);
    Set<Capability> missing = EnumSet.copyOf(ASKED);
    missing.removeIf(dialect::supports);

    assertThat(missing).isEqualTo(MISSING.get(name));
    assertThat(dialect.maxParameters()).isEqualTo(parameters);
    assertThat(dialect.identifiers().maxLength()).isEqualTo(characters);
  }

  private List<List<?>> rows(Connection connection, Executable statement) {
    List<List<?>> rows = new ArrayList<>();
    connection.execute(statement).forEach(found -> rows.add(found.asList()));
    return rows;
  }

  private void givesRowsOrRefuses(
      Connection connection, Capability capability, Executable statement, List<?> row) {
    if (connection.engine().dialect().supports(capability)) {
      assertThat(rows(connection, statement)).as(capability.name()).isEqualTo(List.of(row));
    } else {
      assertThatThrownBy(() -> connection.execute(statement))
          .as(capability.name())
          .isInstanceOf(CompileException.class);
    }
  }

  @ForEachDatabase
  void returning_ofEachKindOfWrite_isThereOrRefused(Engine engine) {
    metadata.createAll(engine);
    try (Connection connection = engine.connect()) {
      givesRowsOrRefuses(
          connection,
          INSERT_RETURNING,
          insert(table).values(row("id", 1, "other", 2)).returning(id, number),
          List.of(1, 7));
      givesRowsOrRefuses(
          connection,
          UPDATE_RETURNING,
          update(table).set(other, 3).where(id.eq(1)).returning(id, other),
          List.of(1, 3));
      givesRowsOrRefuses(
          connection,
          DELETE_RETURNING,
          delete(table).where(id.eq(1)).returning(number),
          List.of(7));
    }
  }

  @ForEachDatabase
  void counts_ofOneStatementAndOfBatches_areOfRowsMatched(Engine engine) {
    metadata.createAll(engine);
    try (Connection connection = engine.connect()) {
      connection.execute(insert(table)
          .values(row("id", 1, "other", 1), row("id", 2, "other", 2), row("id", 3, "other", 3)));
      assertThat(connection.execute(update(table).set(other, 2).where(id.le(2))).rowCount())
          .isEqualTo(2);
      var one =
          update(table).set(other, 2).where(id.eq(io.aludel.sql.Sql.parameter("key", INTEGER)));
      assertThat(connection
              .execute(one, List.of(Map.of("key", 1), Map.of("key", 2), Map.of("key", 99)))
              .rowCount())
          .isEqualTo(2);
      assertThat(connection.execute(delete(table)).rowCount()).isEqualTo(3);
    }
  }

  @ForEachDatabase
  void emptyRowsTuplesAndMostParameters_areAccepted(Engine engine) {
    metadata.createAll(engine);
    try (Connection connection = engine.connect()) {
      connection.execute(insert(table));
      assertThat(rows(connection, select(number, other)))
          .isEqualTo(List.of(java.util.Arrays.asList(7, null)));
      connection.execute(update(table).set(other, 1).set(id, 5));
      assertThat(connection
              .scalars(select(id).where(tuple(number, other).in(List.of(7, 1))))
              .all())
          .containsExactly(5);
      List<Integer> keys = new ArrayList<>();
      for (int key = 1; key <= 20_000; key++) {
        keys.add(key);
      }
      assertThat(connection.scalars(select(id).where(id.in(keys))).all()).containsExactly(5);
      assertThat(connection.scalars(select(id).where(id.eq(5)).forUpdate()).all())
          .containsExactly(5);
    }
  }

  @Test
  void types_nativeOrNot_areSpelledSo() {
    for (String name : MISSING.keySet()) {
      Dialect dialect = DialectSpelling.dialect(name);
      assertThat(!dialect.types().spell(SqlTypes.UUID).equals("CHAR(32)"))
          .as(name)
          .isEqualTo(dialect.supports(NATIVE_UUID));
      assertThat(dialect.types().spell(SqlTypes.BOOLEAN))
          .as(name)
          .isIn("BOOLEAN", "BOOL", "SMALLINT", "BIT");
      assertThat(dialect
              .types()
              .spell(SqlTypes.ENUM("S").named("size").asNative())
              .contains("VARCHAR"))
          .as(name)
          .isEqualTo(!dialect.supports(NATIVE_ENUM));
    }
  }
}
