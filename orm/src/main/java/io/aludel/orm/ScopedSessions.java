package io.aludel.orm;

import io.aludel.ArgumentException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One session for each scope, such as a thread or a request, made when it is first asked for: for
 * applications in which many places share a session and none of them opens it. Who ends a scope calls
 * {@link #remove()}, or its session stays open.
 *
 * <pre>{@code
 * ScopedSessions scoped = ScopedSessions.perThread(sessions);
 * scoped.session().add(new User("Ann"));
 * scoped.session().commit();   // the same session
 * scoped.remove();
 * }</pre>
 *
 * <p>Safe to share; its sessions are not.
 */
public final class ScopedSessions {
  private static final Logger LOG = LoggerFactory.getLogger("io.aludel.orm.session");

  private final Supplier<?> scope;
  private final Map<Object, Session> open = new ConcurrentHashMap<>();
  private volatile SessionFactory sessions;

  private ScopedSessions(SessionFactory sessions, Supplier<?> scope) {
    this.sessions = sessions;
    this.scope = scope;
  }

  /**
   * A session for each thread.
   *
   * @param sessions opens them
   * @return the sessions
   */
  public static ScopedSessions perThread(SessionFactory sessions) {
    return of(sessions, Thread::currentThread);
  }

  /**
   * A session for each scope.
   *
   * @param sessions opens them
   * @param scope tells the present scope: equal objects for one scope, held as long as its session is open
   * @return the sessions
   */
  public static ScopedSessions of(SessionFactory sessions, Supplier<?> scope) {
    return new ScopedSessions(
        ArgumentException.requireNonNull(sessions, "the factory of scoped sessions"),
        ArgumentException.requireNonNull(scope, "the scope of sessions"));
  }

  private Object scope() {
    return ArgumentException.requireNonNull(scope.get(), "the present scope of a session");
  }

  /**
   * The session of the present scope, opened now if there is none.
   *
   * @return the session, to be closed by {@link #remove()}
   */
  public Session session() {
    return open.computeIfAbsent(scope(), any -> sessions.open());
  }

  /**
   * Opens the session of the present scope in a way of its own.
   *
   * @param options how it differs
   * @return the session
   * @throws SessionStateException if the scope has one, which these options would not change
   */
  public Session open(SessionOption... options) {
    ArgumentException.requireNonNull(options, "session options");
    Object present = scope();
    Session made = sessions.with(options).open();
    Session other = open.putIfAbsent(present, made);
    if (other != null) {
      made.close();
      throw new SessionStateException(
          OrmError.SCOPE_TAKEN,
          "Cannot open a session with options of its own: the scope has one already, and these"
              + " options would not change it. Call remove() first, or session() for the one there"
              + " is.");
    }
    return made;
  }

  /**
   * Whether the present scope has a session. Opens none.
   *
   * @return true if it has
   */
  public boolean isOpen() {
    return open.containsKey(scope());
  }

  /** Closes the session of the present scope and forgets it. Does nothing if there is none. */
  public void remove() {
    @Nullable Session session = open.remove(scope());
    if (session != null) {
      session.close();
    }
  }

  /**
   * Changes how sessions are opened from now on. Warns if the present scope has one, for it stays as it is.
   *
   * @param options how they differ
   */
  public void configure(SessionOption... options) {
    ArgumentException.requireNonNull(options, "session options");
    if (isOpen()) {
      LOG.warn(
          "Scoped sessions are configured while this scope has one open; that one stays as it is."
              + " Configure them before their first use, or call remove() first.");
    }
    sessions = sessions.with(options);
  }

  /**
   * The factory that opens them.
   *
   * @return the factory, as it is configured now
   */
  public SessionFactory factory() {
    return sessions;
  }

  /** Tells how many scopes have a session. */
  @Override
  public String toString() {
    return "ScopedSessions(" + open.size() + " open, " + sessions + ")";
  }
}
