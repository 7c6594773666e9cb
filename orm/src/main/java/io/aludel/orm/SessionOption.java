package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.internal.option.Detection;
import io.aludel.orm.internal.session.SessionSettings;
import io.aludel.schema.Table;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A way in which the sessions of a factory differ from the standard; see {@link
 * SessionFactory#with(SessionOption...)}. Immutable.
 */
public final class SessionOption {
  private static final Logger REPEATED = LoggerFactory.getLogger("io.aludel.orm.repeated");

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
    return new SessionOption(settings -> settings.withAutoflush(on));
  }

  /**
   * Whether a commit expires all objects, so that they are read again when next used. On unless said
   * otherwise.
   *
   * @param on true to expire
   * @return the option
   */
  public static SessionOption expireOnCommit(boolean on) {
    return new SessionOption(settings -> settings.withExpireOnCommit(on));
  }

  /**
   * Whether work begins a transaction by itself. On unless said otherwise.
   *
   * @param on false to demand {@link Session#begin()}
   * @return the option
   */
  public static SessionOption autobegin(boolean on) {
    return new SessionOption(settings -> settings.withAutobegin(on));
  }

  /**
   * Whether a closed session may be used again, as if {@link Session#reset()} had been called. Off unless
   * said otherwise.
   *
   * @param on true to let it be used again
   * @return the option
   */
  public static SessionOption closeResetsOnly(boolean on) {
    return new SessionOption(settings -> settings.withCloseResetsOnly(on));
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
    return new SessionOption(settings -> settings.withFetchMode(mode));
  }

  /**
   * Lets attributes be loaded when they are read only where that is permitted: elsewhere reading an
   * attribute that nothing loaded is an error, also one that was expired, and also where the identity map
   * could answer. For sessions whose objects are read by threads that must not wait for the database.
   *
   * @param permitted whether the thread that asks may load; answers at once, and to any thread
   * @return the option
   */
  public static SessionOption loadsWhere(BooleanSupplier permitted) {
    ArgumentException.requireNonNull(permitted, "where a session loads what is read");
    return new SessionOption(settings -> settings.withMayLoad(permitted));
  }

  /**
   * Reports what a session loads one object at a time, again and again, where one statement could have
   * loaded it for all (the N+1 problem): relationships, and attributes left for later or expired. The
   * listener hears of each attribute once, when the session is closed or reset. Costs a look at the
   * stack for every such load; without the option, nothing.
   *
   * @param times how often something is loaded before it is reported, at least 2
   * @param listener hears of it, on the thread that closes the session
   * @return the option
   * @throws ArgumentException if {@code times} is less than 2
   */
  public static SessionOption reportRepeatedLoads(
      int times, Consumer<? super RepeatedLoad> listener) {
    if (times < 2) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Repeated loads cannot be reported from " + times + " times on. Give at least 2.");
    }
    ArgumentException.requireNonNull(listener, "the listener of repeated loads");
    return new SessionOption(settings -> settings.withDetection(new Detection(times, listener)));
  }

  /**
   * Logs a warning for everything that a session loads three times or more, one object at a time; see
   * {@link #reportRepeatedLoads}.
   *
   * @return the option
   */
  public static SessionOption warnOfRepeatedLoads() {
    return reportRepeatedLoads(3, load -> REPEATED.warn("{}", load));
  }

  /**
   * What becomes of a transaction that is in progress on a connection given to a session; see {@link
   * SessionFactory#open(io.aludel.engine.Connection)}.
   *
   * @param mode what becomes of it; {@link JoinMode#CONDITIONAL_SAVEPOINT} unless said otherwise
   * @return the option
   */
  public static SessionOption joinMode(JoinMode mode) {
    ArgumentException.requireNonNull(mode, "the join mode of a session");
    return new SessionOption(settings -> settings.withJoinMode(mode));
  }

  /**
   * Whether transactions are prepared on all connections that take part before they are committed on any,
   * so that either all commit or none does. Off unless said otherwise.
   *
   * @param on true to prepare; the databases must have transactions of two phases
   * @return the option
   */
  public static SessionOption twoPhase(boolean on) {
    return new SessionOption(settings -> settings.withTwoPhase(on));
  }

  /**
   * How all statements of a session run, flushes included, unless they say otherwise: options of its
   * connections, an isolation level among them.
   *
   * @param options the options
   * @return the option
   */
  public static SessionOption executionOptions(ExecutionOptions options) {
    ArgumentException.requireNonNull(options, "the execution options of a session");
    return new SessionOption(settings -> settings.withExecutionOptions(options));
  }

  /**
   * Which engine has the rows of a class. Also those of the classes below it, unless these are bound by
   * themselves; the class may be a mapped super class or an interface.
   *
   * @param type the class
   * @param engine the engine
   * @return the option
   */
  public static SessionOption bind(Class<?> type, Engine engine) {
    ArgumentException.requireNonNull(type, "the class to bind");
    ArgumentException.requireNonNull(engine, "the engine to bind to");
    return new SessionOption(settings -> settings.withBinds(settings.binds().with(type, engine)));
  }

  /**
   * Which engine has a table. Asked for where neither the entity nor a class above it is bound.
   *
   * @param table the table
   * @param engine the engine
   * @return the option
   */
  public static SessionOption bind(Table table, Engine engine) {
    ArgumentException.requireNonNull(table, "the table to bind");
    ArgumentException.requireNonNull(engine, "the engine to bind to");
    return new SessionOption(settings -> settings.withBinds(settings.binds().with(table, engine)));
  }

  /**
   * Who decides which engine is used, before anything that is bound.
   *
   * @param routing decides for each piece of work
   * @return the option
   */
  public static SessionOption routing(BindRouting routing) {
    ArgumentException.requireNonNull(routing, "the routing of a session");
    return new SessionOption(settings -> settings.withBinds(settings.binds().with(routing)));
  }

  /**
   * Something that listeners can ask a session for; see {@link SessionFactory#info}.
   *
   * @param key its name
   * @param value what is noted
   * @return the option
   */
  public static SessionOption info(String key, Object value) {
    ArgumentException.requireText(key, "the name of a note");
    ArgumentException.requireNonNull(value, "the value of a note");
    return new SessionOption(settings -> settings.withInfo(key, value));
  }

  SessionSettings applyTo(SessionSettings settings) {
    return change.apply(settings);
  }
}
