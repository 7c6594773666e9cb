package io.aludel.engine;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.reflection.Inspector;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.sql.Query;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.types.EnumType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other schemas in the place of those that tables name, in statements and in DDL. */
@ForEachDatabase
@Requires(Capability.SCHEMAS)
@Parity("ORM-ENG-16")
class SchemaTranslationTest {
  private final String tenant = "tenant_" + Long.toHexString(System.nanoTime());
  private final ExecutionOptions there =
      ExecutionOptions.NONE.schemaTranslateMap(Map.of("app", tenant, "", tenant));
  private final MetaData metadata = new MetaData("app");
  private Engine engine;

  @BeforeEach
  void create(Engine given) {
    engine = given;
    engine.inTransaction(connection -> connection.driverSql("CREATE SCHEMA " + tenant));
  }

  @AfterEach
  void drop() {
    boolean cascades = !engine.dialect().name().equals("mariadb");
    engine.inTransaction(
        connection -> connection.driverSql("DROP SCHEMA " + tenant + (cascades ? " CASCADE" : "")));
  }

  @Test
  void ddl_ofEveryKind_goesToTheOtherSchema() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<String> word = column("word", STRING(20));
    Table parent = Table.of("parent", metadata, id, word, check("word <> 'x'"), index("word"));
    Table.of(
        "child",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("pid", INTEGER).references("parent.id"));
    Table.of("plain", new MetaData(), column("x", INTEGER)).create(engine.with(there));
    Engine other = engine.with(there);

    metadata.createAll(other);
    assertThat(Inspector.of(engine).in(tenant).tables())
        .containsExactlyInAnyOrder("parent", "child", "plain");
    metadata.createAll(other);
    other.inTransaction(connection -> {
      connection.execute(insert(parent).values(row("id", 1, "word", "a")));
      View view = View.of("seen", metadata, select(word));
      connection.execute(new DdlElement.CreateView(view));
      assertThat(connection.scalar(select(view.table().<String>c("word")))).isEqualTo("a");
      connection.execute(new DdlElement.DropView(view));
    });
    metadata.dropAll(other);
    assertThat(Inspector.of(engine).in(tenant).tables()).containsExactly("plain");
  }

  @Test
  @Requires(Capability.SEQUENCES)
  void sequences_countInTheOtherSchema() {
    Sequence counter = Sequence.of("counter").in(metadata);
    Column<Long> id = column("id", SqlTypes.BIGINT)
        .primaryKey()
        .onInsert(io.aludel.schema.ColumnDefault.next(counter));
    Table counted = Table.of("counted", metadata, id, column("n", INTEGER));
    Engine other = engine.with(there);
    metadata.createAll(other);

    other.inTransaction(connection -> {
      connection.execute(insert(counted).values(row("n", 7)));
      assertThat(connection.scalar(select(id))).isEqualTo(1L);
      assertThat(connection.scalar(select(counter.next()))).isEqualTo(2L);
    });
    assertThat(Inspector.of(engine).in(tenant).hasSequence("counter")).isTrue();
    metadata.dropAll(other);
    assertThat(Inspector.of(engine).in(tenant).hasSequence("counter")).isFalse();
  }

  private enum Mood {
    SAD,
    GLAD
  }

  @Test
  void enums_ofTheDatabase_areThoseOfTheOtherSchema() {
    EnumType<Mood> type = SqlTypes.ENUM(Mood.class).asNative().inSchema("app");
    Column<Mood> mood = column("mood", type);
    Table moods = Table.of("moods", metadata, column("id", INTEGER).primaryKey(), mood);
    Engine other = engine.with(there);
    metadata.createAll(other);
    metadata.createAll(other);

    other.inTransaction(connection -> {
      connection.execute(insert(moods).values(row("id", 1, "mood", Mood.GLAD)));
      connection.execute(
          insert(moods),
          List.of(Map.of("id", 2, "mood", Mood.SAD), Map.of("id", 3, "mood", Mood.SAD)));
      assertThat(connection.scalars(select(mood).where(mood.in(Mood.SAD))).all())
          .containsExactly(Mood.SAD, Mood.SAD);
    });
    metadata.dropAll(other);
    metadata.createAll(other, metadata.tables(), CheckFirst.OFF);
    metadata.dropAll(other);
  }

  @Test
  void enums_behindAVariant_areThoseOfTheOtherSchema() {
    SqlType<Mood> type = SqlTypes.ENUM(Mood.class)
        .withVariant(
            SqlTypes.ENUM(Mood.class).asNative().inSchema("app"),
            engine.dialect().name());
    Column<Mood> mood = column("mood", type);
    Table moods = Table.of("moods", metadata, column("id", INTEGER).primaryKey(), mood);
    Engine other = engine.with(there);
    metadata.createAll(other);

    other.inTransaction(connection -> {
      connection.execute(insert(moods).values(row("id", 1, "mood", Mood.GLAD)));
      assertThat(connection.scalars(select(mood).where(mood.in(Mood.GLAD))).all())
          .containsExactly(Mood.GLAD);
    });
    metadata.dropAll(other);
    metadata.createAll(other, metadata.tables(), CheckFirst.OFF);
    metadata.dropAll(other);
  }

  @Test
  void statements_ofEveryKind_areCompiledOnceForEachMap() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<Integer> n = column("n", INTEGER);
    Table things = Table.of("things", metadata, id, n);
    Engine other = engine.with(there);
    metadata.createAll(other);
    String before = select(id).toString();

    other.inTransaction(connection -> {
      connection.execute(insert(things), List.of(Map.of("id", 1, "n", 1), Map.of("id", 2, "n", 2)));
      connection.execute(update(things).set(n, 5).where(id.eq(1)));
      connection.execute(delete(things).where(id.eq(2)));
      var alias = things.as("t");
      Query<Integer> found =
          select(n).where(select(alias.c(id)).where(alias.c(id).eq(id)).exists());
      assertThat(connection.scalar(found)).isEqualTo(5);
      long compiled = engine.statistics().cache().compilations();
      assertThat(connection.scalar(found)).isEqualTo(5);
      assertThat(engine.statistics().cache().compilations()).isEqualTo(compiled);
      assertThat(connection
              .execute(
                  select(n),
                  Map.of(),
                  ExecutionOptions.NONE.schemaTranslateMap(Map.of("app", tenant)))
              .scalar())
          .isEqualTo(5);
    });
    assertThat(select(id).toString()).isEqualTo(before).contains("app.things");
    try (Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.scalar(select(n))).isInstanceOf(DatabaseException.class);
    }
    metadata.dropAll(other);
    assertThatThrownBy(() -> ExecutionOptions.NONE.schemaTranslateMap(null))
        .isInstanceOf(ArgumentException.class);
  }
}
