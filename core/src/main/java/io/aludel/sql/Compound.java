package io.aludel.sql;

import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Pages;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Several queries combined by a set operator. Immutable; every method gives a changed copy.
 *
 * @param <T> the Java type of the first value of each row
 */
public final class Compound<T> implements Query<T>, Supplemented<Compound<T>> {
  private final CompoundNode node;

  private Compound(CompoundNode node) {
    this.node = node;
  }

  static <T> Compound<T> of(CompoundNode.Kind kind, Query<T> first, Query<?>... others) {
    List<QueryNode> parts = new ArrayList<>();
    parts.add(Operands.present(first, kind.name(), "query").statementNode());
    for (Query<?> other : Operands.present(others, kind.name(), "list of queries")) {
      parts.add(Operands.present(other, kind.name(), "query").statementNode());
    }
    return new Compound<>(CompoundNode.of(kind, parts));
  }

  @Override
  public CompoundNode statementNode() {
    return node;
  }

  /**
   * A copy ordered by further keys.
   *
   * @param keys the keys, by name or as the first query has them
   * @return the copy
   */
  public Compound<T> orderBy(OrderKey... keys) {
    return new Compound<>(node.withPaging(Pages.ordered(node.paging(), keys)));
  }

  /**
   * A copy that gives so many rows at most.
   *
   * @param limit the number
   * @return the copy
   * @throws io.aludel.ArgumentException if it is negative
   */
  public Compound<T> limit(long limit) {
    return new Compound<>(node.withPaging(Pages.limited(node.paging(), limit)));
  }

  /**
   * A copy that leaves out so many rows first.
   *
   * @param offset the number
   * @return the copy
   * @throws io.aludel.ArgumentException if it is negative
   */
  public Compound<T> offset(long offset) {
    return new Compound<>(node.withPaging(Pages.shifted(node.paging(), offset)));
  }

  /**
   * A copy with further options for the layers above Core.
   *
   * @param options the options
   * @return the copy
   */
  public Compound<T> options(StatementOption... options) {
    return new Compound<>(node.withOptions(Lists.added(node.options(), options, "options")));
  }

  @Override
  public Additions additions() {
    return node.additions();
  }

  @Override
  public Compound<T> withAdditions(Additions additions) {
    return new Compound<>(node.withAdditions(additions));
  }

  @Override
  public Compound<T> rebuilt(Rewriter parts) {
    return new Compound<>(node.rebuilt(parts));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }
}
