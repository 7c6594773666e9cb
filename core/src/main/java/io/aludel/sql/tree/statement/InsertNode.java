package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An INSERT: of rows of values, of the rows of a query, or of one row of defaults. */
public final class InsertNode extends StatementNode implements Statement {
  private final FromNode target;
  private final List<Node> columns;
  private final List<List<Node>> rows;
  private final @Nullable QueryNode source;
  private final List<Node> returning;
  private final List<StatementOption> options;

  /**
   * Creates the statement.
   *
   * @param target the table, or a reference to one
   * @param columns the columns written, each a {@link ColumnNode} or a reference to one
   * @param rows the values of each row, as many as {@code columns}; none for a row of defaults
   * @param source the query whose rows are inserted, or null
   * @param returning what each row gives back
   * @param options what is attached for layers above Core
   */
  public InsertNode(
      FromNode target,
      List<Node> columns,
      List<List<Node>> rows,
      @Nullable QueryNode source,
      List<Node> returning,
      List<StatementOption> options) {
    this.target = target;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.source = source;
    this.returning = List.copyOf(returning);
    this.options = List.copyOf(options);
  }

  /**
   * An INSERT of one row of defaults.
   *
   * @param target the table, or a reference to one
   * @return the statement
   */
  public static InsertNode of(FromNode target) {
    return new InsertNode(target, List.of(), List.of(), null, List.of(), List.of());
  }

  /**
   * What is written to.
   *
   * @return the table, or a reference to one
   */
  public FromNode target() {
    return target;
  }

  /**
   * The columns written.
   *
   * @return the columns
   */
  public List<Node> columns() {
    return columns;
  }

  /**
   * The values of each row.
   *
   * @return the rows
   */
  public List<List<Node>> rows() {
    return rows;
  }

  /**
   * The query whose rows are inserted.
   *
   * @return the query, or null
   */
  public @Nullable QueryNode source() {
    return source;
  }

  @Override
  public List<Node> items() {
    return returning;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  public List<StatementOption> options() {
    return options;
  }

  /**
   * A copy with other rows.
   *
   * @param names the columns
   * @param values the values of each row
   * @return the copy
   */
  public InsertNode withRows(List<Node> names, List<List<Node>> values) {
    return new InsertNode(target, names, values, null, returning, options);
  }

  /**
   * A copy that inserts the rows of a query.
   *
   * @param names the columns
   * @param query the query
   * @return the copy
   */
  public InsertNode withSource(List<Node> names, QueryNode query) {
    return new InsertNode(target, names, List.of(), query, returning, options);
  }

  /**
   * A copy that gives other expressions back.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public InsertNode withReturning(List<Node> expressions) {
    return new InsertNode(target, columns, rows, source, expressions, options);
  }

  /**
   * A copy with other options.
   *
   * @param others the options
   * @return the copy
   */
  public InsertNode withOptions(List<StatementOption> others) {
    return new InsertNode(target, columns, rows, source, returning, others);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public InsertNode rebuilt(Rewriter parts) {
    List<List<Node>> newRows = rows.stream().map(parts::nodes).toList();
    QueryNode newSource = source == null ? null : parts.query(source);
    return new InsertNode(
        parts.from(target),
        parts.nodes(columns),
        newRows,
        newSource,
        parts.nodes(returning),
        options);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(InsertNode.class).element(target).elements(columns).add(rows.size());
    for (List<Node> row : rows) {
      keys.elements(row);
    }
    keys.optional(source).elements(returning).add(options.size());
    for (StatementOption option : options) {
      option.key(keys);
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(target);
    columns.forEach(action);
    rows.forEach(row -> row.forEach(action));
    if (source != null) {
      action.accept(source);
    }
    returning.forEach(action);
  }
}
