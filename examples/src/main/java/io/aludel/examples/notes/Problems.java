package io.aludel.examples.notes;

import io.aludel.engine.ConnectFailedException;
import io.aludel.engine.DataException;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.OperationalException;
import io.aludel.engine.ResourceClosedException;
import io.aludel.engine.pool.DisconnectedException;
import io.aludel.engine.pool.PoolTimeoutException;
import io.aludel.examples.notes.http.Problem;
import io.aludel.queryset.NoMatchException;
import io.aludel.queryset.ValidationException;
import java.util.List;

/** What failures of query sets mean to those who use the service over HTTP. */
final class Problems {
  static final Problem NOT_FOUND = Problem.of(404, "Not found", "There is nothing by that id.");

  private Problems() {}

  /** The problem that a failure is; status 500 for what nobody expected. */
  static Problem of(Throwable failure) {
    if (failure instanceof ValidationException invalid) {
      return of(422, invalid);
    }
    if (failure instanceof NoMatchException) {
      return NOT_FOUND;
    }
    if (failure instanceof IntegrityException) {
      return Problem.of(
          409, "Conflict", "A value is taken already, or refers to something that is not there.");
    }
    if (failure instanceof DataException) {
      return Problem.of(422, "Invalid", "The database cannot keep one of the values.");
    }
    return isPassing(failure)
        ? Problem.of(
            503,
            "Unavailable",
            "The database does not answer just now. A change may have been made or not: look before"
                + " you repeat it.")
        : Problem.of(500, "Failed", "The service failed; its log says why.");
  }

  private static boolean isPassing(Throwable failure) {
    return failure instanceof OperationalException
        || failure instanceof ConnectFailedException
        || failure instanceof DisconnectedException
        || failure instanceof PoolTimeoutException
        || failure instanceof ResourceClosedException
        || (failure instanceof DatabaseException refused && refused.connectionInvalidated());
  }

  /** Everything that is wrong with values or parameters. */
  static Problem of(int status, ValidationException invalid) {
    List<Problem.Error> errors = invalid.failures().stream()
        .map(each -> new Problem.Error(each.field(), each.code(), each.text()))
        .toList();
    return status == 400
        ? new Problem(400, "Bad request", "Some parameters cannot be taken.", errors)
        : unsavable(errors);
  }

  /** Why values that were sent are not saved. */
  static Problem unsavable(List<Problem.Error> errors) {
    return new Problem(422, "Invalid", "Some values cannot be saved.", errors);
  }
}
