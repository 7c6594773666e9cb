package io.aludel.dialect.sqlite;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.sql.operator.JsonExpression.json;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Connection;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.StatementException;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.Relation;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SQLite has of its own, in memory and in a file. */
@Parity("ORM-DIA-01")
class SqliteDialectTest {
  private final Engine engine = Engine.create("jdbc:sqlite::memory:");
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> word = column("word", STRING(20)).unique();
  private final Table words = Table.of("words", metadata, id, word);

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  @Parity("ORM-SQL-27")
  void returning_ofABatchOfWhichATriggerDropsARow_isAnError() {
    metadata.createAll(engine);
    engine.inTransaction(connection -> connection.driverSql("CREATE TRIGGER few BEFORE INSERT ON"
        + " words WHEN new.word = 'b' BEGIN SELECT RAISE(IGNORE); END"));
    assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(
            insert(words).returning(id),
            List.of(Map.of("word", "a"), Map.of("word", "b"), Map.of("word", "c")))))
        .isInstanceOf(StatementException.class)
        .hasMessageContaining("An INSERT of 2 rows gave 1 back, so that it cannot be told which is")
        .hasMessageContaining("[ENG-119]");
    engine.inTransaction(
        connection -> assertThat(connection.execute(select(words)).all()).isEmpty());
  }

  @Test
  void returning_ofEveryWrite_givesRows() {
    metadata.createAll(engine);
    StatementRecorder recorder = StatementRecorder.on(engine);
    engine.inTransaction(connection -> {
      assertThat(connection
              .execute(insert(words).values(row("word", "a")).returning(id))
              .scalar())
          .isEqualTo(1);
      assertThat(
              connection.execute(update(words).set(word, "b").returning(word)).scalar())
          .isEqualTo("b");
      assertThat(connection.execute(delete(words).returning(id, word)).one().asList())
          .containsExactly(1, "b");
    });
    assertThat(recorder.statements())
        .extracting(sent -> sent.sql())
        .containsExactly(
            "INSERT INTO words (word) VALUES (?) RETURNING id",
            "UPDATE words SET word = ? RETURNING word",
            "DELETE FROM words RETURNING id, word");
    recorder.close();
  }

  @Test
  void upsert_onTheKey_changesTheRow() {
    metadata.createAll(engine);
    var upsert = insert(words)
        .values(row("id", 1, "word", "b"))
        .onConflict(id)
        .doUpdate(change -> change.set(word, excluded(word)));
    assertThat(upsert.toString())
        .isEqualTo(
            "INSERT INTO words (id, word) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET word ="
                + " excluded.word");
    engine.inTransaction(connection -> {
      connection.execute(insert(words).values(row("id", 1, "word", "a")));
      connection.execute(upsert);
      connection.execute(
          insert(words).values(row("id", 2, "word", "b")).onConflict(word).doNothing());
      assertThat(connection.scalars(select(word)).all()).containsExactly("b");
    });
  }

  @Test
  void json_asTextAndAsBlob_isReadByPath() {
    Column<Json> text = column("t", SqlTypes.JSON);
    Column<Json> blob = column("b", SqlTypes.JSONB);
    Table docs = Table.of("docs", metadata, text, blob);
    metadata.createAll(engine);
    Json document = Json.of(java.util.Map.of("a", List.of(1, 2)));
    engine.inTransaction(connection -> {
      connection.execute(insert(docs).values(row("t", document, "b", document)));
      assertThat(connection.scalar(select(text))).isEqualTo(document);
      assertThat(connection.scalar(select(blob))).isEqualTo(document);
      assertThat(connection.scalar(select(json(text).at("a").at(1).asInteger())))
          .isEqualTo(2);
      assertThat(connection.scalar(select(json(blob).at("a").at(0).asInteger())))
          .isEqualTo(1);
      assertThat(connection.driverSql("select typeof(t) || typeof(b) from docs").scalar())
          .isEqualTo("textblob");
    });
  }

  @Test
  void tables_ofEveryKind_areSpelledKeptAndReflected() {
    Table counted = Table.of(
        "counted",
        metadata,
        SqliteOptions.autoincrement(),
        column("id", INTEGER).primaryKey(),
        column("n", INTEGER));
    Table rowless = Table.of(
        "rowless",
        metadata,
        SqliteOptions.withoutRowid(),
        SqliteOptions.strict(),
        column("id", SqlTypes.INTEGER)
            .primaryKey()
            .autoincrement(io.aludel.schema.Autoincrement.NEVER),
        column("t", SqlTypes.TEXT));
    var ddl = engine.dialect().ddl();
    assertThat(ddl.compile(new io.aludel.schema.DdlElement.CreateTable(counted)))
        .isEqualTo("CREATE TABLE counted (\n  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,\n"
            + "  n INTEGER\n)");
    assertThat(ddl.compile(new io.aludel.schema.DdlElement.CreateTable(rowless)))
        .endsWith(") WITHOUT ROWID, STRICT");
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(counted).values(row("n", 1)));
      connection.execute(delete(counted));
      assertThat(connection.execute(insert(counted).values(row("n", 2))).insertedKeys())
          .containsExactly(List.of(2));
      assertThatThrownBy(() -> connection.driverSql("INSERT INTO rowless VALUES ('x', 'y')"))
          .isInstanceOf(DatabaseException.class);
    });
    Inspector inspector = Inspector.of(engine);
    assertThat(inspector.tableOptions("rowless"))
        .containsKeys("sqlite:without_rowid", "sqlite:strict");
    MetaData found = new MetaData();
    inspector.reflect(found, io.aludel.reflection.ReflectOptions.ALL);
    for (Table table : metadata.tables()) {
      assertThat(ddl.compile(new io.aludel.schema.DdlElement.CreateTable(found.table(table.key()))))
          .isEqualTo(ddl.compile(new io.aludel.schema.DdlElement.CreateTable(table)));
    }
    assertThat(inspector.relations()).extracting(Relation::name).doesNotContain("sqlite_sequence");
  }

  @Test
  void dates_asText_sortAndAreReadByTheDatabase() {
    Column<LocalDate> day = column("d", SqlTypes.DATE);
    Column<LocalTime> time = column("t", SqlTypes.TIME);
    Column<LocalDateTime> moment = column("m", SqlTypes.TIMESTAMP);
    Column<LocalDate> german = column("g", SqliteTypes.DATE("dd.MM.yyyy"));
    Table days = Table.of("days", metadata, day, time, moment, german);
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(days)
          .values(row("d", LocalDate.of(2024, 2, 29), "t", LocalTime.of(1, 2, 3))
              .and("m", LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4_000))
              .and("g", LocalDate.of(2024, 2, 29))));
      assertThat(connection
              .driverSql("select d || '|' || t || '|' || m || '|' || g from days")
              .scalar())
          .isEqualTo("2024-02-29|01:02:03.000000|2024-02-29 01:02:03.000004|29.02.2024");
      assertThat(connection.scalar(select(german))).isEqualTo(LocalDate.of(2024, 2, 29));
    });
  }

  @Test
  void foreignKeys_areOnUnlessTheUrlSaysOtherwise() {
    Table.of(
        "children",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("wid", INTEGER)
            .foreignKey(ForeignKey.to("words.id").onDelete(ReferentialAction.CASCADE)));
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(words).values(row("id", 1)));
      connection.execute(insert(metadata.table("children")).values(row("id", 1, "wid", 1)));
      connection.execute(delete(words));
      assertThat(connection.scalar(select(func.count()).from(metadata.table("children"))))
          .isZero();
    });
    assertThatThrownBy(() -> engine.inTransaction(connection ->
            connection.execute(insert(metadata.table("children")).values(row("id", 2, "wid", 9)))))
        .isInstanceOf(IntegrityException.class);
    try (Engine lax = Engine.create("jdbc:sqlite::memory:?foreign_keys=false")) {
      assertThat(lax.<Object>fromTransaction(
              connection -> connection.driverSql("pragma foreign_keys").scalar()))
          .isEqualTo(0);
    }
    try (Engine lax =
        Engine.builder("jdbc:sqlite::memory:").property("foreign_keys", "false").create()) {
      assertThat(lax.<Object>fromTransaction(
              connection -> connection.driverSql("pragma foreign_keys").scalar()))
          .isEqualTo(0);
    }
  }

  /** The driver begins its transactions late; ours must hold DDL, savepoints and reads together. */
  @Test
  void transactions_withSavepointsAndDdl_areWholeOnes(@TempDir Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("a.db");
    try (Engine file = Engine.create(url)) {
      metadata.createAll(file);
      try (Connection connection = file.connect();
          Connection other = file.connect()) {
        connection.execute(insert(words).values(row("word", "kept")));
        var savepoint = connection.beginNested();
        connection.execute(insert(words).values(row("word", "lost")));
        savepoint.rollback();
        var inner = connection.beginNested();
        connection.driverSql("CREATE TABLE made (x)");
        inner.commit();
        assertThat(other.scalars(select(word)).all()).isEmpty();
        other.rollback();
        connection.commit();
        assertThat(other.scalars(select(word)).all()).containsExactly("kept");
        other.rollback();
        connection.driverSql("DROP TABLE made");
        connection.rollback();
        assertThat(connection.driverSql("select count(*) from made").scalar()).isEqualTo(0);
        connection.rollback();
        assertThatThrownBy(() -> {
              try (var lost = connection.beginNested()) {
                connection.execute(insert(words).values(row("word", "kept")));
                lost.commit();
              }
            })
            .isInstanceOf(IntegrityException.class);
        connection.execute(insert(words).values(row("word", "after")));
        connection.commit();
        assertThat(connection.scalars(select(word).orderBy(word)).all())
            .containsExactly("after", "kept");
      }
    }
  }

  /** A transaction that has read sees the same rows until it ends. */
  @Test
  void transactions_thatRead_areIsolated(@TempDir Path folder) {
    String url = "jdbc:sqlite:" + folder.resolve("b.db") + "?journal_mode=WAL";
    try (Engine file = Engine.create(url)) {
      metadata.createAll(file);
      try (Connection reader = file.connect();
          Connection writer = file.connect()) {
        assertThat(reader.scalars(select(word)).all()).isEmpty();
        writer.execute(insert(words).values(row("word", "new")));
        writer.commit();
        assertThat(reader.scalars(select(word)).all()).isEmpty();
        reader.rollback();
        assertThat(reader.scalars(select(word)).all()).containsExactly("new");
      }
    }
  }
}
