package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;

/** Rows written down in the statement. */
public final class ValuesNode extends QueryNode implements Statement {
  private final List<Node> columns;
  private final List<List<Node>> rows;

  /**
   * Creates the rows.
   *
   * @param columns the columns, which have names and types
   * @param rows the values, one for each column, in one row or more
   */
  public ValuesNode(List<? extends Node> columns, List<List<Node>> rows) {
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  /**
   * The values.
   *
   * @return the rows
   */
  public List<List<Node>> rows() {
    return rows;
  }

  @Override
  public List<Node> items() {
    return columns;
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public ValuesNode withOptions(List<? extends StatementOption> others) {
    return this;
  }

  @Override
  public ValuesNode rebuilt(Rewriter parts) {
    return new ValuesNode(columns, rows.stream().map(parts::nodes).toList());
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ValuesNode.class).elements(columns).add(rows.size());
    rows.forEach(keys::elements);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    rows.forEach(row -> row.forEach(action));
  }
}
