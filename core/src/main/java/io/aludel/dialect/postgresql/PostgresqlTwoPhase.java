package io.aludel.dialect.postgresql;

import io.aludel.dialect.TwoPhase;
import java.util.List;

/** Prepared transactions, for which the server must have {@code max_prepared_transactions} above zero. */
final class PostgresqlTwoPhase implements TwoPhase {
  @Override
  public List<String> begin(String id) {
    return List.of();
  }

  @Override
  public List<String> prepare(String id) {
    return List.of("PREPARE TRANSACTION " + quoted(id));
  }

  @Override
  public List<String> abandon(String id) {
    return List.of();
  }

  @Override
  public String commit(String id) {
    return "COMMIT PREPARED " + quoted(id);
  }

  @Override
  public String rollback(String id) {
    return "ROLLBACK PREPARED " + quoted(id);
  }

  @Override
  public String prepared() {
    return "SELECT gid FROM pg_prepared_xacts WHERE database = current_database()";
  }

  @Override
  public int longestName() {
    return 199;
  }

  /** Backslashes mean themselves, as {@code standard_conforming_strings} has them. */
  private static String quoted(String id) {
    return "'" + id.replace("'", "''") + "'";
  }
}
