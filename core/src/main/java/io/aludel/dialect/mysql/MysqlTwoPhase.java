package io.aludel.dialect.mysql;

import io.aludel.dialect.TwoPhase;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** XA transactions. Their names go as hexadecimal digits, which no setting of the server reads otherwise. */
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
    return List.of("XA END " + quoted(id), rollback(id));
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

  @Override
  public int longestName() {
    return 64;
  }

  /** The setting cannot be changed while this connection has an XA transaction. */
  @Override
  public boolean endsOutsideTransactions() {
    return false;
  }

  private static String quoted(String id) {
    return "X'" + HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8)) + "'";
  }
}
