package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Pages;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode.Kind;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.construct.NamedTestNode;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Correlation;
import io.aludel.sql.tree.statement.LockNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SELECT. Immutable; every method gives a changed copy. What it selects from follows from the
 * expressions it mentions, unless {@link #from} says more.
 *
 * @param <T> the Java type of the first value of each row
 */
public final class Select<T> implements Query<T>, Supplemented<Select<T>> {
  private final SelectNode node;

  private Select(SelectNode node) {
    this.node = node;
  }

  static <T> Select<T> of(Selectable<T> first, Selectable<?>... more) {
    List<Node> items = new ArrayList<>();
    items.add(Operands.present(first, "select", "expression").node());
    return new Select<>(SelectNode.of(Lists.nodes(items, more, "select")));
  }

  /**
   * The words for a node made elsewhere.
   *
   * @param node the statement
   * @param <T> the Java type of the first value of each row
   * @return the statement
   */
  public static <T> Select<T> of(SelectNode node) {
    return new Select<>(node);
  }

  @Override
  public SelectNode statementNode() {
    return node;
  }

  /**
   * A copy that selects more.
   *
   * @param expressions what is added to each row
   * @return the copy
   */
  public Select<T> add(Selectable<?>... expressions) {
    return new Select<>(node.withItems(Lists.nodes(node.items(), expressions, "select")));
  }

  /**
   * A copy that names what it selects from, in this order and before anything else.
   *
   * @param sources the tables, aliases or joins
   * @return the copy
   */
  public Select<T> from(FromClause... sources) {
    FromClauseParts from = node.from();
    List<FromNode> all = sources(from.sources(), sources, "from");
    return with(new FromClauseParts(all, from.joins(), from.correlation()));
  }

  /**
   * A copy joined with a further table or along a relationship. The condition of a table comes from the
   * one foreign key between it and what is selected from so far.
   *
   * @param target the table, alias or relationship
   * @return the copy
   */
  public Select<T> join(JoinTarget target) {
    return joined(Kind.INNER, target, null);
  }

  /**
   * A copy joined with a further table.
   *
   * @param target the table, alias or relationship
   * @param on the condition; of a relationship, a further one
   * @return the copy
   */
  public Select<T> join(JoinTarget target, Condition on) {
    return joined(Kind.INNER, target, on);
  }

  /**
   * A copy joined along a relationship to a certain occurrence of its target.
   *
   * @param relationship the relationship
   * @param alias the occurrence
   * @return the copy
   */
  public Select<T> join(JoinTarget relationship, FromClause alias) {
    return joined(Kind.INNER, toward(relationship, alias), null);
  }

  /**
   * As {@link #join(JoinTarget)}, keeping rows without a partner.
   *
   * @param target the table, alias or relationship
   * @return the copy
   */
  public Select<T> leftJoin(JoinTarget target) {
    return joined(Kind.LEFT, target, null);
  }

  /**
   * As {@link #join(JoinTarget, Condition)}, keeping rows without a partner.
   *
   * @param target the table, alias or relationship
   * @param on the condition; of a relationship, a further one
   * @return the copy
   */
  public Select<T> leftJoin(JoinTarget target, Condition on) {
    return joined(Kind.LEFT, target, on);
  }

  /**
   * As {@link #join(JoinTarget, FromClause)}, keeping rows without a partner.
   *
   * @param relationship the relationship
   * @param alias the occurrence
   * @return the copy
   */
  public Select<T> leftJoin(JoinTarget relationship, FromClause alias) {
    return joined(Kind.LEFT, toward(relationship, alias), null);
  }

  /**
   * As {@link #join(JoinTarget)}, keeping the rows of both sides without a partner.
   *
   * @param target the table, alias or relationship
   * @return the copy
   */
  public Select<T> fullJoin(JoinTarget target) {
    return joined(Kind.FULL, target, null);
  }

  /**
   * As {@link #join(JoinTarget, Condition)}, keeping the rows of both sides without a partner.
   *
   * @param target the table, alias or relationship
   * @param on the condition; of a relationship, a further one
   * @return the copy
   */
  public Select<T> fullJoin(JoinTarget target, Condition on) {
    return joined(Kind.FULL, target, on);
  }

  /**
   * A copy with further conditions, all of which must hold. Absent conditions add nothing.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public Select<T> where(Condition... conditions) {
    return new Select<>(node.withWhere(Conditions.added(node.where(), conditions, "where")));
  }

  /**
   * The rows for which a column or attribute is equal to a value, wherever in FROM it is: exactly one of
   * the tables or entities that are selected from must have it, which is looked for when the statement is
   * compiled.
   *
   * @param name the name of the column or attribute
   * @param value the value; null for rows where it is null
   * @return the statement
   */
  public Select<T> filterBy(String name, @Nullable Object value) {
    Node bound = value instanceof Selectable<?> expression
        ? expression.node()
        : value == null ? null : BindNode.of(value, null);
    return where(Conditions.of(new NamedTestNode(Operands.name(name, "filterBy"), bound)));
  }

  /**
   * A copy grouped by further expressions.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public Select<T> groupBy(Expression<?>... expressions) {
    return new Select<>(node.withGroupBy(Lists.nodes(node.groupBy(), expressions, "groupBy")));
  }

  /**
   * A copy with further conditions on its groups, all of which must hold.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public Select<T> having(Condition... conditions) {
    return new Select<>(node.withHaving(Conditions.added(node.having(), conditions, "having")));
  }

  /**
   * A copy ordered by further keys.
   *
   * @param keys the keys; a label that is selected is referred to by its name
   * @return the copy
   */
  public Select<T> orderBy(OrderKey... keys) {
    return new Select<>(node.withPaging(Pages.ordered(node.paging(), keys)));
  }

  /**
   * A copy without any order.
   *
   * @return the copy
   */
  public Select<T> unordered() {
    return new Select<>(node.withPaging(Pages.unordered(node.paging())));
  }

  /**
   * A copy that gives so many rows at most.
   *
   * @param limit the number
   * @return the copy
   * @throws io.aludel.ArgumentException if it is negative
   */
  public Select<T> limit(long limit) {
    return new Select<>(node.withPaging(Pages.limited(node.paging(), limit)));
  }

  /**
   * A copy that leaves out so many rows first.
   *
   * @param offset the number
   * @return the copy
   * @throws io.aludel.ArgumentException if it is negative
   */
  public Select<T> offset(long offset) {
    return new Select<>(node.withPaging(Pages.shifted(node.paging(), offset)));
  }

  /**
   * A copy that gives equal rows once.
   *
   * @return the copy
   */
  public Select<T> distinct() {
    return new Select<>(node.withDistinct(true));
  }

  /**
   * A copy that, as a subquery, leaves exactly these sources to the statement around it.
   *
   * @param sources the sources; none to leave nothing
   * @return the copy
   */
  public Select<T> correlate(FromClause... sources) {
    return correlated(Correlation.Kind.THESE, sources);
  }

  /**
   * A copy that, as a subquery, leaves all sources but these to the statement around it.
   *
   * @param sources the sources to keep
   * @return the copy
   */
  public Select<T> correlateExcept(FromClause... sources) {
    return correlated(Correlation.Kind.ALL_BUT, sources);
  }

  /**
   * A copy with further options for the layers above Core.
   *
   * @param options the options
   * @return the copy
   */
  public Select<T> options(StatementOption... options) {
    return new Select<>(node.withOptions(Lists.added(node.options(), options, "options")));
  }

  /**
   * One row for each combination of values, the first in order: {@code DISTINCT ON}.
   *
   * @param expressions the values, by which the statement should order first
   * @return the statement
   */
  public Select<T> distinctOn(Expression<?>... expressions) {
    return new Select<>(
        node.withDistinctOn(Lists.nodes(node.distinctOn(), expressions, "distinctOn")));
  }

  /**
   * At most so many rows, and those that are equal in order to the last.
   *
   * @param limit the number, 0 or more
   * @return the statement
   */
  public Select<T> limitWithTies(long limit) {
    return new Select<>(node.withPaging(Pages.withTies(node.paging(), limit)));
  }

  /**
   * At most such a part of all rows: {@code FETCH FIRST … PERCENT}.
   *
   * @param percent the part in a hundred
   * @return the statement
   */
  public Select<T> limitPercent(double percent) {
    return new Select<>(node.withPaging(Pages.percent(node.paging(), percent)));
  }

  /**
   * Locks the rows found until the transaction ends, so that others can only read them. A database that
   * has no such locks, such as SQLite, is not told.
   *
   * @return the statement
   */
  public Select<T> forUpdate() {
    return lock(Lock.forUpdate());
  }

  /**
   * Locks the rows found until the transaction ends. Where a database lacks a kind of lock it is given
   * the next stronger one, and none if it has no row locks at all.
   *
   * @param lock the lock
   * @return the statement
   */
  public Select<T> lock(Lock lock) {
    return new Select<>(node.withLock(Operands.present(lock, "lock", "lock").node()));
  }

  /**
   * Text behind a table in FROM, such as {@code USE INDEX (…)}, on one database only.
   *
   * @param table the table, as it is selected from
   * @param sql the text, written as it stands, so never from outside the program
   * @param dialect the name of the dialect, such as {@code mysql}
   * @return the statement
   */
  public Select<T> hint(FromClause table, String sql, String dialect) {
    FromNode hinted = Operands.present(table, "hint", "table").fromNode();
    return withAdditions(additions()
        .with(new Additions.Remark(
            Additions.Place.TABLE_HINT,
            Operands.name(sql, "hint"),
            Operands.name(dialect, "hint"),
            hinted)));
  }

  @Override
  public Additions additions() {
    return node.additions();
  }

  @Override
  public Select<T> withAdditions(Additions additions) {
    return new Select<>(node.withAdditions(additions));
  }

  @Override
  public Select<T> rebuilt(Rewriter parts) {
    return new Select<>(node.rebuilt(parts));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }

  private Select<T> with(FromClauseParts from) {
    return new Select<>(node.withFrom(from));
  }

  private Select<T> joined(Kind kind, JoinTarget target, @Nullable Condition on) {
    FromClauseParts from = node.from();
    FromClauseParts.Join join = new FromClauseParts.Join(
        kind, Operands.present(target, "join", "target").joinNode(), on == null ? null : on.node());
    return with(
        new FromClauseParts(from.sources(), Lists.added(from.joins(), join), from.correlation()));
  }

  private static JoinTarget toward(JoinTarget relationship, FromClause alias) {
    return Operands.present(relationship, "join", "relationship")
        .toward(Operands.present(alias, "join", "alias"));
  }

  private Select<T> correlated(Correlation.Kind kind, FromClause... sources) {
    FromClauseParts from = node.from();
    List<FromNode> all = sources(List.of(), sources, "correlate");
    return with(new FromClauseParts(from.sources(), from.joins(), new Correlation(kind, all)));
  }

  private static List<FromNode> sources(
      List<FromNode> present, FromClause[] more, String operation) {
    List<FromNode> all = new ArrayList<>(present);
    for (FromClause source : Operands.present(more, operation, "list of sources")) {
      all.add(Operands.present(source, operation, "source").fromNode());
    }
    return List.copyOf(all);
  }

  /**
   * A lock on the rows that a statement finds. Immutable; every method gives a new one.
   *
   * @param node the node
   */
  public record Lock(LockNode node) {
    private static Lock of(LockNode.Strength strength) {
      return new Lock(new LockNode(strength, List.of(), LockNode.Waiting.WAIT));
    }

    /**
     * Others can only read the rows.
     *
     * @return the lock
     */
    public static Lock forUpdate() {
      return of(LockNode.Strength.UPDATE);
    }

    /**
     * Others can only read the rows and refer to their keys.
     *
     * @return the lock
     */
    public static Lock forNoKeyUpdate() {
      return of(LockNode.Strength.NO_KEY_UPDATE);
    }

    /**
     * Others can read the rows and lock them so too.
     *
     * @return the lock
     */
    public static Lock forShare() {
      return of(LockNode.Strength.SHARE);
    }

    /**
     * Others can do everything with the rows but delete them or change their keys.
     *
     * @return the lock
     */
    public static Lock forKeyShare() {
      return of(LockNode.Strength.KEY_SHARE);
    }

    /**
     * This lock on rows of some tables only, where the database can; on all elsewhere.
     *
     * @param tables the tables, as they are selected from
     * @return the lock
     */
    public Lock of(FromClause... tables) {
      return new Lock(
          new LockNode(node.strength(), sources(node.of(), tables, "lock"), node.waiting()));
    }

    /**
     * This lock, with an error if a row is locked already.
     *
     * @return the lock
     */
    public Lock noWait() {
      return new Lock(new LockNode(node.strength(), node.of(), LockNode.Waiting.NO_WAIT));
    }

    /**
     * This lock, without the rows that are locked already.
     *
     * @return the lock
     */
    public Lock skipLocked() {
      return new Lock(new LockNode(node.strength(), node.of(), LockNode.Waiting.SKIP_LOCKED));
    }
  }
}
