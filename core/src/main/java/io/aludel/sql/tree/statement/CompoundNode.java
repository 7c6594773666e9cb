package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;

/** Several queries combined by one set operator. */
public final class CompoundNode extends QueryNode implements Statement {
  private final Kind kind;
  private final List<QueryNode> parts;
  private final Paging paging;
  private final List<StatementOption> options;
  private final Additions additions;

  /**
   * Combines queries.
   *
   * @param kind the set operator
   * @param parts the queries, two or more
   * @param paging order, limit and offset of the whole
   * @param options what is attached for layers above Core
   */
  public CompoundNode(
      Kind kind, List<QueryNode> parts, Paging paging, List<? extends StatementOption> options) {
    this(kind, parts, paging, options, Additions.NONE);
  }

  private CompoundNode(
      Kind kind,
      List<QueryNode> parts,
      Paging paging,
      List<? extends StatementOption> options,
      Additions additions) {
    this.kind = kind;
    this.parts = List.copyOf(parts);
    this.paging = paging;
    this.options = List.copyOf(options);
    this.additions = additions;
  }

  /**
   * Combines queries, in no order and all rows of them.
   *
   * @param kind the set operator
   * @param parts the queries, two or more
   * @return the statement
   */
  public static CompoundNode of(Kind kind, List<QueryNode> parts) {
    return new CompoundNode(kind, parts, Paging.NONE, List.of());
  }

  /**
   * The set operator.
   *
   * @return the operator
   */
  public Kind kind() {
    return kind;
  }

  /**
   * The queries.
   *
   * @return the queries in their order
   */
  public List<QueryNode> parts() {
    return parts;
  }

  /**
   * Order, limit and offset of the whole.
   *
   * @return the paging
   */
  public Paging paging() {
    return paging;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  @Override
  public List<StatementOption> options() {
    return options;
  }

  /**
   * A copy with another order, limit and offset.
   *
   * @param other the paging
   * @return the copy
   */
  public CompoundNode withPaging(Paging other) {
    return new CompoundNode(kind, parts, other, options, additions);
  }

  @Override
  public CompoundNode withOptions(List<? extends StatementOption> other) {
    return new CompoundNode(kind, parts, paging, other, additions);
  }

  /**
   * What the statement has beside its clauses.
   *
   * @return the additions
   */
  public Additions additions() {
    return additions;
  }

  /**
   * A copy with other additions.
   *
   * @param other the additions
   * @return the copy
   */
  public CompoundNode withAdditions(Additions other) {
    return new CompoundNode(kind, parts, paging, options, other);
  }

  @Override
  public List<Node> items() {
    return parts.get(0).items();
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public CompoundNode rebuilt(Rewriter rewriter) {
    List<QueryNode> newParts = rewriter.all(QueryNode.class, parts);
    Paging newPaging = paging.rebuilt(rewriter);
    Additions newAdditions = additions.rebuilt(rewriter);
    boolean same = newParts == parts && newPaging == paging && newAdditions == additions;
    return same ? this : new CompoundNode(kind, newParts, newPaging, options, newAdditions);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(CompoundNode.class).add(kind).elements(parts);
    paging.key(keys);
    additions.key(keys);
    for (StatementOption option : options) {
      option.key(keys);
    }
    keys.add(StatementOption.class);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    parts.forEach(action);
    paging.forEachPart(action);
    additions.forEachPart(action);
  }

  /** The set operators. */
  public enum Kind {
    /** Rows of any, each once. */
    UNION,
    /** Rows of all. */
    UNION_ALL,
    /** Rows of every one, each once. */
    INTERSECT,
    /** Rows of every one. */
    INTERSECT_ALL,
    /** Rows of the first alone, each once. */
    EXCEPT,
    /** Rows of the first alone. */
    EXCEPT_ALL
  }
}
