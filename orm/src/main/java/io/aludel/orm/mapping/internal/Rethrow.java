package io.aludel.orm.mapping.internal;

/** What the application throws reaches the application as it is, checked or not. */
public final class Rethrow {
  private Rethrow() {}

  /**
   * Throws it. Never returns, but is an exception to the compiler, so that a caller can throw it too and be
   * seen to end.
   */
  public static RuntimeException asItIs(Throwable thrown) {
    throw Rethrow.<RuntimeException>unchecked(thrown);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // erased: nothing is cast
  private static <T extends Throwable> RuntimeException unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
