package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadTree.Branch;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.JoinCondition.Sides;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.FromClauseParts.Join;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One relationship that a SELECT loads by a join to an alias that nobody else can name. */
final class EagerJoin {
  private final EntitySource owner;
  private final RelationshipProperty relationship;
  private final EntitySource target;
  private final List<Node> criteria;
  private final boolean inner;
  private final @Nullable EagerJoin parent;
  private final @Nullable AliasNode link;
  private final List<EagerJoin> nested = new ArrayList<>();

  EagerJoin(
      EntitySource owner,
      RelationshipProperty relationship,
      EntitySource target,
      @Nullable Branch wish,
      @Nullable EagerJoin parent) {
    this.owner = owner;
    this.relationship = relationship;
    this.target = target;
    this.criteria = wish == null ? List.of() : wish.hop().criteria(target);
    this.inner = wish != null && wish.tuning().inner();
    this.parent = parent;
    Table table = relationship.secondary();
    this.link = table == null ? null : new AliasNode(table, null);
    if (isNested() && parent != null) {
      parent.nested.add(this);
    }
  }

  /** An inner join below an outer one: it stands inside, so that the outer one keeps its owners. */
  boolean isNested() {
    return inner && parent != null && !parent.isInnerThroughout();
  }

  private boolean isInnerThroughout() {
    return inner && (parent == null || parent.isInnerThroughout());
  }

  /** The join as a clause of the statement, whose left side shows its columns through {@code left}. */
  Join clause(FromNode leftSide, Function<Column<?>, Node> left) {
    return KnownJoin.clause(
        isInnerThroughout() ? JoinNode.Kind.INNER : JoinNode.Kind.LEFT,
        leftSide,
        right(),
        on(sides(left)));
  }

  private FromNode right() {
    FromNode right = target;
    Sides sides = sides(this::ownColumn);
    Node secondary = relationship.join().secondary(sides);
    if (link != null && secondary != null) {
      right = new JoinNode(link, target, JoinNode.Kind.INNER, secondary);
    }
    for (EagerJoin inside : nested) {
      Node on = inside.on(inside.sides(inside::ownColumn));
      right = new JoinNode(right, inside.right(), JoinNode.Kind.INNER, on);
    }
    return right;
  }

  /** The join as a clause of the statement that the owner itself occurs in. */
  Join clause() {
    return clause(owner, this::ownColumn);
  }

  private Node on(Sides sides) {
    Node primary = relationship.join().primary(sides);
    if (criteria.isEmpty()) {
      return primary;
    }
    List<Node> all = new ArrayList<>(criteria.size() + 1);
    all.add(primary);
    all.addAll(criteria);
    return new ConjunctionNode(ConjunctionNode.Kind.AND, all);
  }

  /**
   * The attribute of the related objects that has the key of their owner, because the condition of the join
   * says so: the row need not be asked for it. Only of types whose equal values are the same.
   *
   * @return its index, or {@link EntityPlan#NO_ATTRIBUTE}
   */
  int copiedKey(EntityLayout related) {
    Mapper<?> mapper = relationship.owner();
    List<ColumnPair> pairs = relationship.join().pairs();
    if (!relationship.join().isEquality()
        || relationship.secondary() != null
        || pairs.size() != 1
        || mapper.primaryKey().size() != 1) {
      return EntityPlan.NO_ATTRIBUTE;
    }
    ColumnPair pair = pairs.get(0);
    ColumnProperty<?> copy = related.mapper().findProperty(pair.to());
    return copy != null
            && mapper.primaryKey().get(0).equals(mapper.findProperty(pair.from()))
            && pair.from().type().comesBackEqual()
            && pair.from().type().equals(pair.to().type())
        ? copy.index()
        : EntityPlan.NO_ATTRIBUTE;
  }

  private Node ownColumn(Column<?> column) {
    return new ColumnOfSource(owner, column);
  }

  private Sides sides(Function<Column<?>, Node> left) {
    return new Sides(
        left, column -> new ColumnOfSource(target, column), column -> linkColumn(column));
  }

  private Node linkColumn(Column<?> column) {
    if (link == null) {
      throw new IllegalStateException("no link table: " + relationship);
    }
    return new DerivedColumnNode(link, column.name(), column);
  }

  EntitySource owner() {
    return owner;
  }

  @Nullable EagerJoin parent() {
    return parent;
  }

  RelationshipProperty relationship() {
    return relationship;
  }

  /** The order of a collection. */
  List<Node> order() {
    return relationship.isCollection() ? order(relationship, target) : List.of();
  }

  /** The order of a collection whose members come from an occurrence. */
  static List<Node> order(RelationshipProperty relationship, EntitySource members) {
    return relationship.order(column -> new ColumnOfSource(members, column));
  }
}
