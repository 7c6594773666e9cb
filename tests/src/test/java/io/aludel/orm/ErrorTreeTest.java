package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.AludelException;
import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.ErrorCode;
import io.aludel.InvalidRequestException;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.MultipleResultsException;
import io.aludel.engine.NoResultException;
import io.aludel.engine.ResourceClosedException;
import io.aludel.engine.TransactionStateException;
import io.aludel.engine.url.MissingDriverException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.state.InstanceState;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.NoSuchTableException;
import io.aludel.reflection.UnreflectableTableException;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DuplicateNameException;
import io.aludel.schema.MetaData;
import io.aludel.schema.NoReferencedColumnException;
import io.aludel.schema.NoReferencedTableException;
import io.aludel.schema.NoSuchNameException;
import io.aludel.schema.Table;
import io.aludel.sql.Sql;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One root, stable codes, a branch for each kind of mistake. */
class ErrorTreeTest {
  private final MetaData metadata = new MetaData();

  private static void assertRefused(
      ThrowingCallable call, Class<? extends AludelException> kind, ErrorCode code) {
    assertThatExceptionOfType(kind).isThrownBy(call).satisfies(e -> {
      assertThat(e.code()).isEqualTo(code);
      assertThat(e.getMessage()).endsWith("[" + code.code() + "]");
    });
  }

  @Nested
  @Parity("ORM-ERR-01")
  class Root {
    @Test
    void everyFailure_hasACodeAndAPlaceWhereItIsExplained() throws Exception {
      String article = Files.readString(Path.of("..", "docs", "errors.md"));
      Set<String> seen = new HashSet<>();
      for (ErrorCode[] codes : new ErrorCode[][] {
        CoreError.values(),
        OrmError.values(),
        io.aludel.queryset.QuerySetError.values(),
        io.aludel.automap.AutomapError.values()
      }) {
        for (ErrorCode code : codes) {
          assertThat(code.code()).matches("[A-Z]{2,5}-\\d{3}");
          assertThat(seen.add(code.code())).as(code.code()).isTrue();
          assertThat(code.documentation()).isEqualTo("docs/errors.md#:~:text=" + code.code());
          assertThat(article).contains("### " + code.code() + " ");
        }
      }
    }

