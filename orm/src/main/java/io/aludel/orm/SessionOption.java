package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.orm.internal.session.SessionSettings;
import java.util.function.UnaryOperator;

/**
 * A way in which the sessions of a factory differ from the standard; see {@link
 * SessionFactory#with(SessionOption...)}. Immutable.
 */
public final class SessionOption {
  private final UnaryOperator<SessionSettings> change;

  private SessionOption(UnaryOperator<SessionSettings> change) {
    this.change = change;
  }

  /**
   * Whether statements flush first, so that they see what the session changed. On unless said otherwise.
   *
   * @param on true to flush
   * @return the option
   */
  public static SessionOption autoflush(boolean on) {
    return new SessionOption(settings -> new SessionSettings(
        on,
        settings.expireOnCommit(),
        settings.autobegin(),
        settings.closeResetsOnly(),
        settings.fetchMode()));
  }

  /**
   * Whether a commit expires all objects, so that they are read again when next used. On unless said
   * otherwise.
   *
   * @param on true to expire
   * @return the option
   */
  public static SessionOption expireOnCommit(boolean on) {
    return new SessionOption(settings -> new SessionSettings(
        settings.autoflush(),
        on,
        settings.autobegin(),
        settings.closeResetsOnly(),
        settings.fetchMode()));
  }

  /**
   * Whether work begins a transaction by itself. On unless said otherwise.
   *
   * @param on false to demand {@link Session#begin()}
   * @return the option
   */
  public static SessionOption autobegin(boolean on) {
    return new SessionOption(settings -> new SessionSettings(
        settings.autoflush(),
        settings.expireOnCommit(),
        on,
        settings.closeResetsOnly(),
        settings.fetchMode()));
  }

  /**
   * Whether a closed session may be used again, as if {@link Session#reset()} had been called. Off unless
   * said otherwise.
   *
   * @param on true to let it be used again
   * @return the option
   */
  public static SessionOption closeResetsOnly(boolean on) {
    return new SessionOption(settings -> new SessionSettings(
        settings.autoflush(),
        settings.expireOnCommit(),
        settings.autobegin(),
        on,
        settings.fetchMode()));
  }

  /**
   * What happens when a relationship is read that nothing loaded: it is loaded for the object that is
   * read, unless said otherwise.
   *
   * @param mode what happens
   * @return the option
   */
  public static SessionOption fetchMode(FetchMode mode) {
    ArgumentException.requireNonNull(mode, "the fetch mode of a session");
    return new SessionOption(settings -> new SessionSettings(
        settings.autoflush(),
        settings.expireOnCommit(),
        settings.autobegin(),
        settings.closeResetsOnly(),
        mode));
  }

  SessionSettings applyTo(SessionSettings settings) {
    return change.apply(settings);
  }
}
