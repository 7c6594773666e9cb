package io.aludel.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.util.Map;
import java.util.Objects;

/** What the classes of SQL states mean where the standard says so. */
public final class SqlStates {
  private static final Map<String, FailureKind> KINDS = Map.ofEntries(
      Map.entry("07", FailureKind.INTERFACE),
      Map.entry("08", FailureKind.DISCONNECT),
      Map.entry("0A", FailureKind.NOT_SUPPORTED),
      Map.entry("21", FailureKind.PROGRAMMING),
      Map.entry("22", FailureKind.DATA),
      Map.entry("23", FailureKind.INTEGRITY),
      Map.entry("24", FailureKind.INTERFACE),
      Map.entry("25", FailureKind.OPERATIONAL),
      Map.entry("26", FailureKind.PROGRAMMING),
      Map.entry("28", FailureKind.LOGIN_REFUSED),
      Map.entry("3D", FailureKind.OPERATIONAL),
      Map.entry("3F", FailureKind.PROGRAMMING),
      Map.entry("40", FailureKind.OPERATIONAL),
      Map.entry("42", FailureKind.PROGRAMMING),
      Map.entry("53", FailureKind.OPERATIONAL),
      Map.entry("54", FailureKind.OPERATIONAL),
      Map.entry("55", FailureKind.OPERATIONAL),
      Map.entry("57", FailureKind.OPERATIONAL),
      Map.entry("58", FailureKind.OPERATIONAL),
      Map.entry("HY", FailureKind.OPERATIONAL),
      Map.entry("XX", FailureKind.INTERNAL));

  private SqlStates() {}

  /**
   * The failure that tells most: of a batch the first one beneath, which a driver chains to it.
   *
   * @param failure the driver's exception
   * @return the failure itself, or the one beneath
   */
  public static SQLException beneath(SQLException failure) {
    if (failure instanceof BatchUpdateException) {
      if (failure.getNextException() != null) {
        return failure.getNextException();
      }
      if (failure.getCause() instanceof SQLException cause) {
        return cause;
      }
    }
    return failure;
  }

  /**
   * What a failure means by its SQL state or else by the class of its exception.
   *
   * @param failure the driver's exception
   * @return the failure, without constraint
   */
  public static Failure classify(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    String group = state.length() < 2 ? "" : state.substring(0, 2);
    FailureKind kind = KINDS.get(group);
    if (kind == null) {
      kind = byClass(failure);
    }
    boolean again = group.equals("40") || failure instanceof SQLTimeoutException;
    return new Failure(kind, null, null, again);
  }

  private static FailureKind byClass(SQLException failure) {
    if (failure instanceof SQLFeatureNotSupportedException) {
      return FailureKind.NOT_SUPPORTED;
    }
    if (failure instanceof SQLIntegrityConstraintViolationException) {
      return FailureKind.INTEGRITY;
    }
    if (failure instanceof SQLInvalidAuthorizationSpecException) {
      return FailureKind.LOGIN_REFUSED;
    }
    if (failure instanceof SQLNonTransientConnectionException) {
      return FailureKind.DISCONNECT;
    }
    return failure instanceof SQLTimeoutException ? FailureKind.OPERATIONAL : FailureKind.UNKNOWN;
  }
}
