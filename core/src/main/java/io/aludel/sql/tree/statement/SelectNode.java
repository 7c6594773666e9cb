package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A SELECT. Every {@code with} method gives a changed copy. */
public final class SelectNode extends QueryNode implements Statement {
  private final Parts parts;

  private SelectNode(Parts parts) {
    this.parts = parts;
  }

  /**
   * A SELECT of some expressions.
   *
   * @param items the expressions
   * @return the statement
   */
  public static SelectNode of(List<? extends Node> items) {
    return new SelectNode(new Parts()).withItems(items);
  }

  @Override
  public List<Node> items() {
    return parts.items;
  }

  /**
   * Whether equal rows appear once.
   *
   * @return true for {@code SELECT DISTINCT}
   */
  public boolean distinct() {
    return parts.distinct;
  }

  /**
   * The expressions that may be equal in one row only.
   *
   * @return the expressions of {@code DISTINCT ON}, or none
   */
  public List<Node> distinctOn() {
    return parts.distinctOn;
  }

  /**
   * The lock on the rows found.
   *
   * @return the lock, or null
   */
  public @Nullable LockNode lock() {
    return parts.lock;
  }

  /**
   * What the statement has beside its clauses.
   *
   * @return the additions
   */
  public Additions additions() {
    return parts.additions;
  }

  /**
   * Sources and joins as written.
   *
   * @return the parts of FROM
   */
  public FromClauseParts from() {
    return parts.from;
  }

  /**
   * The conditions that must all hold.
   *
   * @return the conditions
   */
  public List<Node> where() {
    return parts.where;
  }

  /**
   * What rows are grouped by.
   *
   * @return the expressions
   */
  public List<Node> groupBy() {
    return parts.groupBy;
  }

  /**
   * The conditions on groups that must all hold.
   *
   * @return the conditions
   */
  public List<Node> having() {
    return parts.having;
  }

  /**
   * Order, limit and offset.
   *
   * @return the paging
   */
  public Paging paging() {
    return parts.paging;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  @Override
  public List<StatementOption> options() {
    return parts.options;
  }

  /**
   * A copy with another select list.
   *
   * @param items the expressions
   * @return the copy
   */
  public SelectNode withItems(List<? extends Node> items) {
    return changed(copy -> copy.items = List.copyOf(items));
  }

  /**
   * A copy with or without equal rows.
   *
   * @param distinct true to let equal rows appear once
   * @return the copy
   */
  public SelectNode withDistinct(boolean distinct) {
    return changed(copy -> copy.distinct = distinct);
  }

  /**
   * A copy with one row for each combination of values.
   *
   * @param expressions the expressions of {@code DISTINCT ON}
   * @return the copy
   */
  public SelectNode withDistinctOn(List<Node> expressions) {
    return changed(copy -> copy.distinctOn = List.copyOf(expressions));
  }

  /**
   * A copy with another lock.
   *
   * @param lock the lock, or null
   * @return the copy
   */
  public SelectNode withLock(@Nullable LockNode lock) {
    return changed(copy -> copy.lock = lock);
  }

  /**
   * A copy with other additions.
   *
   * @param additions the additions
   * @return the copy
   */
  public SelectNode withAdditions(Additions additions) {
    return changed(copy -> copy.additions = additions);
  }

  /**
   * A copy with other sources and joins.
   *
   * @param from the parts of FROM
   * @return the copy
   */
  public SelectNode withFrom(FromClauseParts from) {
    return changed(copy -> copy.from = from);
  }

  /**
   * A copy with other conditions.
   *
   * @param where the conditions, which must all hold
   * @return the copy
   */
  public SelectNode withWhere(List<Node> where) {
    return changed(copy -> copy.where = List.copyOf(where));
  }

  /**
   * A copy grouped otherwise.
   *
   * @param groupBy the expressions
   * @return the copy
   */
  public SelectNode withGroupBy(List<Node> groupBy) {
    return changed(copy -> copy.groupBy = List.copyOf(groupBy));
  }

  /**
   * A copy with other conditions on groups.
   *
   * @param having the conditions, which must all hold
   * @return the copy
   */
  public SelectNode withHaving(List<Node> having) {
    return changed(copy -> copy.having = List.copyOf(having));
  }

  /**
   * A copy with another order, limit and offset.
   *
   * @param paging the paging
   * @return the copy
   */
  public SelectNode withPaging(Paging paging) {
    return changed(copy -> copy.paging = paging);
  }

  @Override
  public SelectNode withOptions(List<? extends StatementOption> options) {
    return changed(copy -> copy.options = List.copyOf(options));
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public SelectNode rebuilt(Rewriter rewriter) {
    Parts copy = new Parts(parts);
    copy.items = rewriter.nodes(parts.items);
    copy.from = parts.from.rebuilt(rewriter);
    copy.where = rewriter.nodes(parts.where);
    copy.groupBy = rewriter.nodes(parts.groupBy);
    copy.having = rewriter.nodes(parts.having);
    copy.paging = parts.paging.rebuilt(rewriter);
    copy.distinctOn = rewriter.nodes(parts.distinctOn);
    copy.lock = parts.lock == null ? null : parts.lock.rebuilt(rewriter);
    copy.additions = parts.additions.rebuilt(rewriter);
    return copy.isLike(parts) ? this : new SelectNode(copy);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(SelectNode.class).add(parts.distinct).elements(parts.items);
    parts.from.key(keys);
    keys.elements(parts.where).elements(parts.groupBy).elements(parts.having);
    parts.paging.key(keys);
    keys.elements(parts.distinctOn);
    if (parts.lock == null) {
      keys.add("");
    } else {
      parts.lock.key(keys);
    }
    parts.additions.key(keys);
    for (StatementOption option : parts.options) {
      option.key(keys);
    }
    keys.add(StatementOption.class);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    parts.items.forEach(action);
    parts.from.forEachPart(action);
    parts.where.forEach(action);
    parts.groupBy.forEach(action);
    parts.having.forEach(action);
    parts.paging.forEachPart(action);
    parts.distinctOn.forEach(action);
    parts.additions.forEachPart(action);
  }

  private SelectNode changed(Consumer<Parts> change) {
    Parts copy = new Parts(parts);
    change.accept(copy);
    return new SelectNode(copy);
  }

  /** The clauses; changed only before the statement that holds them exists. */
  private static final class Parts {
    private List<Node> items = List.of();
    private boolean distinct;
    private List<Node> distinctOn = List.of();
    private @Nullable LockNode lock;
    private Additions additions = Additions.NONE;
    private FromClauseParts from = FromClauseParts.NONE;
    private List<Node> where = List.of();
    private List<Node> groupBy = List.of();
    private List<Node> having = List.of();
    private Paging paging = Paging.NONE;
    private List<StatementOption> options = List.of();

    Parts() {}

    Parts(Parts other) {
      items = other.items;
      distinct = other.distinct;
      distinctOn = other.distinctOn;
      lock = other.lock;
      additions = other.additions;
      from = other.from;
      where = other.where;
      groupBy = other.groupBy;
      having = other.having;
      paging = other.paging;
      options = other.options;
    }

    /** Whether a copy's clauses are still those of its original. */
    boolean isLike(Parts other) {
      return items == other.items
          && from == other.from
          && distinctOn == other.distinctOn
          && (lock == null || lock.of().isEmpty())
          && additions == other.additions
          && where == other.where
          && groupBy == other.groupBy
          && having == other.having
          && paging == other.paging;
    }
  }
}
