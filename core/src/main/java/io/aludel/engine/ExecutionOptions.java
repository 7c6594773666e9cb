package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.SchemaTranslation;
import io.aludel.sql.Executable;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.Statement;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How statements are run, without a change of what they say (parity row ORM-ENG-11). Options are given to
 * an engine ({@link Engine#with}), a connection ({@link Connection#options(ExecutionOptions)}), a
 * statement ({@code options(…)}) or a single call; what is said nearer to the call goes before. Immutable;
 * each method gives other options.
 *
 * <pre>{@code
 * connection.execute(select(big), ExecutionOptions.NONE.streamResults(true));
 * }</pre>
 */
public final class ExecutionOptions implements StatementOption {
  /** Nothing said. */
  public static final ExecutionOptions NONE = new ExecutionOptions();

  private static final int MOST_ROWS_BUFFERED = 1000;

  private @Nullable Boolean streams;
  private @Nullable Integer buffer;
  private @Nullable Integer partition;
  private @Nullable Integer insertPage;
  private @Nullable Boolean cached;
  private @Nullable Boolean copies;
  private @Nullable String token;
  private @Nullable IsolationLevel isolation;
  private @Nullable Map<String, String> schemas;
  private Map<String, Object> own = Map.of();

  private ExecutionOptions() {}

  private ExecutionOptions(ExecutionOptions other) {
    streams = other.streams;
    buffer = other.buffer;
    partition = other.partition;
    insertPage = other.insertPage;
    cached = other.cached;
    copies = other.copies;
    token = other.token;
    isolation = other.isolation;
    schemas = other.schemas;
    own = other.own;
  }

  /**
   * How a statement asks to be run: what was attached to it by {@code options(…)}, the later before the
   * earlier (parity row ORM-SQL-32).
   *
   * @param statement the statement
   * @return its options, {@link #NONE} if nothing was attached
   */
  public static ExecutionOptions of(Executable statement) {
    return of(ArgumentException.requireNonNull(statement, "the statement with options")
        .statementNode());
  }

  static ExecutionOptions of(StatementNode node) {
    ExecutionOptions all = NONE;
    for (StatementOption option : attached(node)) {
      if (option instanceof ExecutionOptions own) {
        all = own.over(all);
      }
    }
    return all;
  }

  private static List<StatementOption> attached(StatementNode node) {
    return node instanceof Statement known ? known.options() : List.of();
  }

  /**
   * Whether rows are fetched from the server in portions as they are read, so that a result of any size
   * needs constant memory. False unless stated: most drivers fetch all rows at once.
   *
   * @param stream true to fetch in portions
   * @return other options
   */
  public ExecutionOptions streamResults(boolean stream) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.streams = stream;
    return changed;
  }

  /**
   * The most rows that are fetched at a time while streaming. 1000 unless stated; portions grow up to
   * it, so that the first rows come early.
   *
   * @param rows the number, at least 1
   * @return other options
   */
  public ExecutionOptions maxRowBuffer(int rows) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.buffer = atLeastOne(rows, "maxRowBuffer");
    return changed;
  }

  /**
   * Streams, and makes {@link Result#partitions()} and the buffer of this size.
   *
   * @param rows the number, at least 1
   * @return other options
   */
  public ExecutionOptions yieldPer(int rows) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.partition = atLeastOne(rows, "yieldPer");
    return changed;
  }

  /**
   * The most rows of one INSERT when many are inserted. 128 unless stated; more gain nothing that was
   * measured.
   *
   * @param rows the number, at least 1
   * @return other options
   */
  public ExecutionOptions insertPageSize(int rows) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.insertPage = atLeastOne(rows, "insertPageSize");
    return changed;
  }

  /**
   * Whether many rows are inserted by the database's protocol for bulk loads, where there is one
   * ({@code COPY} on PostgreSQL) and nothing is to be given back. Elsewhere it changes nothing.
   *
   * @param bulk true to use it
   * @return other options
   */
  public ExecutionOptions bulkLoad(boolean bulk) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.copies = bulk;
    return changed;
  }

  /**
   * Whether the compiled statement is kept. True unless stated; false for statements whose shape is
   * never seen twice.
   *
   * @param cache false to compile each time
   * @return other options
   */
  public ExecutionOptions compiledCache(boolean cache) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.cached = cache;
    return changed;
  }

  /**
   * A word that stands before each line of the log, to tell users of one engine apart.
   *
   * @param word the word
   * @return other options
   */
  public ExecutionOptions loggingToken(String word) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.token = ArgumentException.requireText(word, "a logging token");
    return changed;
  }

  /**
   * The isolation level. Of an engine's or a connection's options only.
   *
   * @param level the level
   * @return other options
   */
  public ExecutionOptions isolation(IsolationLevel level) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.isolation = ArgumentException.requireNonNull(level, "an isolation level");
    return changed;
  }

  /**
   * Puts other schemas in the place of those that tables name (parity row ORM-ENG-16). The name of no
   * schema is the empty text, on both sides.
   *
   * @param names for each schema that is replaced, the one to use
   * @return other options
   */
  public ExecutionOptions schemaTranslateMap(Map<String, String> names) {
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.schemas = Map.copyOf(ArgumentException.requireNonNull(names, "the map of schemas"));
    return changed;
  }

  /**
   * An option of the application's own, which its listeners read.
   *
   * @param name its name
   * @param value its value
   * @return other options
   */
  public ExecutionOptions with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(own);
    more.put(
        ArgumentException.requireText(name, "the name of an option"),
        ArgumentException.requireNonNull(value, "the value of option '" + name + "'"));
    ExecutionOptions changed = new ExecutionOptions(this);
    changed.own = Map.copyOf(more);
    return changed;
  }

  /**
   * The value of an option of the application's own.
   *
   * @param name its name
   * @return its value, or null
   */
  public @Nullable Object get(String name) {
    return own.get(name);
  }

  /**
   * These options, and those of {@code weaker} where these say nothing.
   *
   * @param weaker the options that give way
   * @return both
   */
  public ExecutionOptions over(ExecutionOptions weaker) {
    if (weaker == NONE || this == weaker) {
      return this;
    }
    if (this == NONE) {
      return weaker;
    }
    ExecutionOptions both = new ExecutionOptions(this);
    both.streams = streams == null ? weaker.streams : streams;
    both.buffer = buffer == null ? weaker.buffer : buffer;
    both.partition = partition == null ? weaker.partition : partition;
    both.insertPage = insertPage == null ? weaker.insertPage : insertPage;
    both.cached = cached == null ? weaker.cached : cached;
    both.copies = copies == null ? weaker.copies : copies;
    both.token = token == null ? weaker.token : token;
    both.isolation = isolation == null ? weaker.isolation : isolation;
    both.schemas = schemas == null ? weaker.schemas : schemas;
    Map<String, Object> all = new HashMap<>(weaker.own);
    all.putAll(own);
    both.own = Map.copyOf(all);
    return both;
  }

  private static int atLeastOne(int rows, String option) {
    if (rows < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Option " + option + " of an execution cannot be " + rows + ". Give at least 1.");
    }
    return rows;
  }

  /**
   * How many rows are fetched at a time.
   *
   * @return the number, or 0 without streaming
   */
  public int fetchRows() {
    Integer wanted = partition == null ? buffer : partition;
    boolean stream = partition != null || (streams != null && streams);
    return !stream ? 0 : wanted == null ? MOST_ROWS_BUFFERED : wanted;
  }

  /** The size of a partition, or 0 when none was said. */
  int partition() {
    return partition == null ? 0 : partition;
  }

  int insertPage(int otherwise) {
    return insertPage == null ? otherwise : insertPage;
  }

  boolean isCached() {
    return cached == null || cached;
  }

  boolean isBulkLoad() {
    return copies != null && copies;
  }

  /**
   * Whether other schemas are put in the place of those that tables name.
   *
   * @return true if {@link #schemaTranslateMap} was said
   */
  public boolean translatesSchemas() {
    return schemas != null;
  }

  /** What shapes a compilation besides what is given, which is given back if there are no other schemas. */
  CompileOptions shaping(CompileOptions options) {
    return SchemaTranslation.added(options, schemas);
  }

  @Nullable String token() {
    return token;
  }

  @Nullable IsolationLevel isolation() {
    return isolation;
  }

  @Nullable Map<String, String> schemas() {
    return schemas;
  }

  /** How a statement is run is no part of its shape. */
  @Override
  public void key(KeyBuilder keys) {
    // nothing that would shape the SQL: schemas are translated through the options of its
    // compilation
  }
}
