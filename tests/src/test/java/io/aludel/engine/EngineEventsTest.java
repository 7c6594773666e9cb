package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
class EngineEventsTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Table table = Table.of("things", metadata, id);
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void create(Engine engine) {
    metadata.createAll(engine);
  }

  @Test
  @Parity({"ORM-EVT-39", "ORM-EVT-40", "ORM-EVT-46"})
  void transaction_withSavepoints_tellsEachStepInOrder(Engine engine) {
    EngineEvents events = engine.events();
    events.pool().onCheckout(connection -> heard.add("checkout"));
    events.pool().onCheckin(connection -> heard.add("checkin"));
    events.onBegin(connection -> heard.add("begin"));
    events.onCommit(connection -> heard.add("commit"));
    events.onRollback(connection -> heard.add("rollback"));
    events.onSavepoint((connection, name) -> heard.add("savepoint"));
    events.onReleaseSavepoint((connection, name) -> heard.add("release"));
    events.onRollbackToSavepoint((connection, name) -> heard.add("back"));

    try (Connection connection = engine.connect()) {
      connection.beginNested().commit();
      connection.beginNested().rollback();
      connection.commit();
      connection.begin();
    }

    assertThat(heard)
        .containsExactly(
            "checkout",
            "begin",
            "savepoint",
            "release",
            "savepoint",
            "back",
            "commit",
            "begin",
            "rollback",
            "checkin");
  }

  @Test
  @Parity({"ORM-EVT-37", "ORM-EVT-38"})
  void execution_tellsStatementAndFinalSql(Engine engine) {
    var statement = insert(table);
    engine
        .events()
        .beforeExecute((connection, told, parameters) -> heard.add("before " + parameters));
    engine.events().afterExecute((connection, told, parameters) -> heard.add("after"));
    engine
        .events()
        .beforeCursorExecute((connection, sent) -> heard.add(sent.sql() + sent.parameters()));
    engine.events().afterCursorExecute((connection, sent) -> heard.add("sent"));

    engine.inTransaction(
        connection -> connection.execute(statement, List.of(Map.of("id", 1), Map.of("id", 2))));

    assertThat(heard)
        .containsExactly(
            "before [{id=1}, {id=2}]",
            "INSERT INTO things (id) VALUES (?), (?)[[1, 2]]",
            "sent",
            "after");
  }

  @Test
  void listener_removed_hearsNoMore(Engine engine) {
    ListenerHandle handle = engine.events().onBegin(connection -> heard.add("begin"));
    engine.inTransaction(connection -> {});
    handle.remove();
    handle.remove();
    engine.inTransaction(connection -> {});

    assertThat(heard).containsExactly("begin");
  }

  @Test
  @Parity("ORM-EVT-43")
  void handleError_mayPutAnotherExceptionInPlace(Engine engine) {
    engine
        .events()
        .handleError(context ->
            context.failure() instanceof IntegrityException ? new Taken(context.failure()) : null);
    engine.inTransaction(connection -> connection.execute(insert(table).values(row("id", 1))));

    assertThatThrownBy(() -> engine.inTransaction(
            connection -> connection.execute(insert(table).values(row("id", 1)))))
        .isInstanceOf(Taken.class)
        .hasCauseInstanceOf(IntegrityException.class);
  }

  /** An application's own exception. */
  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Taken(Throwable cause) {
      super("taken", cause);
    }
  }

  @Test
  void results_openAndClose_areToldAndCounted(Engine engine) {
    engine.events().onResultOpened((connection, sql) -> heard.add("opened"));
    engine.events().onResultClosed((connection, sql) -> heard.add("closed"));

    try (Connection connection = engine.connect()) {
      connection.execute(insert(table), List.of(Map.of("id", 1), Map.of("id", 2)));
      Result<Row> left = connection.execute(select(id));
      assertThat(engine.statistics().openResults()).isEqualTo(1);
      assertThat(engine.statistics().openConnections()).isEqualTo(1);
      assertThat(engine.statistics().openTransactions()).isEqualTo(1);
      assertThat(left.isClosed()).isFalse();
    }

    assertThat(heard).containsExactly("opened", "closed");
    assertThat(engine.statistics().openResults()).isZero();
    assertThat(engine.statistics().openTransactions()).isZero();
  }

  @Test
  @Parity("ORM-EVT-37")
  void rewriteStatement_mayChangeStatementAndParameters(Engine engine) {
    engine.inTransaction(
        connection -> connection.execute(insert(table), List.of(Map.of("id", 1), Map.of("id", 2))));
    engine
        .events()
        .beforeExecute((connection, told, parameters) -> heard.add("told " + parameters));
    ListenerHandle handle = engine
        .events()
        .rewriteStatement((connection, written) -> written.statement() instanceof Select<?> select
            ? new EngineEvents.Written(select.where(id.gt(1)), written.parameters())
            : new EngineEvents.Written(written.statement(), List.of(Map.of("id", 7))));
    try (Connection connection = engine.connect()) {
      assertThat(connection.scalars(select(id)).all()).containsExactly(2);
      assertThat(connection.execute(select(id)).scalars().all()).containsExactly(2);
      connection.execute(insert(table), Map.of("id", 3));
      handle.remove();
      assertThat(connection.scalars(select(id).orderBy(id.asc())).all()).containsExactly(1, 2, 7);
    }
    assertThat(heard).containsExactly("told []", "told []", "told [{id=7}]", "told []");
  }

  @Test
  @Parity("ORM-EVT-37")
  void rewriteStatement_ofSeveral_isChainedAndNothingIsRefused(Engine engine) {
    engine
        .events()
        .rewriteStatement((connection, written) ->
            new EngineEvents.Written(written.statement(), List.of(Map.of("id", 5))));
    engine.events().rewriteStatement((connection, written) -> {
      heard.add(written.parameters().toString());
      return written;
    });
    engine
        .events()
        .afterExecute((connection, told, parameters) -> heard.add("after " + parameters));
    try (Connection connection = engine.connect()) {
      connection.execute(insert(table), Map.of("id", 1));
      assertThat(heard).containsExactly("[{id=5}]", "after [{id=5}]");
      ListenerHandle silent = engine.events().rewriteStatement((each, written) -> null);
      assertThatThrownBy(() -> connection.execute(select(id)))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("what a listener of rewriteStatement gives");
      silent.remove();
      assertThat(connection.driverSql("select id from things").scalar()).isEqualTo(5);
      engine.events().rewriteSql((each, sql) -> null);
      assertThatThrownBy(() -> connection.driverSql("select 1"))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("what a listener of rewriteSql gives");
    }
  }

  @Test
  @Parity("ORM-EVT-38")
  void rewriteSql_mayAddAComment_andListenersSeeTheResult(Engine engine) {
    engine.events().rewriteSql((connection, sql) -> sql + " /* a */");
    engine.events().rewriteSql((connection, sql) -> sql + " /* b */");
    engine.events().beforeCursorExecute((connection, sent) -> heard.add(sent.sql()));

    engine.inTransaction(connection -> {
      connection.execute(select(id)).all();
      connection.driverSql("select 1").close();
    });

    assertThat(heard)
        .containsExactly(
            "SELECT things.id FROM things /* a */ /* b */", "select 1 /* a */ /* b */");
  }

  @Test
  @Parity("ORM-EVT-38")
  void listener_failingWithADriversException_isNotSwallowed(Engine engine) {
    engine.events().beforeCursorExecute((connection, sent) -> {
      throw new IllegalStateException("no");
    });
    try (Connection connection = engine.connect()) {
      assertThatThrownBy(() -> connection.execute(select(id)))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(engine.statistics().openResults()).isZero();
  }

  @Test
  @Parity({"ORM-EVT-43", "ORM-ERR-13", "ORM-ERR-14"})
  void handleError_seesEverythingAndChains(Engine engine) {
    List<ErrorContext> seen = new ArrayList<>();
    engine.events().handleError(context -> {
      seen.add(context);
      return new Taken(context.failure());
    });
    engine.events().handleError(context -> {
      heard.add(context.chosen().getClass().getSimpleName());
      return null;
    });
    try (Connection connection = engine.connect()) {
      connection.execute(insert(table).values(row("id", 1)));
      assertThatThrownBy(() -> connection.execute(insert(table).values(row("id", 1))))
          .isInstanceOf(Taken.class);
      ErrorContext context = seen.get(0);
      assertThat(context.connection()).isSameAs(connection);
      assertThat(context.failure().sql()).isEqualTo("INSERT INTO things (id) VALUES (?)");
      assertThat(context.failure().parameters()).isEqualTo("[1]");
      assertThat((Object) context.original()).isSameAs(context.failure().getCause());
      assertThat(context.isDisconnect()).isFalse();
      assertThat(context.isPrePing()).isFalse();
      assertThat(heard).containsExactly("Taken");
    }
  }

  @Test
  @Parity("ORM-EVT-43")
  void handleError_mayOverruleWhetherTheConnectionIsLost(Engine engine) {
    engine.events().handleError(context -> {
      context.disconnect(true);
      context.invalidatePool(false);
      return null;
    });
    try (Connection connection = engine.connect()) {
      DatabaseException lost = catchThrowableOfType(
          DatabaseException.class,
          () -> connection.execute(io.aludel.sql.Sql.text("select nothing")));
      assertThat(lost.connectionInvalidated()).isTrue();
      assertThat(connection.isInvalidated()).isTrue();
      connection.rollback();
    }
    assertThat(engine.statistics().openConnections()).isZero();
  }

  @Test
  @Parity({"ORM-EVT-42", "ORM-ENG-24", "ORM-ENG-11"})
  void engineAndConnection_tellOfTheirOptions(Engine engine) {
    ExecutionOptions red = ExecutionOptions.NONE.with("colour", "red");
    ExecutionOptions blue = ExecutionOptions.NONE.with("colour", "blue").with("size", 1);
    engine.events().onConnection(connection -> heard.add("connection"));
    engine
        .events()
        .onConnectionOptions(
            (connection, options) -> heard.add("connection " + options.get("colour")));
    engine
        .events()
        .onEngineOptions((changed, options) ->
            heard.add("engine " + options.get("colour") + (changed == engine)));
    engine.events().onDispose(disposed -> heard.add("disposed"));

    Engine sibling = engine.with(red);
    engine.updateOptions(blue);
    sibling.events().onBegin(connection -> heard.add("sibling begins"));
    try (Connection connection = sibling.connect()) {
      assertThat(connection.options().get("colour")).isEqualTo("red");
      assertThat(connection.options().get("size")).isNull();
      connection.options(blue);
      assertThat(connection.options().get("colour")).isEqualTo("blue");
      connection.begin();
    }
    try (Connection connection = engine.connect()) {
      assertThat(connection.options().get("colour")).isEqualTo("blue");
      connection.begin();
    }
    assertThat(sibling.dialect()).isSameAs(engine.dialect());
    assertThat(sibling.poolStatus()).isEqualTo(engine.poolStatus());
    sibling.dispose(false);

    assertThat(heard)
        .containsExactly(
            "engine redfalse",
            "engine bluetrue",
            "connection",
            "connection blue",
            "sibling begins",
            "connection",
            "disposed");
  }
}
