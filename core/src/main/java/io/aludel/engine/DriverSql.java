package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.engine.EngineEvents.SentStatement;
import io.aludel.engine.internal.Cancellation;
import io.aludel.engine.internal.CursorSource;
import io.aludel.engine.internal.PhysicalConnection.KeptStatement;
import io.aludel.engine.internal.PhysicalConnection.PreparedKey;
import io.aludel.sql.Row;
import io.aludel.types.SqlTypes;
import io.aludel.types.ValueReader;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs SQL that goes to the driver as it is, and describes rows that only the driver can describe. */
final class DriverSql {
  private final Conversation conversation;
  private final ExecutionOptions options;

  DriverSql(Conversation conversation, ExecutionOptions options) {
    this.conversation = conversation;
    this.options = options;
  }

  /** What is done with the driver's connection. */
  @FunctionalInterface
  interface Work {
    Result<Row> perform(String sql) throws SQLException;
  }

  /** Without parameters: DDL and the like are not worth a prepared statement. */
  Result<Row> run(String sql) {
    List<List<@Nullable Object>> none = List.of(List.of());
    return send(sql, none, sent -> unprepared(sent, () -> told(sent, none)));
  }

  private static SentStatement told(String sql, List<List<@Nullable Object>> rows) {
    return new SentStatement(sql, rows, rows.size() > 1);
  }

  private Result<Row> unprepared(String sql, Supplier<SentStatement> told) throws SQLException {
    Statement statement = conversation.driver().createStatement();
    boolean open = false;
    try {
      statement.setFetchSize(conversation.engine().dialect().fetchSize(options.fetchRows()));
      boolean given = Cancellation.sending(
          statement,
          conversation.engine().dialect(),
          () -> conversation.events().isPerformed(conversation.connection(), statement, told)
              || statement.execute(sql));
      ResultSet found = given ? statement.getResultSet() : null;
      if (found != null) {
        KeptStatement kept = conversation.physical().unprepared(sql, statement);
        open = true;
        return rows(conversation, new RowCursor(conversation, sql, kept, found, 0));
      }
      return Result.withoutRows(statement.getUpdateCount(), StatementOutcome.UNKNOWN);
    } finally {
      if (!open) {
        statement.close();
      }
    }
  }

  Result<Row> run(String sql, List<? extends List<? extends @Nullable Object>> rows) {
    if (rows.isEmpty()) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "SQL cannot be executed for no rows of parameters. Give at least one, or none at all.");
    }
    List<List<@Nullable Object>> told = new ArrayList<>();
    rows.forEach(row -> told.add(Collections.unmodifiableList(new ArrayList<>(row))));
    return send(sql, told, sent -> prepared(sent, told));
  }

  private Result<Row> prepared(String sql, List<List<@Nullable Object>> rows) throws SQLException {
    KeptStatement kept = conversation
        .physical()
        .prepare(new PreparedKey(
            sql, List.of(), conversation.engine().dialect().fetchSize(options.fetchRows())));
    boolean done = false;
    try {
      PreparedStatement jdbc = kept.jdbc();
      for (List<@Nullable Object> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          jdbc.setObject(i + 1, row.get(i));
        }
        if (rows.size() > 1) {
          jdbc.addBatch();
        }
      }
      Result<Row> result = Cancellation.sending(
          jdbc, conversation.engine().dialect(), () -> executed(sql, rows, kept));
      done = true;
      return result;
    } finally {
      if (!done) {
        conversation.drop(kept);
      }
    }
  }

  private Result<Row> executed(String sql, List<List<@Nullable Object>> rows, KeptStatement kept)
      throws SQLException {
    PreparedStatement jdbc = kept.jdbc();
    int count;
    if (rows.size() > 1) {
      count = StatementRunner.sum(
          conversation.events().executed(conversation.connection(), jdbc, () -> told(sql, rows)));
    } else if (givesRows(jdbc, sql, rows)) {
      return rows(conversation, new RowCursor(conversation, sql, kept, jdbc.getResultSet(), 0));
    } else {
      count = jdbc.getUpdateCount();
    }
    conversation.release(kept);
    return Result.withoutRows(count, StatementOutcome.UNKNOWN);
  }

  /** Executes; an application's own performer leaves rows or a count. */
  private boolean givesRows(PreparedStatement jdbc, String sql, List<List<@Nullable Object>> rows)
      throws SQLException {
    return conversation.events().isPerformed(conversation.connection(), jdbc, () -> told(sql, rows))
        ? jdbc.getUpdateCount() == -1
        : jdbc.execute();
  }

  Result<Row> send(String written, List<List<@Nullable Object>> rows, Work work) {
    conversation.enter();
    try {
      conversation.beforeStatement();
      String sql = conversation.rewritten(written);
      SentStatement sent = new SentStatement(sql, rows, rows.size() > 1);
      conversation.log().statement(options.token(), sql, "raw sql", rows);
      conversation
          .events()
          .beforeCursorExecute
          .tell(l -> l.executed(conversation.connection(), sent));
      Result<Row> result;
      try {
        result = work.perform(sql);
      } catch (SQLException e) {
        throw conversation.failed(conversation.log().failed(sql, rows), e);
      } catch (CancellationException e) {
        conversation.letGo();
        throw e;
      }
      conversation.counters().executions.increment();
      conversation
          .events()
          .afterCursorExecute
          .tell(l -> l.executed(conversation.connection(), sent));
      return result;
    } finally {
      conversation.exit();
    }
  }

  /** Rows as the driver describes them. */
  static Result<Row> rows(Conversation conversation, RowCursor cursor) {
    List<String> labels = labels(cursor, conversation);
    RowShape shape = RowShape.of(labels, List.of());
    ValueReader<Object> reader =
        conversation.engine().dialect().types().codec(SqlTypes.UNKNOWN).reader();
    int width = labels.size();
    RowSource<Row> source = new CursorSource<>(cursor, row -> {
      @Nullable Object[] read = new Object[width];
      for (int i = 0; i < width; i++) {
        read[i] = row.read(i, reader);
      }
      return shape.row(read);
    });
    return Result.of(source, Result.Facts.NONE.withShape(shape));
  }

  private static List<String> labels(RowCursor cursor, Conversation conversation) {
    try {
      ResultSetMetaData described = cursor.jdbc().getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= described.getColumnCount(); i++) {
        labels.add(described.getColumnLabel(i));
      }
      return labels;
    } catch (SQLException e) {
      cursor.close();
      throw conversation.failed(cursor.sql(), e);
    }
  }
}
