package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.engine.Result;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.mapping.Mapper;
import io.aludel.sql.Executable;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a session, as a listener of {@link SessionEvents#doOrmExecute} sees it before
 * anything was flushed or sent. What the listener changes holds for this execution only.
 *
 * <pre>{@code
 * sessions.events().doOrmExecute(state -> {
 *   if (state.isSelect() && !state.isColumnLoad()) {
 *     state.statement(state.select().options(populateExisting()));
 *   }
 * });
 * }</pre>
 *
 * <p>Belongs to the thread of the session.
 */
public final class OrmExecuteState {
  private final Session session;
  private final Source source;
  private final Function<OrmExecuteState, Result<Row>> execution;
  private Executable statement;
  private List<? extends Map<String, ? extends @Nullable Object>> rows;
  private @Nullable Result<Row> result;

  /** Why something is executed. */
  public enum Cause {
    /** The application executes a statement. */
    STATEMENT,
    /** An object is read by its key. */
    OBJECT,
    /** Attributes of an object that expired or were left out are read. */
    COLUMNS,
    /** A relationship is loaded, lazily or right after its owners. */
    RELATIONSHIP
  }

  /**
   * Where an execution comes from.
   *
   * @param cause why it is executed
   * @param mappers the entities of the statement, the one it is about first; empty if there are none
   * @param loadedFrom the object whose attribute or relationship is loaded; null if it is none or several
   * @param path the relationship that is loaded, such as {@code User.posts}, or null
   * @param isExecutemany whether it is executed once for each of several maps of parameters
   */
  public record Source(
      Cause cause,
      List<Mapper<?>> mappers,
      @Nullable Object loadedFrom,
      @Nullable String path,
      boolean isExecutemany) {}

  /**
   * Creates the state of an execution.
   *
   * @param session the session
   * @param statement the statement as it was written
   * @param rows maps of parameters
   * @param source where it comes from
   * @param execution what executes it
   */
  public OrmExecuteState(
      Session session,
      Executable statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      Source source,
      Function<OrmExecuteState, Result<Row>> execution) {
    this.session = session;
    this.statement = statement;
    this.rows = rows;
    this.source = source;
    this.execution = execution;
  }

  /**
   * The session.
   *
   * @return the session
   */
  public Session session() {
    return session;
  }

  /**
   * The statement, as it is now.
   *
   * @return the statement
   */
  public Executable statement() {
    return statement;
  }

  /**
   * Puts another statement in the place of this one. It must give rows of the same entries.
   *
   * @param other the statement
   */
  public void statement(Executable other) {
    statement = ArgumentException.requireNonNull(other, "the statement to execute");
  }

  /**
   * The statement as a SELECT, to build another one from.
   *
   * @return the statement
   * @throws UnsupportedStatementException if it is none
   */
  public Select<Object> select() {
    if (statement.statementNode() instanceof SelectNode node) {
      return Select.of(node);
    }
    throw new UnsupportedStatementException(
        OrmError.UNSUPPORTED_STATEMENT,
        "Cannot take the statement for a SELECT: it is " + statement + ". Ask isSelect() first.");
  }

  /**
   * The parameters given beside the statement; the first ones of several.
   *
   * @return values by name
   */
  public Map<String, ? extends @Nullable Object> parameters() {
    return rows.isEmpty() ? Map.of() : rows.get(0);
  }

  /**
   * The maps of parameters given beside the statement.
   *
   * @return as many as there are executions
   */
  public List<? extends Map<String, ? extends @Nullable Object>> rows() {
    return rows;
  }

  /**
   * Puts other parameters in the place of those given.
   *
   * @param values values by name
   */
  public void parameters(Map<String, ? extends @Nullable Object> values) {
    rows = List.of(ArgumentException.requireNonNull(values, "the parameters of a statement"));
  }

  /**
   * Whether the statement is a SELECT.
   *
   * @return true if it is
   */
  public boolean isSelect() {
    return statement.statementNode() instanceof SelectNode;
  }

  /**
   * Whether the statement is an INSERT.
   *
   * @return true if it is
   */
  public boolean isInsert() {
    return node() instanceof InsertNode;
  }

  /**
   * Whether the statement is an UPDATE.
   *
   * @return true if it is
   */
  public boolean isUpdate() {
    return node() instanceof UpdateNode;
  }

  /**
   * Whether the statement is a DELETE.
   *
   * @return true if it is
   */
  public boolean isDelete() {
    return node() instanceof DeleteNode;
  }

  /**
   * Whether entities are read from the rows of a statement that is sent as it is ({@link
   * Orm#fromStatement}). What kind of statement that is, the other questions answer.
   *
   * @return true if it is
   */
  public boolean isFromStatement() {
    return statement.statementNode() instanceof FromStatementNode;
  }

  private StatementNode node() {
    return FromStatementNode.sent(statement.statementNode());
  }

  /**
   * Whether the statement, as it was written, speaks of entities.
   *
   * @return false for one over tables only
   */
  public boolean isOrmStatement() {
    return !source.mappers().isEmpty();
  }

  /**
   * The options of one kind that the application attached to the statement, or to the one that
   * loaded the object whose attributes are loaded now (parity row ORM-QRY-25).
   *
   * @param type the kind
   * @param <O> the kind
   * @return the options in the order in which they were given; empty if there are none
   * @throws ArgumentException if the kind is null
   */
  public <O extends UserOption> List<O> userOptions(Class<O> type) {
    ArgumentException.requireNonNull(type, "the kind of options");
    List<O> found = new ArrayList<>();
    for (StatementOption option : FromStatementNode.options(statement.statementNode())) {
      if (type.isInstance(option.data())) {
        found.add(type.cast(option.data()));
      }
    }
    return found;
  }

  /**
   * Whether it is executed once for each of several maps of parameters.
   *
   * @return true if it is
   */
  public boolean isExecutemany() {
    return source.isExecutemany();
  }

  /**
   * Whether attributes of an object are read that expired, were left out, or are to be refreshed.
   *
   * @return true if they are
   */
  public boolean isColumnLoad() {
    return source.cause() == Cause.COLUMNS;
  }

  /**
   * Whether a relationship is loaded, when it is read or right after its owners.
   *
   * @return true if one is
   */
  public boolean isRelationshipLoad() {
    return source.cause() == Cause.RELATIONSHIP;
  }

  /**
   * Why it is executed.
   *
   * @return the cause
   */
  public Cause cause() {
    return source.cause();
  }

  /**
   * The object whose relationship or attribute was read and is loaded by this.
   *
   * @return the object; null for statements of the application, and for loads of several objects at once
   */
  public @Nullable Object lazyLoadedFrom() {
    return source.loadedFrom();
  }

  /**
   * The relationship that is loaded, such as {@code User.posts}.
   *
   * @return entity and attribute, or null
   */
  public @Nullable String loaderPath() {
    return source.path();
  }

  /**
   * The entity that the statement is about: the first one it selects, or the one it writes to.
   *
   * @return the mapper, or null
   */
  public @Nullable Mapper<?> mapper() {
    return source.mappers().isEmpty() ? null : source.mappers().get(0);
  }

  /**
   * All entities that the statement, as it was written, mentions.
   *
   * @return their mappers, {@link #mapper()} first
   */
  public List<Mapper<?>> mappers() {
    return source.mappers();
  }

  /**
   * Executes the statement as it is now, once the listeners that come after this one were told. May flush.
   *
   * @return its rows; to be given to {@link #result(Result)}, or else it is executed again
   */
  public Result<Row> invoke() {
    return execution.apply(this);
  }

  /**
   * Answers in the place of an execution, as from a cache.
   *
   * @param answer rows with the entries of the statement
   */
  public void result(@Nullable Result<Row> answer) {
    result = answer;
  }

  /**
   * The answer given so far.
   *
   * @return what a listener answered, or null
   */
  public @Nullable Result<Row> result() {
    return result;
  }
}
