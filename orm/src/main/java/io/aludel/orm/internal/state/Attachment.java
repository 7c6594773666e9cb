package io.aludel.orm.internal.state;

import org.jspecify.annotations.Nullable;

/**
 * Ties objects to a session. All objects of a session share one, so that closing a session detaches
 * any number of them in one step.
 */
public final class Attachment {
  private final @Nullable String advice;
  private @Nullable StateOwner owner;

  public Attachment(StateOwner owner) {
    this(owner, null);
  }

  private Attachment(@Nullable StateOwner owner, @Nullable String advice) {
    this.owner = owner;
    this.advice = advice;
  }

  /** Of objects that left their session for a layer which knows another way to fill them. */
  public static Attachment released(String advice) {
    return new Attachment(null, advice);
  }

  /** How to fill an attribute that was not loaded, as a sentence; null for the ways of sessions. */
  @Nullable String advice() {
    return advice;
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
