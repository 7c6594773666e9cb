package io.aludel.sql.tree.statement;

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

/** An INSERT. Every {@code with} method gives a changed copy. */
public final class InsertNode extends StatementNode implements Statement {
  private final DmlParts common;
  private final Content content;

  private InsertNode(DmlParts common, Content content) {
    this.common = common;
    this.content = content;
  }

  /**
   * An INSERT that says nothing of columns yet.
   *
   * @param target the table, or a reference to one
   * @return the statement
   */
  public static InsertNode of(FromNode target) {
    return new InsertNode(new DmlParts(target), new Content(List.of(), List.of(), null, null));
  }

  /**
   * What is written to.
   *
   * @return the table, or a reference to one
   */
  public FromNode target() {
    return common.target;
  }

  /**
   * The columns written.
   *
   * @return the columns, or references to them; empty for a row of defaults
   */
  public List<Node> columns() {
    return content.columns;
  }

  /**
   * The values of each row.
   *
   * @return the rows, each with a value for every column
   */
  public List<List<Node>> rows() {
    return content.rows;
  }

  /**
   * The query that gives the rows.
   *
   * @return the query, or null where there are values
   */
  public @Nullable QueryNode source() {
    return content.source;
  }

  /**
   * What is done with a row that is there already.
   *
   * @return the node, or null if it is an error
   */
  public @Nullable ConflictNode conflict() {
    return content.conflict;
  }

  @Override
  public List<Node> items() {
    return common.returning;
  }

  /**
   * What the statement has beside its clauses.
   *
   * @return the additions
   */
  public Additions additions() {
    return common.additions;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  @Override
  public List<StatementOption> options() {
    return common.options;
  }

  /**
   * A copy that writes to another table.
   *
   * @param target the table
   * @param columns its columns, one for each of the present
   * @return the copy
   */
  public InsertNode withTarget(FromNode target, List<Node> columns) {
    return new InsertNode(
        common.changed(copy -> copy.target = target),
        new Content(columns, content.rows, content.source, content.conflict));
  }

  /**
   * A copy with other values.
   *
   * @param names the columns
   * @param values the rows
   * @return the copy
   */
  public InsertNode withRows(List<Node> names, List<List<Node>> values) {
    return new InsertNode(common, new Content(names, values, null, content.conflict));
  }

  /**
   * A copy whose rows come from a query.
   *
   * @param names the columns
   * @param query the query
   * @return the copy
   */
  public InsertNode withSource(List<Node> names, QueryNode query) {
    return new InsertNode(common, new Content(names, List.of(), query, content.conflict));
  }

  /**
   * A copy that does otherwise with a row that is there already.
   *
   * @param conflict the node, or null if it is an error
   * @return the copy
   */
  public InsertNode withConflict(@Nullable ConflictNode conflict) {
    return new InsertNode(
        common, new Content(content.columns, content.rows, content.source, conflict));
  }

  /**
   * A copy that gives other expressions back.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public InsertNode withReturning(List<Node> expressions) {
    return with(common.changed(copy -> copy.returning = List.copyOf(expressions)));
  }

  /**
   * A copy with other additions.
   *
   * @param additions the additions
   * @return the copy
   */
  public InsertNode withAdditions(Additions additions) {
    return with(common.changed(copy -> copy.additions = additions));
  }

  @Override
  public InsertNode withOptions(List<? extends StatementOption> others) {
    return with(common.changed(copy -> copy.options = List.copyOf(others)));
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public InsertNode rebuilt(Rewriter parts) {
    return new InsertNode(common.rebuilt(parts), content.rebuilt(parts));
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(InsertNode.class).elements(content.columns).add(content.rows.size());
    content.rows.forEach(keys::elements);
    keys.optional(content.source);
    if (content.conflict == null) {
      keys.add("");
    } else {
      content.conflict.key(keys);
    }
    common.key(keys);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    content.columns.forEach(action);
    content.rows.forEach(row -> row.forEach(action));
    if (content.source != null) {
      action.accept(content.source);
    }
    if (content.conflict != null) {
      content.conflict.forEachPart(action);
    }
    common.forEachPart(action);
  }

  private InsertNode with(DmlParts changed) {
    return new InsertNode(changed, content);
  }

  /** What is inserted. */
  private record Content(
      List<Node> columns,
      List<List<Node>> rows,
      @Nullable QueryNode source,
      @Nullable ConflictNode conflict) {
    Content {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    Content rebuilt(Rewriter parts) {
      return new Content(
          parts.nodes(columns),
          rows.stream().map(parts::nodes).toList(),
          source == null ? null : parts.query(source),
          conflict == null ? null : conflict.rebuilt(parts));
    }
  }
}
