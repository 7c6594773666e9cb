package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.ExecutionOptions;
import io.aludel.orm.internal.session.SessionCore;
import org.jspecify.annotations.Nullable;

/** Which of its connections a session gives, and how it opens it; see {@link Session#connection}. Immutable. */
public final class ConnectionChoice {
  private final @Nullable Class<?> entity;
  private final ExecutionOptions options;

  private ConnectionChoice(@Nullable Class<?> entity, ExecutionOptions options) {
    this.entity = entity;
    this.options = options;
  }

  /**
   * The connection on which the session reads and writes an entity.
   *
   * @param entity an entity class
   * @return the choice
   */
  public static ConnectionChoice forEntity(Class<?> entity) {
    return new ConnectionChoice(
        ArgumentException.requireNonNull(entity, "the entity of a connection"),
        ExecutionOptions.NONE);
  }

  /**
   * Options, such as an isolation level, for a connection that takes no part in the transaction yet. They
   * hold until the transaction ends.
   *
   * @param options the options
   * @return the choice
   */
  public static ConnectionChoice options(ExecutionOptions options) {
    return new ConnectionChoice(
        null, ArgumentException.requireNonNull(options, "the options of a connection"));
  }

  static Connection connect(SessionCore core, ConnectionChoice... choices) {
    Class<?> entity = null;
    ExecutionOptions options = ExecutionOptions.NONE;
    for (ConnectionChoice choice : choices) {
      ArgumentException.requireNonNull(choice, "a choice of a connection");
      entity = choice.entity == null ? entity : choice.entity;
      options = choice.options == ExecutionOptions.NONE ? options : choice.options;
    }
    return core.connection(entity, options);
  }
}
