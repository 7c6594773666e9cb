package io.aludel.orm.async;

import io.aludel.ArgumentException;
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
  private final AsyncSessionFactory sessions;
  private final Supplier<?> scope;
  private final Map<Object, AsyncSession> open = new ConcurrentHashMap<>();

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
   * Whether the present scope has a session.
   *
   * @return true once it was asked for, until it is removed
   */
  public boolean has() {
    return open.containsKey(scope());
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
}
