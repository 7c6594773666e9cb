package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ListenerHandle;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
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
}
