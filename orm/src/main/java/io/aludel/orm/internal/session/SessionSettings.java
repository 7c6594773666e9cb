package io.aludel.orm.internal.session;

import io.aludel.orm.FetchMode;

/**
 * How sessions of one factory behave.
 *
 * @param autoflush whether statements flush first
 * @param expireOnCommit whether a commit expires all objects
 * @param autobegin whether work begins a transaction by itself
 * @param closeResetsOnly whether a closed session may be used again
 * @param fetchMode what happens when a relationship is read that nothing loaded
 */
public record SessionSettings(
    boolean autoflush,
    boolean expireOnCommit,
    boolean autobegin,
    boolean closeResetsOnly,
    FetchMode fetchMode) {
  /** What sessions do unless told otherwise. */
  public static final SessionSettings STANDARD =
      new SessionSettings(true, true, true, false, FetchMode.EACH);

  /** What differs from the standard, each after a comma. */
  public String describe() {
    return (autoflush ? "" : ", without autoflush")
        + (expireOnCommit ? "" : ", without expiry on commit")
        + (autobegin ? "" : ", without autobegin")
        + (closeResetsOnly ? ", close only resets" : "")
        + (fetchMode == FetchMode.EACH ? "" : ", " + fetchMode + " on access");
  }
}
