package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.Node;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a column gets when an INSERT, or an UPDATE, does not mention it, decided by the client (parity
 * row ORM-DDL-12). An explicit null is a value and suppresses it. Immutable.
 *
 * @param <T> the Java type of the column
 */
public sealed interface ColumnDefault<T> {
  /**
   * The same value for every row.
   *
   * @param value the value
   * @param <T> the Java type of the column
   * @return the default
   */
  static <T> ColumnDefault<T> value(T value) {
    return new Constant<>(value);
  }

  /**
   * A value made for each row.
   *
   * @param source called once a row
   * @param <T> the Java type of the column
   * @return the default
   */
  static <T> ColumnDefault<T> from(Supplier<? extends T> source) {
    return new Supplied<>(source);
  }

  /**
   * A value made for each row out of what is known of it.
   *
   * @param source called once a row
   * @param <T> the Java type of the column
   * @return the default
   */
  static <T> ColumnDefault<T> fromRow(Function<? super Context, ? extends T> source) {
    return new Contextual<>(source);
  }

  /**
   * An expression that stands in the statement, so that the database works it out.
   *
   * @param expression the expression
   * @param <T> the Java type of the column
   * @return the default
   */
  static <T> ColumnDefault<T> sql(Expression<? extends T> expression) {
    ArgumentException.requireNonNull(expression, "the expression of a default");
    return new Expressed<>(expression.node());
  }

  /**
   * The next number of a sequence. On databases without sequences the column generates as it would
   * without this.
   *
   * @param sequence the sequence, which metadata of the column's table creates
   * @param <T> the Java type of the column
   * @return the default
   */
  static <T> ColumnDefault<T> next(Sequence sequence) {
    return new Next<>(sequence);
  }

  /**
   * The value for one row, as far as the client makes it.
   *
   * @param row what is known of the row
   * @return the value, not null
   * @throws ArgumentException if the default is an expression or a sequence, which the database works out
   */
  T value(Context row);

  /**
   * Whether the value is made by the client, rather than by an expression within the statement.
   *
   * @return true if {@link #value} gives it
   */
  default boolean isMadeByClient() {
    return expression() == null;
  }

  /**
   * What stands in the statement instead of a value of the client.
   *
   * @return the expression, or null if {@link #value} gives a value
   */
  default @Nullable Node expression() {
    return null;
  }

  private static ArgumentException madeByDatabase() {
    return new ArgumentException(
        CoreError.ARGUMENT,
        "The default cannot be made on the client: it is an expression of the statement. Ask"
            + " isMadeByClient() first.");
  }

  /**
   * The same value for every row.
   *
   * @param value the value
   * @param <T> the Java type of the column
   */
  record Constant<T>(T value) implements ColumnDefault<T> {
    /** Creates the default. */
    public Constant {
      ArgumentException.requireNonNull(value, "the default of a column");
    }

    @Override
    public T value(Context row) {
      return value;
    }
  }

  /**
   * A value made for each row.
   *
   * @param source makes the value; called once a row, by the thread that executes
   * @param <T> the Java type of the column
   */
  record Supplied<T>(Supplier<? extends T> source) implements ColumnDefault<T> {
    /** Creates the default. */
    public Supplied {
      ArgumentException.requireNonNull(source, "the source of the default of a column");
    }

    @Override
    public T value(Context row) {
      return ArgumentException.requireNonNull(source.get(), "a default made for a column");
    }
  }

  /**
   * A value made for each row out of what is known of it.
   *
   * @param source makes the value; called once a row, by the thread that executes
   * @param <T> the Java type of the column
   */
  record Contextual<T>(Function<? super Context, ? extends T> source) implements ColumnDefault<T> {
    /** Creates the default. */
    public Contextual {
      ArgumentException.requireNonNull(source, "the source of the default of a column");
    }

    @Override
    public T value(Context row) {
      return ArgumentException.requireNonNull(source.apply(row), "a default made for a column");
    }
  }

  /**
   * An expression that stands in the statement.
   *
   * @param node the expression
   * @param <T> the Java type of the column
   */
  record Expressed<T>(Node node) implements ColumnDefault<T> {
    /** Creates the default. */
    public Expressed {
      ArgumentException.requireNonNull(node, "the expression of a default");
    }

    @Override
    public T value(Context row) {
      throw ColumnDefault.madeByDatabase();
    }

    @Override
    public Node expression() {
      return node;
    }
  }

  /**
   * The next number of a sequence.
   *
   * @param sequence the sequence
   * @param <T> the Java type of the column
   */
  record Next<T>(Sequence sequence) implements ColumnDefault<T> {
    /** Creates the default. */
    public Next {
      ArgumentException.requireNonNull(sequence, "the sequence of a default");
    }

    @Override
    public T value(Context row) {
      throw ColumnDefault.madeByDatabase();
    }

    @Override
    public Node expression() {
      return sequence.nextNode();
    }
  }

  /** The row that a default is made for (parity row ORM-DDL-12). */
  interface Context {
    /**
     * The values that the statement gives to columns of this row, by the keys of the columns: what the
     * application said, and the defaults made before. Values that only the database knows are not there.
     *
     * @return the values
     */
    Map<String, @Nullable Object> currentParameters();

    /**
     * Whether the row is inserted.
     *
     * @return true for an INSERT, false for an UPDATE
     */
    boolean isInsert();
  }
}
