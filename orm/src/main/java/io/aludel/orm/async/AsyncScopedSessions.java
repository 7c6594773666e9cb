package io.aludel.orm.async;

import io.aludel.ArgumentException;
import io.aludel.orm.OrmError;
import io.aludel.orm.SessionOption;
import io.aludel.orm.SessionStateException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous session for each scope, such as a request, made when it is first asked for. Who ends a
 * scope calls {@link #remove()}, or its session stays open. Threads are no scope here, for stages go from
 * one to the next. Safe to share.
 */
public final class AsyncScopedSessions {
  private final Supplier<?> scope;
  private final Map<Object, AsyncSession> open = new ConcurrentHashMap<>();
  private volatile AsyncSessionFactory sessions;

  private AsyncScopedSessions(AsyncSessionFactory sessions, Supplier<?> scope) {
    this.sessions = sessions;
    this.scope = scope;
  }

  /**
   * A session for each scope.
   *
   * @param sessions opens them
   * @param scope tells the present scope: equal objects for one scope
   * @return the sessions
   */
  public static AsyncScopedSessions of(AsyncSessionFactory sessions, Supplier<?> scope) {
    return new AsyncScopedSessions(
        ArgumentException.requireNonNull(sessions, "the factory of scoped sessions"),
        ArgumentException.requireNonNull(scope, "the scope of sessions"));
  }

  private Object scope() {
    return ArgumentException.requireNonNull(scope.get(), "the present scope");
  }

  /**
   * The session of the present scope.
   *
   * @return the session, opened if the scope has none
   */
  public AsyncSession session() {
    return open.computeIfAbsent(scope(), none -> sessions.open());
  }

  /**
   * Opens the session of the present scope in a way of its own.
   *
   * @param options how it differs
   * @return the session
   * @throws SessionStateException if the scope has one, which these options would not change
   */
  public AsyncSession open(SessionOption... options) {
    ArgumentException.requireNonNull(options, "session options");
    AsyncSession made = sessions.with(options).open();
    if (open.putIfAbsent(scope(), made) == null) {
      return made;
    }
    made.close(); // it holds nothing yet
    throw new SessionStateException(
        OrmError.SCOPE_TAKEN,
        "Cannot open a session with options of its own: the scope has one already, and these options"
            + " would not change it. Call remove() first, or session() for the one there is.");
  }

  /**
   * Whether the present scope has a session. Opens none.
   *
   * @return true once it was asked for, until it is removed
   */
  public boolean isOpen() {
    return open.containsKey(scope());
  }

  /**
   * Changes how sessions are opened from now on. Those that are open stay as they are.
   *
   * @param options how they differ
   */
  public void configure(SessionOption... options) {
    sessions = sessions.with(ArgumentException.requireNonNull(options, "session options"));
  }

  /**
   * The factory that opens them.
   *
   * @return the factory, as it is configured now
   */
  public AsyncSessionFactory factory() {
    return sessions;
  }

  /**
   * Closes the session of the present scope, if it has one; the next one asked for is another.
   *
   * @return done when it is closed
   */
  public CompletionStage<@Nullable Void> remove() {
    AsyncSession present = open.remove(scope());
    return present == null ? CompletableFuture.completedFuture(null) : present.close();
  }

  /** Tells how many scopes have a session. */
  @Override
  public String toString() {
    return "AsyncScopedSessions(" + open.size() + " open, " + sessions + ")";
  }
}
