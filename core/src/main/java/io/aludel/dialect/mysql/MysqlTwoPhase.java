package io.aludel.dialect.mysql;

import io.aludel.dialect.TwoPhase;
import java.util.List;

/** XA transactions. */
final class MysqlTwoPhase implements TwoPhase {
  @Override
  public List<String> begin(String id) {
    return List.of("XA START " + quoted(id));
  }

  @Override
  public List<String> prepare(String id) {
    return List.of("XA END " + quoted(id), "XA PREPARE " + quoted(id));
  }

  @Override
  public List<String> abandon(String id) {
    return List.of("XA END " + quoted(id), "XA ROLLBACK " + quoted(id));
  }

  @Override
  public String commit(String id) {
    return "XA COMMIT " + quoted(id);
  }

  @Override
  public String rollback(String id) {
    return "XA ROLLBACK " + quoted(id);
  }

  @Override
  public String prepared() {
    return "XA RECOVER";
  }

  private static String quoted(String id) {
    return "'" + id.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
