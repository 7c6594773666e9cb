package io.aludel.schema;

import io.aludel.ArgumentException;
import java.util.function.Supplier;

/**
 * What a column gets when an INSERT, or an UPDATE, does not mention it, decided on the client (parity
 * row ORM-DDL-12). An explicit null is a value and suppresses it. Immutable.
 *
 * @param <T> the Java type of the column
 */
public sealed interface ColumnDefault<T> {
  /**
   * The value for one row.
   *
   * @return the value, not null
   */
  T value();

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
    public T value() {
      return ArgumentException.requireNonNull(source.get(), "a default made for a column");
    }
  }
}
