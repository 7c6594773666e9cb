package io.aludel.engine.internal;

import io.aludel.dialect.TwoPhase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of transactions of two phases, run on a driver's connection. */
public final class TwoPhaseSteps {
  private TwoPhaseSteps() {}

  /** Runs statements inside the transaction of a connection. */
  public static void run(Connection jdbc, List<String> steps) throws SQLException {
    try (Statement statement = jdbc.createStatement()) {
      for (String step : steps) {
        statement.execute(step);
      }
    }
  }

  /** Ends a transaction that was not prepared; only the last step must succeed. */
  public static void abandon(Connection jdbc, List<String> steps) throws SQLException {
    SQLException failure = null;
    for (String step : steps) {
      failure = attempt(jdbc, step);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable SQLException attempt(Connection jdbc, String step) {
    try {
      run(jdbc, List.of(step));
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  /** Commits a transaction that this very connection prepared, or rolls it back. */
  public static void end(Connection jdbc, TwoPhase syntax, String step) throws SQLException {
    if (syntax.endsOutsideTransactions()) {
      runOutside(jdbc, step);
    } else {
      run(jdbc, List.of(step));
    }
  }

  /** Runs a statement outside any transaction. */
  public static void runOutside(Connection jdbc, String step) throws SQLException {
    boolean before = jdbc.getAutoCommit();
    jdbc.setAutoCommit(true);
    try {
      run(jdbc, List.of(step));
    } finally {
      jdbc.setAutoCommit(before);
    }
  }

  /** The names of the prepared transactions of a database. */
  public static List<String> prepared(Connection jdbc, TwoPhase syntax) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = jdbc.createStatement();
        ResultSet rows = statement.executeQuery(syntax.prepared())) {
      int last = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        names.add(rows.getString(last));
      }
    }
    return names;
  }
}