    @Test
    void everyFailure_isUncheckedAndOfOneRoot() {
      assertThat(AludelException.class).isAbstract().isAssignableTo(RuntimeException.class);
      assertThatThrownBy(() -> metadata.table("x"))
          .isInstanceOfSatisfying(AludelException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreError.NO_SUCH_NAME);
            assertThat(e.getMessage()).endsWith("[DDL-102]");
            assertThat(e.getCause()).isNull();
          });
    }
  }

  /** A statement of a kind that no compiler knows. */
  private static final class Foreign extends StatementNode {
    @Override
    public List<Node> items() {
      return List.of();
    }

    @Override
    public void key(KeyBuilder keys) {
      keys.add(Foreign.class);
    }
  }

  @Nested
  @Parity("ORM-ERR-02")
  class WrongArguments {
    @Test
    void names_thatAreTakenOrMissing_areArgumentErrors() {
      Table table = Table.of("t", metadata, column("a", INTEGER));

      assertRefused(
          () -> table.append(column("a", INTEGER)),
          DuplicateNameException.class,
          CoreError.DUPLICATE_NAME);
      assertRefused(
          () -> table.append(unique("b")), NoSuchNameException.class, CoreError.NO_SUCH_NAME);
      for (Class<?> kind : List.of(
          DuplicateNameException.class,
          NoSuchNameException.class,
          NoSuchTableException.class,
          MappingException.class,
          WrongKeyException.class)) {
        assertThat(kind).isAssignableTo(ArgumentException.class);
      }
    }

    @Test
    void databases_thatNobodyKnows_areNamed() {
      assertRefused(
          () -> Engine.create("jdbc:fox:den"),
          ArgumentException.class,
          CoreError.UNKNOWN_URL_SCHEME);
      assertThat(MissingDriverException.class).isAssignableTo(AludelException.class);
    }

    @Test
    void joins_withoutOrWithTooManyForeignKeys_sayWhatWouldHelp() {
      Table a = Table.of("a", metadata, column("id", INTEGER).primaryKey());
      Table b = Table.of(
          "b",
          metadata,
          column("x", INTEGER).references("a.id"),
          column("y", INTEGER).references("a.id"));
      Table c = Table.of("c", metadata, column("id", INTEGER));
      try (Engine engine = Engine.create("jdbc:h2:mem:");
          Connection connection = engine.connect()) {
        assertRefused(
            () -> connection.execute(Sql.select(a).join(b)),
            CompileException.class,
            CoreError.AMBIGUOUS_FOREIGN_KEYS);
        assertRefused(
            () -> connection.execute(Sql.select(a).join(c)),
            CompileException.class,
            CoreError.NO_FOREIGN_KEYS);
        assertThatThrownBy(() -> connection.execute(Sql.select(a).join(c)))
            .hasMessageContaining("Give the join a condition");
        assertRefused(
            () -> connection.execute(Foreign::new), CompileException.class, CoreError.WRONG_ROLE);
      }
    }
  }

  @Nested
  @Parity("ORM-ERR-06")
  class References {
    @Test
    void foreignKeys_thatLeadNowhere_nameBothEnds() {
      Table table = Table.of("child", metadata, column("pid", INTEGER).references("parent.id"));

      assertThatThrownBy(() -> table.foreignKeys().get(0).referredColumns())
          .isInstanceOfSatisfying(
              NoReferencedTableException.class,
              e -> assertThat(e.code()).isEqualTo(CoreError.NO_REFERENCED_TABLE))
          .hasMessageContaining("child.pid", "parent");
      Table.of("parent", metadata, column("other", INTEGER));
      assertThatThrownBy(() -> table.foreignKeys().get(0).referredColumns())
          .isInstanceOfSatisfying(
              NoReferencedColumnException.class,
              e -> assertThat(e.code()).isEqualTo(CoreError.NO_REFERENCED_COLUMN))
          .hasMessageContaining("child.pid", "parent", "id");
    }

    @ForEachDatabase
    void tables_thatAreNotThere_areNamed(Engine engine) {
      assertThatThrownBy(() -> Inspector.of(engine).columns("nowhere"))
          .isInstanceOfSatisfying(
              NoSuchTableException.class, e -> assertThat(e.names()).containsExactly("nowhere"))
          .hasMessageEndingWith("[DDL-112]");
      assertThatThrownBy(() -> Inspector.of(engine).table("nowhere", metadata))
          .isInstanceOf(NoSuchTableException.class);
    }

    @ForEachDatabase
    void views_whoseTablesAreGone_areLeftOutOrNamed(Engine engine) {
      String name = engine.dialect().name();
      if (!name.equals("sqlite") && !name.equals("mariadb")) {
        assertThat(name).isIn("h2", "postgresql"); // these refuse to drop what a view needs
        return;
      }
      Table table = Table.of("kept", metadata, column("id", INTEGER));
      Table gone = Table.of("gone", metadata, column("id", INTEGER));
      metadata.createAll(engine);
      engine.inTransaction(
          connection -> connection.driverSql("CREATE VIEW broken AS SELECT id FROM gone"));
      gone.drop(engine);
      try {
        MetaData found = new MetaData();
        Inspector.of(engine)
            .reflect(
                found,
                io.aludel.reflection.ReflectOptions.ALL.with(
                    io.aludel.reflection.ReflectOptions.Extra.VIEWS));
        assertThat(found.tables()).extracting(Table::name).containsExactly("kept");
        assertThatThrownBy(() -> Inspector.of(engine).table("broken", new MetaData()))
            .isInstanceOfSatisfying(UnreflectableTableException.class, e -> {
              assertThat(e.name()).isEqualTo("broken");
              assertThat(e.code()).isEqualTo(CoreError.UNREFLECTABLE_TABLE);
            })
            .hasMessageStartingWith("View 'broken' cannot be reflected");
      } finally {
        engine.inTransaction(connection -> connection.driverSql("DROP VIEW broken"));
        table.drop(engine);
      }
    }
  }

  /** What cannot be looked at is mostly refused by the compiler of Java. */
  @Test
  @Parity("ORM-ERR-08")
  void inspection_ofOtherThings_isRefused() {
    assertThatThrownBy(() -> InstanceState.of("text"))
        .isInstanceOf(UnmappedClassException.class)
        .hasMessageContaining("java.lang.String");
    assertThatThrownBy(() -> InstanceState.of(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Inspector.of(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Shop.MODELS.mapper(String.class))
        .isInstanceOf(UnmappedClassException.class);
  }

  @Nested
  @Parity("ORM-ERR-10")
  class Compiling {
    @ForEachDatabase
    void names_tooLongForTheDatabase_areRefused(Engine engine) {
      String name = "n".repeat(engine.dialect().identifiers().maxLength() + 1);
      Table table = Table.of(name, metadata, column("id", INTEGER));

      assertThatThrownBy(() -> table.create(engine))
          .isInstanceOfSatisfying(CompileException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreError.NAME_TOO_LONG);
            assertThat(e.dialect()).isEqualTo(engine.dialect().name());
          })
          .hasMessageContaining("Shorten it");
    }

    @Test
    void constructs_thatADialectLacks_areNamedWithTheCapability() {
      Table table = Table.of("t", metadata, column("id", INTEGER));
      try (Engine engine = Engine.create("jdbc:sqlite::memory:");
          Connection connection = engine.connect()) {
        assertThatThrownBy(
                () -> connection.execute(Sql.select(table).distinctOn(table.<Integer>c("id"))))
            .isInstanceOfSatisfying(
                CompileException.class,
                e -> assertThat(e.code()).isEqualTo(CoreError.CANNOT_COMPILE))
            .hasMessageContaining("sqlite lacks DISTINCT_ON");
        assertThatThrownBy(() -> connection.execute(
                new DdlElement.CreateSequence(io.aludel.schema.Sequence.of("s"))))
            .isInstanceOf(CompileException.class);
      }
    }
  }

  @Nested
  @DatabaseTest
  @Parity("ORM-ERR-03")
  class WrongMoments {
    @Test
    void connections_usedAtTheWrongMoment_sayWhatIsWrong(TestDatabase database) {
      Connection connection = database.engine().connect();
      connection.begin();
      assertRefused(
          connection::begin, TransactionStateException.class, CoreError.TRANSACTION_STATE);
      var result = connection.execute(text("select 1"));
      result.close();
      assertRefused(result::first, ResourceClosedException.class, CoreError.CLOSED);
      assertRefused(
          () -> connection.execute(text("select 1 where 1 = 0")).one(),
          NoResultException.class,
          CoreError.NO_RESULT);
      assertRefused(
          () -> connection.execute(text("select 1 union all select 1")).one(),
          MultipleResultsException.class,
          CoreError.MULTIPLE_RESULTS);
      connection.close();
      assertRefused(connection::begin, ResourceClosedException.class, CoreError.CLOSED);
    }

    @Test
    void sessions_usedAtTheWrongMoment_sayWhatIsWrong(TestDatabase database) {
      SessionFactory sessions = Shop.on(database);
      User user = new User("Ann");
      try (Session session = sessions.open();
          Session other = sessions.open()) {
        session.add(user);
        assertRefused(() -> other.add(user), InvalidRequestException.class, OrmError.OTHER_SESSION);
        session.begin();
      } catch (SessionStateException begun) {
        assertThat(begun.code()).isEqualTo(OrmError.TRANSACTION_STATE);
      }
      try (Session explicit = sessions.with(SessionOption.autobegin(false)).open()) {
        assertThatThrownBy(() -> explicit.scalars(select(User.class)).all())
            .isInstanceOf(InvalidRequestException.class);
      }
      Session closed = sessions.open();
      closed.close();
      assertRefused(closed::commit, SessionStateException.class, OrmError.SESSION_CLOSED);
      Consumer<Session> flushes = Session::flush;
      SessionFactory flushing = Shop.on(database);
      flushing.events().beforeFlush((session, flush) -> flushes.accept(session));
      try (Session session = flushing.open()) {
        session.add(new User("Bob"));
        assertRefused(session::flush, InvalidRequestException.class, OrmError.FLUSH_IN_PROGRESS);
      }
    }

    @Test
    void failuresOfTheMoment_haveOneParent() {
      for (Class<?> kind : List.of(
          SessionStateException.class,
          ObjectStateException.class,
          LoadRefusedException.class,
          UnsupportedStatementException.class,
          ObjectNotFoundException.class,
          PendingRollbackException.class,
          TransactionStateException.class,
          ResourceClosedException.class,
          NoResultException.class,
          MultipleResultsException.class,
          io.aludel.engine.PendingRollbackException.class,
          io.aludel.engine.OverlappingUseException.class)) {
        assertThat(kind).isAssignableTo(InvalidRequestException.class);
      }
      assertThat(UnmappedClassException.class).isAssignableTo(ArgumentException.class);
    }
  }
}
