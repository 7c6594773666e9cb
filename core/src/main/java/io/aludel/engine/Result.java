package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import io.aludel.engine.internal.ListSource;
import io.aludel.engine.internal.MergedSource;
import io.aludel.engine.internal.PartitionIterator;
import io.aludel.engine.internal.RowIterator;
import io.aludel.engine.internal.ViewSource;
import io.aludel.sql.Row;
import io.aludel.sql.Selectable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave back: rows that are fetched as they are asked for, and how many rows it touched
 * (parity rows ORM-QRY-26 and 27). A result whose rows are used up gives empty answers; one that was
 * closed, by {@link #close()}, {@link #first()}, or a method that wants exactly one row, gives none.
 * Belongs to the thread of its connection, and is closed with it.
 *
 * @param <T> the type of the rows
 */
public final class Result<T extends @Nullable Object> implements Iterable<T>, AutoCloseable {
  private final RowSource<T> source;
  private final Facts facts;
  private final Progress progress;
  private @Nullable Set<@Nullable Object> seen;
  private @Nullable Function<? super T, ?> uniqueness;
  private @Nullable T latest;

  /** What a result tells besides its rows. */
  record Facts(@Nullable RowShape shape, int rowCount, StatementOutcome outcome, int partition) {
    static final Facts NONE = new Facts(null, -1, StatementOutcome.UNKNOWN, 0);

    Facts inPartitions(int size) {
      return size == partition ? this : new Facts(shape, rowCount, outcome, size);
    }

    Facts withShape(RowShape known) {
      return new Facts(known, rowCount, outcome, partition);
    }

    /** What a view of single values still tells. */
    Facts withoutShape() {
      return new Facts(null, rowCount, outcome, partition);
    }
  }

  /** How far a result was read, shared by its views. */
  private static final class Progress {
    boolean closed;
    boolean givesRows = true;
    int partition;
  }

  private Result(RowSource<T> source, Facts facts, Progress progress) {
    this.source = source;
    this.facts = facts;
    this.progress = progress;
  }

  /**
   * A result over rows that another layer makes.
   *
   * @param source gives the rows
   * @param <T> the type of the rows
   * @return the result
   */
  public static <T extends @Nullable Object> Result<T> over(RowSource<T> source) {
    return of(source, Facts.NONE);
  }

  /**
   * A result over rows that another layer makes.
   *
   * @param source gives the rows
   * @param shape what the rows have in common
   * @return the result
   */
  public static Result<Row> over(RowSource<Row> source, RowShape shape) {
    return of(source, new Facts(shape, -1, StatementOutcome.UNKNOWN, 0));
  }

  /**
   * What is left to tell of a statement that another layer ran in parts.
   *
   * @param rowCount the number of rows that it changed
   * @return a result without rows
   */
  public static Result<Row> counting(int rowCount) {
    return withoutRows(rowCount, StatementOutcome.UNKNOWN);
  }

  static <T extends @Nullable Object> Result<T> of(RowSource<T> source, Facts facts) {
    return new Result<>(source, facts, new Progress());
  }

  /**
   * The result of something that gives no rows, such as a batch of another layer.
   *
   * @param rowCount how many rows it touched
   * @return the result
   */
  public static Result<Row> withoutRows(int rowCount) {
    return withoutRows(rowCount, StatementOutcome.UNKNOWN);
  }

  static Result<Row> withoutRows(int rowCount, StatementOutcome outcome) {
    Result<Row> result = of(ListSource.empty(), new Facts(null, rowCount, outcome, 0));
    result.progress.givesRows = false;
    return result;
  }

  /**
   * All rows that are left.
   *
   * @return the rows, empty when they are used up
   */
  public List<T> all() {
    requireReadable();
    List<T> rest = seen == null ? source.takeRest() : null;
    if (rest != null) {
      return rest;
    }
    List<T> rows = new ArrayList<>();
    while (advance()) {
      rows.add(source.row());
    }
    return rows;
  }

  /**
   * The next rows, at most so many.
   *
   * @param size the most rows
   * @return the rows, empty when they are used up
   */
  public List<T> fetch(int size) {
    if (size < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "A result was asked for " + size + " rows. Ask for at least one.");
    }
    List<T> rows = new ArrayList<>();
    while (rows.size() < size && advance()) {
      rows.add(source.row());
    }
    return rows;
  }

  /**
   * The first row that is left. Closes the result.
   *
   * @return the row, or null if there is none
   */
  public @Nullable T first() {
    try {
      return advance() ? source.row() : null;
    } finally {
      close();
    }
  }

  /**
   * The only row. Closes the result.
   *
   * @return the row
   * @throws NoResultException if there is no row
   * @throws MultipleResultsException if there are several
   */
  public T one() {
    return only(true);
  }

  /**
   * The only row, if there is one. Closes the result.
   *
   * @return the row, or null if there is none
   * @throws MultipleResultsException if there are several
   */
  public @Nullable T oneOrNull() {
    return only(false);
  }

  private T only(boolean needed) {
    try {
      if (!advance()) {
        if (needed) {
          throw new NoResultException(
              "Exactly one row was wanted, and the result has none. Use first() or oneOrNull() if"
                  + " there may be none.");
        }
        return absent();
      }
      T row = source.row();
      if (advance()) {
        throw new MultipleResultsException((needed ? "Exactly one row" : "At most one row")
            + " was wanted, and the result has more. Narrow the statement, or use first().");
      }
      return row;
    } finally {
      close();
    }
  }

  @SuppressWarnings("NullAway") // the caller says in its signature that null means no row
  private static <T extends @Nullable Object> T absent() {
    return null;
  }

  /**
   * The first value of the first row that is left, whatever follows. Closes the result.
   *
   * @return the value, or null if it is NULL or there is no row
   */
  public @Nullable Object scalar() {
    T row = first();
    return row instanceof Row values ? values.get(0) : row;
  }

  /**
   * The first value of each row.
   *
   * @return a view of this result; read one of the two only
   */
  public Result<@Nullable Object> scalars() {
    return view(row -> row instanceof Row values ? values.get(0) : row, facts.withoutShape());
  }

  /**
   * One value of each row.
   *
   * @param expression what the statement selected
   * @param <V> its type
   * @return a view of this result; read one of the two only
   */
  public <V> Result<@Nullable V> scalars(Selectable<V> expression) {
    ArgumentException.requireNonNull(expression, "the expression of a value");
    return view(row -> asRow(row).get(expression), facts.withoutShape());
  }

  /**
   * Some values of each row, in the order asked for.
   *
   * @param expressions what the statement selected, once or several times
   * @return a view of this result; read one of the two only
   * @throws NoSuchColumnException if the statement did not select one of them
   */
  public Result<Row> columns(Selectable<?>... expressions) {
    RowShape known = shape();
    int[] positions = new int[expressions.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = known.indexOf(
          ArgumentException.requireNonNull(expressions[i], "the expression of a value"));
    }
    return columnsAt(known, positions);
  }

  /**
   * Some values of each row, in the order asked for.
   *
   * @param names the names of the values, each once or several times
   * @return a view of this result; read one of the two only
   * @throws NoSuchColumnException if there is no value of a name, or several have it
   */
  public Result<Row> columns(String... names) {
    RowShape known = shape();
    int[] positions = new int[names.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          known.indexOf(ArgumentException.requireNonNull(names[i], "the name of a value"));
    }
    return columnsAt(known, positions);
  }

  private Result<Row> columnsAt(RowShape known, int[] positions) {
    RowShape narrow = known.at(positions);
    return view(row -> narrow.row(asRow(row), positions), facts.withShape(narrow));
  }

  private RowShape shape() {
    RowShape known = facts.shape();
    if (known == null) {
      throw valuesWithoutNames();
    }
    return known;
  }

  /**
   * The rows of this result and then those of others, which must have as many values.
   *
   * @param others the other results
   * @return all rows, touching as many as all together; the others are closed with it
   */
  @SafeVarargs
  public final Result<T> merge(Result<T>... others) {
    List<RowSource<T>> sources = new ArrayList<>();
    sources.add(source);
    int count = facts.rowCount();
    for (Result<T> other : others) {
      requireAsWide(other);
      sources.add(other.source);
      int more = other.facts.rowCount();
      count = count < 0 || more < 0 ? -1 : count + more;
    }
    Facts both = new Facts(facts.shape(), count, facts.outcome(), facts.partition());
    return of(new MergedSource<>(sources), both);
  }

  private void requireAsWide(Result<T> other) {
    if (names().size() != other.names().size()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Results cannot be put together: one has rows of " + names() + ", the other of "
              + other.names() + ". Select as many columns in both.");
    }
  }

  /**
   * The rows of this result, each lengthened by the row of another result at the same place.
   *
   * @param other the other result; it is read to its end
   * @return the longer rows, as many as the shorter of the two has; they are in memory
   */
  public Result<Row> beside(Result<Row> other) {
    RowShape wide = shape().and(other.shape());
    List<Row> rows = new ArrayList<>();
    while (advance() && other.advance()) {
      List<@Nullable Object> values = new ArrayList<>(asRow(source.row()).asList());
      values.addAll(other.source.row().asList());
      rows.add(wide.row(values.toArray()));
    }
    other.close();
    close();
    return of(new ListSource<>(rows), facts.withShape(wide));
  }

  /**
   * Reads what is left and keeps it, so that it can be read as often as one likes, by any thread.
   *
   * @return gives a fresh result of the rows each time it is asked; they are in memory
   */
  public Supplier<Result<T>> freeze() {
    List<T> rows = Collections.unmodifiableList(all());
    Facts known = facts;
    return () -> of(new ListSource<>(rows), known);
  }

  /**
   * The same rows with their values exchanged, such as objects for copies of them.
   *
   * @param exchange gives for each value of each row the one to take its place
   * @return a view of this result; read one of the two only
   * @throws ArgumentException if {@code exchange} is null
   */
  @SuppressWarnings("unchecked") // the values take the places of what they are exchanged for
  public Result<T> exchanging(UnaryOperator<@Nullable Object> exchange) {
    ArgumentException.requireNonNull(exchange, "what exchanges values");
    Function<T, @Nullable Object> exchanged = row -> {
      if (row instanceof Row several) {
        @Nullable Object[] values = several.asList().toArray();
        Arrays.setAll(values, i -> exchange.apply(values[i]));
        return shape().row(values);
      }
      return exchange.apply(row);
    };
    return (Result<T>) view(exchanged, facts);
  }

  /**
   * Each row as a map from names to values.
   *
   * @return a view of this result; read one of the two only
   */
  public Result<Map<String, @Nullable Object>> mappings() {
    return view(row -> asRow(row).asMap(), facts);
  }

  private static Row asRow(@Nullable Object row) {
    if (row instanceof Row values) {
      return values;
    }
    throw valuesWithoutNames();
  }

  private static InvalidRequestException valuesWithoutNames() {
    return new InvalidRequestException(
        CoreError.NO_SUCH_COLUMN,
        "This result gives single values, which have no names. Use execute instead of scalars.");
  }

  private <V extends @Nullable Object> Result<V> view(Function<T, V> change, Facts known) {
    Result<V> view = new Result<>(new ViewSource<>(source, change), known, progress);
    if (seen != null) {
      view.unique();
    }
    return view;
  }

  /**
   * This result without rows that it gave before. Entities are the same by identity, values by {@code
   * equals}. Counting methods such as {@link #one()} count what remains.
   *
   * @return this
   */
  public Result<T> unique() {
    seen = new HashSet<>();
    return this;
  }

  /**
   * This result without rows whose key it gave before.
   *
   * @param key the key of a row
   * @return this
   */
  public Result<T> unique(Function<? super T, ?> key) {
    uniqueness = ArgumentException.requireNonNull(key, "the key of a unique row");
    return unique();
  }

  /**
   * The rows in lists of the same size, the last perhaps smaller, fetched one list at a time.
   *
   * @param size the size of a list
   * @return the lists, to be iterated once
   */
  public Iterable<List<T>> partitions(int size) {
    if (size < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Partitions of " + size + " rows were asked for. Ask for at least one.");
    }
    return () -> new PartitionIterator<>(() -> fetch(size));
  }

  /**
   * The rows in lists as large as {@link ExecutionOptions#yieldPer} or {@link #yieldPer} said.
   *
   * @return the lists, to be iterated once; a single one when nothing was said
   */
  public Iterable<List<T>> partitions() {
    int size = progress.partition == 0 ? facts.partition() : progress.partition;
    return partitions(size == 0 ? Integer.MAX_VALUE : size);
  }

  /**
   * Says how many rows {@link #partitions()} puts into a list. The driver fetches as many at a time only
   * if the statement was executed with {@link ExecutionOptions#yieldPer}.
   *
   * @param rows the number, at least 1
   * @return this
   */
  public Result<T> yieldPer(int rows) {
    ExecutionOptions.NONE.yieldPer(rows);
    progress.partition = rows;
    return this;
  }

  /**
   * The rows, one after another. Closing the stream closes the result.
   *
   * @return the rows, to be used once
   */
  public Stream<T> stream() {
    Spliterator<T> rows = Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED);
    return StreamSupport.stream(rows, false).onClose(this::close);
  }

  /**
   * The rows, one after another.
   *
   * @return the rows, to be iterated once
   */
  @Override
  public Iterator<T> iterator() {
    return new RowIterator<>(this::advance, source::row);
  }

  /**
   * The names of the values of each row.
   *
   * @return the names, empty for single values
   */
  public List<String> names() {
    return facts.shape() == null ? List.of() : facts.shape().names();
  }

  /**
   * The number of rows that the statement changed, or matched, as the database counts.
   *
   * @return the number, or -1 for a query and where the database does not tell
   */
  public int rowCount() {
    return facts.rowCount();
  }

  /**
   * The primary keys of the rows that an INSERT inserted.
   *
   * @return see {@link StatementOutcome#insertedKeys()}
   */
  public List<List<@Nullable Object>> insertedKeys() {
    return facts.outcome().insertedKeys();
  }

  /**
   * What the execution did besides giving rows.
   *
   * @return what was sent, added and generated
   */
  public StatementOutcome outcome() {
    return facts.outcome();
  }

  /**
   * Whether rows can be asked for.
   *
   * @return false for a statement that gives none
   */
  public boolean givesRows() {
    return progress.givesRows;
  }

  /**
   * Whether the result was closed. Being used up is not the same.
   *
   * @return true after closing
   */
  public boolean isClosed() {
    return progress.closed;
  }

  /** Releases the rows that are left. Does nothing the second time. */
  @Override
  public void close() {
    if (!progress.closed) {
      progress.closed = true;
      source.close();
    }
  }

  RowSource<T> source() {
    return source;
  }

  private void requireReadable() {
    if (!progress.givesRows) {
      throw new InvalidRequestException(
          CoreError.NO_ROWS_RETURNED,
          "The statement gives no rows. Add returning(…) to it, or do not ask for rows.");
    }
    if (progress.closed) {
      throw new ResourceClosedException(
          "No row can be fetched: the result is closed, by close(), by a method that wants one row, or"
              + " with its connection. Execute the statement again, or use all().");
    }
    if (seen == null) {
      source.permitRepeatedRows();
    }
  }

  private boolean advance() {
    requireReadable();
    Set<@Nullable Object> known = seen;
    while (source.next()) {
      if (known == null || isNew(source.row(), known)) {
        return true;
      }
    }
    return false;
  }

  /** A join repeats one object in rows that follow each other, of which only the first needs a key. */
  private boolean isNew(T row, Set<@Nullable Object> known) {
    if (row != null && row == latest) {
      return false;
    }
    latest = row;
    return known.add(key(row));
  }

  private @Nullable Object key(T row) {
    Function<? super T, ?> wanted = uniqueness;
    return wanted == null ? source.uniqueKey(row) : wanted.apply(row);
  }
}
