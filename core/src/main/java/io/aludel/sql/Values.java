package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.ValuesNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows written down in the statement, to select from under a name, to join, or to compare with. Immutable;
 * each row gives a new one.
 */
public final class Values implements Query<Object> {
  private final List<Node> columns;
  private final List<List<Node>> rows;

  private Values(List<Node> columns, List<List<Node>> rows) {
    this.columns = columns;
    this.rows = rows;
  }

  static Values of(List<Node> columns) {
    return new Values(columns, List.of());
  }

  /**
   * These rows and another.
   *
   * @param values a value or an expression for each column, in order; null for NULL
   * @return the rows
   * @throws ArgumentException if the number of values is not that of the columns, or a value is not of
   *     its column's type
   */
  public Values row(@Nullable Object... values) {
    if (Operands.present(values, "row", "list of values").length != columns.size()) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot make a row of values: it has " + values.length + " values for the columns "
              + columns + ". Give a value for each.");
    }
    Node[] row = new Node[values.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = value(columns.get(i), values[i]);
    }
    return new Values(columns, Lists.added(rows, List.of(row)));
  }

  private static Node value(Node column, @Nullable Object value) {
    if (value == null) {
      return BindNode.of(null, column.type(CompileScope.UNRESOLVED));
    }
    return Operands.operand(column, value, "a row of values");
  }

  /**
   * The rows.
   *
   * @return the node
   * @throws ArgumentException if there is no row
   */
  @Override
  public ValuesNode statementNode() {
    if (rows.isEmpty()) {
      throw new ArgumentException(
          CoreError.INCOMPLETE_STATEMENT,
          "Cannot use values: they have no row. Give one with row(…).");
    }
    return new ValuesNode(columns, rows);
  }

  @Override
  public String toString() {
    return rows.isEmpty() ? "VALUES" : ElementPrinter.INSTANCE.print(statementNode());
  }
}
