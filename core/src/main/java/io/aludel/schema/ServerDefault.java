package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.Node;

/**
 * What the database itself puts into a column (parity row ORM-DDL-13). The column is then left out of
 * an INSERT that does not mention it, and its value is fetched back. Immutable.
 */
public sealed interface ServerDefault
    permits ServerDefault.Text, ServerDefault.Expressed, ServerDefault.Fetched, Identity, Computed {

  /**
   * Something the database has of its own, such as the work of a trigger. Nothing of it stands in CREATE
   * TABLE.
   *
   * @return the mark
   */
  static ServerDefault fetched() {
    return new Fetched();
  }

  /**
   * A DEFAULT of the table.
   *
   * @param sql what stands after DEFAULT, sent as it is
   * @return the default
   * @throws ArgumentException if {@code sql} is null or blank
   */
  static ServerDefault text(String sql) {
    return new Text(sql);
  }

  /**
   * A DEFAULT of the table, from an expression whose values are written out.
   *
   * @param expression the expression, such as {@code func.currentTimestamp()}
   * @return the default
   */
  static ServerDefault of(Expression<?> expression) {
    ArgumentException.requireNonNull(expression, "the expression of a server default");
    return new Expressed(expression.node());
  }

  /**
   * A DEFAULT as text.
   *
   * @param sql what stands after DEFAULT
   */
  record Text(String sql) implements ServerDefault {
    /** Creates the default. */
    public Text {
      ArgumentException.requireText(sql, "a server default");
    }
  }

  /**
   * A DEFAULT as an expression.
   *
   * @param node the expression
   */
  record Expressed(Node node) implements ServerDefault {
    /** Creates the default. */
    public Expressed {
      ArgumentException.requireNonNull(node, "the expression of a server default");
    }
  }

  /** Something the database has of its own, such as the work of a trigger. */
  record Fetched() implements ServerDefault {}
}
