package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.trueCondition;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.Warning;
import io.aludel.Warning.Category;
import io.aludel.Warnings;
import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.sql.Sql;
import io.aludel.testing.CapturedWarnings;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is odd though no mistake for sure: heard by tests, logged, or made an error. */
class WarningsTest {
  private final Warnings warnings = Warnings.of("app.part");

  @Nested
  @Parity("ORM-ERR-21")
  class Channel {
    @Test
    void warnings_ofEachCategory_areCaught() {
      List<Warning> caught = CapturedWarnings.during(() -> {
        warnings.warn("{} looks odd", "this");
        warnings.deprecated("old");
        warnings.legacy("{} and {}", 1, null);
      });

      assertThat(caught)
          .containsExactly(
              new Warning(Category.GENERAL, "app.part", "this looks odd", null),
              new Warning(Category.DEPRECATION, "app.part", "old", null),
              new Warning(Category.LEGACY, "app.part", "1 and null", null));
      assertThat(CapturedWarnings.during(() -> {})).isEmpty();
      assertThatThrownBy(() -> Warnings.of(" ")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void warnings_madeErrors_stopTheWork() {
      assertThatThrownBy(() -> CapturedWarnings.during(() -> warnings.warn("odd"), warning -> {
            throw new IllegalStateException(warning.toString());
          }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("odd");
    }

    @Test
    void warnings_ofSchemas_areHeard() {
      MetaData metadata = new MetaData();
      Table.of(
          "a",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("b", INTEGER).references("b.id"));
      Table.of(
          "b",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("a", INTEGER).references("a.id"));

      assertThat(CapturedWarnings.during(metadata::sortedTables))
          .singleElement()
          .satisfies(warning -> {
            assertThat(warning.category()).isEqualTo(Category.GENERAL);
            assertThat(warning.area()).isEqualTo("io.aludel.schema");
            assertThat(warning.message()).contains("lie on a cycle");
          });
    }
  }

  @Nested
  @DatabaseTest
  @Parity("ORM-ERR-21")
  class Origins {
    @Test
    void warnings_ofAnAutoflush_saySo(TestDatabase database) {
      SessionFactory sessions = Shop.on(database);
      sessions.events().beforeFlush((session, flush) -> warnings.warn("odd"));
      try (Session session = sessions.open()) {
        session.add(new User("Ann"));
        List<Warning> caught =
            CapturedWarnings.during(() -> session.scalars(select(User.class)).all());
        assertThat(caught).singleElement().hasToString("odd (Noticed during an autoflush.)");

        session.add(new User("Bob"));
        assertThat(CapturedWarnings.during(session::flush)).singleElement().hasToString("odd");
      }
    }
  }

  @Nested
  @Parity("ORM-SQL-40")
  class Linter {
    private final MetaData metadata = new MetaData();
    private final Column<Integer> id = column("id", INTEGER);
    private final Table one = Table.of("one", metadata, id);
    private final Column<Integer> oid = column("oid", INTEGER);
    private final Table other = Table.of("other", metadata, oid);

    private List<Warning> warned(Connection connection, Executable statement) {
      return CapturedWarnings.during(() -> connection.execute(statement).close());
    }

    @ForEachDatabase
    void statements_withUnlinkedTables_areWarnedOfOnce(Engine engine) {
      metadata.createAll(engine);
      try (Connection connection = engine.connect()) {
        Executable product = Sql.select(id, oid);
        assertThat(warned(connection, product)).singleElement().satisfies(warning -> {
          assertThat(warning.area()).isEqualTo("io.aludel.engine.warnings");
          assertThat(warning.message())
              .isEqualTo("SELECT has a cartesian product: nothing links 'other' with the rest of"
                  + " FROM. Join it, or link it in WHERE.");
        });
        assertThat(warned(connection, Sql.select(id, oid))).isEmpty();
        assertThat(warned(connection, Sql.select(id, oid).where(id.eq(oid)))).isEmpty();
        assertThat(warned(connection, Sql.select(id).from(one.join(other, trueCondition()))))
            .isEmpty();
        if (engine.dialect().supports(Capability.MULTI_TABLE_UPDATE)) {
          assertThat(warned(connection, Sql.update(one).set(id, oid))).hasSize(1);
          assertThat(warned(connection, Sql.update(one).set(id, oid).where(id.eq(oid))))
              .isEmpty();
        }
        if (engine.dialect().supports(Capability.MULTI_TABLE_DELETE)) {
          assertThat(warned(connection, Sql.delete(one).using(other))).hasSize(1);
          assertThat(warned(connection, Sql.delete(one).where(id.eq(oid)))).isEmpty();
        }
      }
    }

    @Test
    void linting_turnedOff_warnsOfNothing() {
      try (Engine engine =
              Engine.builder("jdbc:h2:mem:").enableFromLinting(false).create();
          Connection connection = engine.connect()) {
        metadata.createAll(connection);
        assertThat(warned(connection, Sql.select(id, oid))).isEmpty();
      }
      try (Engine strict = Engine.create("jdbc:h2:mem:");
          Connection connection = strict.connect()) {
        metadata.createAll(connection);
        assertThatThrownBy(() -> CapturedWarnings.during(
                () -> connection.execute(Sql.select(id, oid), Map.of()), warning -> {
                  throw new IllegalStateException(warning.message());
                }))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("cartesian product");
      }
    }
  }
}
