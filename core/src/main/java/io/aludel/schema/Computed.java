package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.Expression;
import org.jspecify.annotations.Nullable;

/**
 * {@code GENERATED ALWAYS AS (…)}: the database works the column out from others (parity row ORM-DDL-11).
 * Statements never write it. Immutable.
 *
 * @param expression what it is worked out from
 * @param persistence where the value lives
 */
public record Computed(SqlText expression, Persistence persistence) implements ServerDefault {
  /** Where the value of a computed column lives. */
  public enum Persistence {
    /** Wherever the database puts it when nothing is said. */
    NOT_SAID,
    /** In the row, worked out when it is written. */
    STORED,
    /** Nowhere: it is worked out when it is read. */
    VIRTUAL
  }

  /** Creates the computation. */
  public Computed {
    ArgumentException.requireNonNull(expression, "the expression of a computed column");
    ArgumentException.requireNonNull(persistence, "the persistence of a computed column");
  }

  /**
   * A computation.
   *
   * @param sql the expression as SQL text, sent as it is
   * @return the computation
   * @throws ArgumentException if {@code sql} is null or blank
   */
  public static Computed as(String sql) {
    return new Computed(SqlText.of(sql, "a computed column"), Persistence.NOT_SAID);
  }

  /**
   * A computation.
   *
   * @param expression the expression, over columns of the same table
   * @return the computation
   */
  public static Computed as(Expression<?> expression) {
    return new Computed(SqlText.of(expression, "a computed column"), Persistence.NOT_SAID);
  }

  /**
   * The same computation, kept in the row.
   *
   * @return a copy
   */
  public Computed stored() {
    return new Computed(expression, Persistence.STORED);
  }

  /**
   * The same computation, worked out when read.
   *
   * @return a copy
   */
  public Computed virtual() {
    return new Computed(expression, Persistence.VIRTUAL);
  }

  /**
   * The computation as text.
   *
   * @return SQL text, or null if it is an expression
   */
  public @Nullable String sql() {
    return expression.text();
  }
}
