package io.aludel.orm.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * Ties objects to a session. All objects of a session share one, so that closing a session detaches
 * any number of them in one step.
 */
public final class Attachment {
  private @Nullable StateOwner owner;

  public Attachment(StateOwner owner) {
    this.owner = owner;
  }

  /** The session's side, or null once the session let go. */
  public @Nullable StateOwner owner() {
    return owner;
  }

  /** Detaches every object that was attached through this. */
  public void release() {
    owner = null;
  }
}
