package io.aludel.orm.internal.session;

/** A note on a failure: nobody asked for this flush. */
final class RaisedByAutoflush extends Throwable {
  private static final long serialVersionUID = 1L;

  RaisedByAutoflush(Operation operation) {
    super(
        "This came from the autoflush before a call to "
            + operation.words()
            + ". If it came too early, wrap that call in session.noAutoflush(…).",
        null,
        false,
        false);
  }
}
