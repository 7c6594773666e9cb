package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.orm.internal.session.FactoryCore;
import io.aludel.orm.internal.session.SessionSettings;
import io.aludel.orm.mapping.Registry;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens sessions on one engine. Made once, when an application starts, because what its sessions compile
 * is kept with it. Immutable, safe to share.
 */
public final class SessionFactory {
  private final FactoryCore core;
  private final SessionSettings settings;

  private SessionFactory(FactoryCore core, SessionSettings settings) {
    this.core = core;
    this.settings = settings;
  }

  /**
   * A factory for all mapped classes: each is taken from the newest registry that maps it when the
   * factory first meets it.
   *
   * @param engine where its sessions work
   * @return the factory
   */
  public static SessionFactory of(Engine engine) {
    return new SessionFactory(
        new FactoryCore(ArgumentException.requireNonNull(engine, "the engine of sessions"), null),
        SessionSettings.STANDARD);
  }

  /**
   * A factory for the classes of one registry.
   *
   * @param engine where its sessions work
   * @param registry the mapped classes
   * @return the factory
   */
  public static SessionFactory of(Engine engine, Registry registry) {
    ArgumentException.requireNonNull(engine, "the engine of sessions");
    ArgumentException.requireNonNull(registry, "the registry of sessions");
    return new SessionFactory(new FactoryCore(engine, registry), SessionSettings.STANDARD);
  }

  /**
   * A factory whose sessions differ, and which shares everything compiled with this one.
   *
   * @param options how they differ
   * @return the factory
   */
  public SessionFactory with(SessionOption... options) {
    SessionSettings changed = settings;
    for (SessionOption option : ArgumentException.requireNonNull(options, "session options")) {
      changed = ArgumentException.requireNonNull(option, "a session option").applyTo(changed);
    }
    return new SessionFactory(core, changed);
  }

  /**
   * A factory without an engine of its own: what its sessions use has to be bound, by {@link
   * SessionOption#bind} and {@link SessionOption#routing}, or they are opened on a connection.
   *
   * @param registry the mapped classes
   * @return the factory
   */
  public static SessionFactory unbound(Registry registry) {
    ArgumentException.requireNonNull(registry, "the registry of sessions");
    return new SessionFactory(new FactoryCore(null, registry), SessionSettings.STANDARD);
  }

  /**
   * The engine its sessions work on where nothing else is bound.
   *
   * @return the engine
   * @throws UnboundException if it has none
   */
  public Engine engine() {
    Engine engine = core.engine();
    if (engine == null) {
      throw new UnboundException("the sessions of this factory");
    }
    return engine;
  }

  /**
   * What was noted by {@link SessionOption#info}, for listeners that serve several factories.
   *
   * @return notes by name
   */
  public Map<String, Object> info() {
    return settings.info();
  }

  /**
   * The events of its sessions, and of those of all factories derived from it or from which it is derived.
   *
   * @return where listeners are registered
   */
  public SessionEvents events() {
    return new SessionEvents(core.listeners());
  }

  /**
   * Opens a session. Takes no connection before SQL is needed.
   *
   * @return the session, to be closed by the caller
   */
  public Session open() {
    return new Session(core, settings, null);
  }

  /**
   * Opens a session on a connection that somebody else opened and will close, and whose transaction, if one
   * is in progress, it joins as {@link SessionOption#joinMode} says. What is bound to the engine of the
   * connection, or to none, goes there.
   *
   * @param connection the connection, to be used by the session's thread only
   * @return the session, to be closed by the caller
   */
  public Session open(Connection connection) {
    ArgumentException.requireNonNull(connection, "the connection of a session");
    return new Session(core, settings, connection);
  }

  /**
   * Does work in a session of its own: commits when it returns, rolls back when it throws, and closes
   * the session. What the work throws comes out as it is. Objects keep their values, as {@link
   * #fromTransaction} tells.
   *
   * @param work uses the session
   */
  public void inTransaction(Consumer<? super Session> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    this.<@Nullable Object>returning(session -> {
      work.accept(session);
      return null;
    });
  }

  /**
   * Does work in a session of its own, and gives its result: commits when it returns, rolls back when it
   * throws, and closes the session. Objects among the result are detached and keep the values they
   * were committed with: this last commit expires nothing, for nobody could read it again.
   *
   * @param work uses the session
   * @param <T> the type of the result
   * @return what the work returned
   */
  public <T extends @Nullable Object> T fromTransaction(
      Function<? super Session, ? extends T> work) {
    return returning(ArgumentException.requireNonNull(work, "the work of a transaction"));
  }

  private <T extends @Nullable Object> T returning(Function<? super Session, ? extends T> work) {
    try (Session session = open()) {
      if (!settings.autobegin()) {
        session.begin();
      }
      T result = work.apply(session);
      session.commitForGood();
      return result;
    }
  }

  /**
   * Closes all sessions of this factory, and of those made by {@link #with}, that are open. For the end of
   * an application or a test; each is rolled back.
   *
   * @throws SessionStateException if another thread is using one of them; the others are closed
   */
  public void closeAll() {
    core.closeAll();
  }

  /** Names the engine, and the ways in which its sessions differ from the standard. */
  @Override
  public String toString() {
    Engine engine = core.engine();
    return "SessionFactory(" + (engine == null ? "no engine" : engine) + settings.describe() + ")";
  }
}
