package io.aludel.orm.async;

import io.aludel.ArgumentException;
import io.aludel.async.AsyncEngine;
import io.aludel.async.Lane;
import io.aludel.async.Stages;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.SessionOption;
import io.aludel.orm.internal.session.SessionCore;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens asynchronous sessions. Made once, when an application starts, over the factory of its blocking
 * sessions, with which it shares everything compiled. Immutable, safe to share.
 *
 * <pre>{@code
 * AsyncSessionFactory sessions = AsyncSessionFactory.of(engine, SessionFactory.of(engine.engine()));
 * sessions.inTransaction(session -> session.add(new User("Ann")));
 * }</pre>
 */
public final class AsyncSessionFactory {
  private final AsyncEngine engine;
  private final SessionFactory sessions;

  private AsyncSessionFactory(AsyncEngine engine, SessionFactory sessions) {
    this.engine = engine;
    this.sessions = sessions;
  }

  /**
   * A factory for all mapped classes.
   *
   * @param engine where its sessions work
   * @return the factory
   */
  public static AsyncSessionFactory of(AsyncEngine engine) {
    ArgumentException.requireNonNull(engine, "the engine of sessions");
    return of(engine, SessionFactory.of(engine.engine()));
  }

  /**
   * A factory whose sessions are those of a blocking one. They do not expire objects on commit, for these
   * could not be read any more.
   *
   * @param engine on whose workers the sessions run
   * @param sessions opens the sessions beneath
   * @return the factory
   */
  public static AsyncSessionFactory of(AsyncEngine engine, SessionFactory sessions) {
    ArgumentException.requireNonNull(engine, "the engine of sessions");
    ArgumentException.requireNonNull(sessions, "the factory of sessions");
    return new AsyncSessionFactory(engine, sessions.with(SessionOption.expireOnCommit(false)));
  }

  /**
   * A factory whose sessions differ.
   *
   * @param options how they differ
   * @return the factory
   */
  public AsyncSessionFactory with(SessionOption... options) {
    return new AsyncSessionFactory(engine, sessions.with(options));
  }

  /**
   * On whose workers the sessions run.
   *
   * @return the engine
   */
  public AsyncEngine engine() {
    return engine;
  }

  /**
   * Opens a session with a lane of its own. Takes neither connection nor thread before they are needed.
   *
   * @return the session, to be closed by the caller
   */
  public AsyncSession open() {
    SessionGate gate = new SessionGate();
    Session session = sessions.with(SessionOption.loadsWhere(gate)).open();
    Lane lane = engine.workers().lane(() -> SessionGate.isConnected(session));
    return new AsyncSession(session, lane, gate);
  }

  /**
   * Does work in a session of its own: commits when its stage is done, rolls back when it fails, and
   * closes the session.
   *
   * @param work uses the session
   * @return done when it is committed
   */
  public CompletionStage<@Nullable Void> inTransaction(
      Function<? super AsyncSession, ? extends CompletionStage<?>> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    return this.<@Nullable Void>fromTransaction(
        session -> work.apply(session).thenApply(result -> null));
  }

  /**
   * Does work in a session of its own, and gives its result: commits when its stage is done, rolls back
   * when it fails, and closes the session. Objects among the result are detached and keep their values.
   *
   * @param work uses the session
   * @param <T> the type of the result
   * @return the result, when it is committed
   */
  public <T extends @Nullable Object> CompletionStage<T> fromTransaction(
      Function<? super AsyncSession, ? extends CompletionStage<T>> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    AsyncSession session = open();
    return Stages.ending(
        () -> Stages.ending(
            () -> work.apply(session),
            failure -> failure == null ? session.commit() : session.rollback()),
        failure -> session.close());
  }

  /**
   * Does blocking work in a session of its own, on one worker, as {@link SessionFactory#fromTransaction}
   * does; within the work attributes load when they are read.
   *
   * @param work uses the session
   * @param <T> the type of the result
   * @return the result, when it is committed
   */
  public <T extends @Nullable Object> CompletionStage<T> call(
      Function<? super Session, ? extends T> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    return engine.workers().call(() -> sessions.<T>fromTransaction(work));
  }

  /**
   * The asynchronous session that an object belongs to.
   *
   * @param object any object
   * @return its session; null if it has none, or a blocking one
   */
  public static @Nullable AsyncSession sessionOf(Object object) {
    return object instanceof ManagedEntity entity
            && entity.$state() instanceof EntityState state
            && state.owner() instanceof SessionCore core
            && core.settings().mayLoad() instanceof SessionGate gate
        ? gate.session()
        : null;
  }

  @Override
  public String toString() {
    return "Async" + sessions;
  }
}
