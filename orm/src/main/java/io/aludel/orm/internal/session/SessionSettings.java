package io.aludel.orm.internal.session;

/**
 * How sessions of one factory behave.
 *
 * @param autoflush whether statements flush first
 * @param expireOnCommit whether a commit expires all objects
 * @param autobegin whether work begins a transaction by itself
 * @param closeResetsOnly whether a closed session may be used again
 */
public record SessionSettings(
    boolean autoflush, boolean expireOnCommit, boolean autobegin, boolean closeResetsOnly) {
  /** What sessions do unless told otherwise. */
  public static final SessionSettings STANDARD = new SessionSettings(true, true, true, false);

  /** What differs from the standard, each after a comma. */
  public String describe() {
    return (autoflush ? "" : ", without autoflush")
        + (expireOnCommit ? "" : ", without expiry on commit")
        + (autobegin ? "" : ", without autobegin")
        + (closeResetsOnly ? ", close only resets" : "");
  }
}
