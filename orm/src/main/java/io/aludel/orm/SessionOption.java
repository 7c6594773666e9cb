package io.aludel.orm;

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
        on, settings.expireOnCommit(), settings.autobegin(), settings.closeResetsOnly()));
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
        settings.autoflush(), on, settings.autobegin(), settings.closeResetsOnly()));
  }

  /**
   * Whether work begins a transaction by itself. On unless said otherwise.
   *
   * @param on false to demand {@link Session#begin()}
   * @return the option
   */
  public static SessionOption autobegin(boolean on) {
    return new SessionOption(settings -> new SessionSettings(
        settings.autoflush(), settings.expireOnCommit(), on, settings.closeResetsOnly()));
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
        settings.autoflush(), settings.expireOnCommit(), settings.autobegin(), on));
  }

  SessionSettings applyTo(SessionSettings settings) {
    return change.apply(settings);
  }
}
