package io.aludel.dialect.script;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.SchemaTranslation;
import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.dialect.sqlite.SqliteDialect;
import io.aludel.engine.Engine;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Parity("ORM-ENG-05")
class SqlScriptTest {
  private final List<String> lines = new ArrayList<>();
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> word = column("word", STRING(20)).index();
  private final Table table = Table.of("words", metadata, comment("all words"), id, word);

  @Test
  void createAndDrop_giveTheSqlOfADatabaseThatIsNotThere() {
    Table.of(
        "moods",
        metadata,
        column("m", SqlTypes.ENUM("sad", "glad").named("mood").asNative()),
        column("w", INTEGER).references("words.id"));
    SqlScript script = SqlScript.of(new PostgresqlDialect(), lines::add);

    metadata.createAll(script, metadata.tables(), CheckFirst.OFF);
    script.execute(insert(table).values(row("id", 1, "word", "it's")));
    metadata.dropAll(script, metadata.tables(), CheckFirst.OFF);

    assertThat(lines)
        .containsExactly(
            "CREATE TYPE mood AS ENUM ('sad', 'glad')",
            "CREATE TABLE words (\n  id SERIAL NOT NULL,\n  word VARCHAR(20),\n  PRIMARY KEY (id)\n)",
            "COMMENT ON TABLE words IS 'all words'",
            "CREATE INDEX ix_words_word ON words (word)",
            "CREATE TABLE moods (\n  m mood,\n  w INTEGER,\n  FOREIGN KEY (w) REFERENCES words (id)\n)",
            "INSERT INTO words (id, word) VALUES (1, 'it''s')",
            "DROP TABLE moods",
            "DROP TABLE words",
            "DROP TYPE mood");
  }

  @Test
  void options_shapeTheScript() {
    SqlScript.of(new PostgresqlDialect(), lines::add)
        .with(SchemaTranslation.added(CompileOptions.NONE, Map.of("", "app")))
        .execute(select(id).where(id.in(1, 2)));

    assertThat(lines)
        .containsExactly("SELECT app.words.id FROM app.words WHERE app.words.id IN (1, 2)");
  }

  @ForEachDatabase
  void script_ofADatabase_runsThere(Engine engine) {
    SqlScript script = SqlScript.of(engine.dialect(), lines::add);
    metadata.createAll(script, metadata.tables(), CheckFirst.OFF);
    script.execute(insert(table).values(row("id", 1, "word", "a'b\\")));

    engine.inTransaction(connection -> {
      lines.forEach(connection::driverSql);
      assertThat(connection.scalar(select(word))).isEqualTo("a'b\\");
    });
  }

  @Test
  void script_thatWouldHaveToLook_isRefused() {
    SqlScript script = SqlScript.of(new SqliteDialect(), lines::add);

    assertThatThrownBy(() -> metadata.createAll(script))
        .isInstanceOfSatisfying(
            ArgumentException.class,
            e -> assertThat(e.code()).isEqualTo(CoreError.NOT_SUPPORTED_HERE))
        .hasMessageContaining("whether table 'words' exists", "CheckFirst.OFF");
    assertThatThrownBy(() -> metadata.reflect(script)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() ->
            script.execute(select(id).where(word.eq(parameter("p", SqlTypes.STRING)))))
        .hasMessageContaining("Cannot write parameter 'p' into the SQL");
    assertThatThrownBy(() -> SqlScript.of(null, lines::add)).isInstanceOf(ArgumentException.class);
    assertThat(lines).isEmpty();
  }
}
