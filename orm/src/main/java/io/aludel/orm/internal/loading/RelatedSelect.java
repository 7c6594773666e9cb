package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadOption;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadTree.Branch;
import io.aludel.orm.mapping.JoinCondition.Sides;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Join;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the SELECTs that read related objects by themselves. */
final class RelatedSelect {
  private final RelationshipProperty relationship;
  private final EntitySource target;
  private final List<Node> keys = new ArrayList<>();
  private final List<FromNode> sources = new ArrayList<>();
  private final List<Join> joins = new ArrayList<>();
  private final List<Node> where = new ArrayList<>();
  private final List<StatementOption> options = new ArrayList<>();

  /**
   * Follows a relationship, and what wishes for its owner say of the related objects.
   *
   * @param stated what the statement that is followed states for all of its entities
   */
  RelatedSelect(RelationshipProperty relationship, LoadTree owner, List<StatementOption> stated) {
    this(relationship, target(relationship, owner), owner, stated);
  }

  RelatedSelect(
      RelationshipProperty relationship,
      EntitySource target,
      LoadTree owner,
      List<StatementOption> stated) {
    this.relationship = relationship;
    this.target = target;
    options.addAll(stated);
    wishes(owner);
  }

  /** The related entity, or those below it that are wished for alone. */
  static EntitySource target(RelationshipProperty relationship, LoadTree owner) {
    if (relationship.rows() instanceof EntitySource rows) {
      return rows;
    }
    return end(relationship, owner.branch(relationship.name()));
  }

  /** The same; a wish that names sub classes has them read, wherever their rows lie. */
  static EntitySource end(RelationshipProperty relationship, @Nullable Branch branch) {
    EntitySource plain = EntitySource.of(relationship.target().type());
    EntitySource wished =
        branch == null ? plain : branch.hop().source(relationship.target().type());
    return wished == plain ? EntitySource.endOf(relationship) : wished;
  }

  EntitySource target() {
    return target;
  }

  Node targetColumn(Column<?> column) {
    return new ColumnOfSource(target, column);
  }

  /** The sides of the condition when the owner's columns are shown by {@code owner}. */
  Sides sides(Function<Column<?>, Node> owner) {
    return new Sides(owner, this::targetColumn, column -> column);
  }

  /** Selects a value that tells whose related object a row is, before the object. */
  RelatedSelect key(Node node) {
    keys.add(node);
    return this;
  }

  /** Reads from the owners, whose columns are shown by {@code columns}, through the link to the target. */
  RelatedSelect from(FromNode owner, Function<Column<?>, Node> columns) {
    sources.add(owner);
    Node primary = relationship.join().primary(sides(columns));
    Table link = relationship.secondary();
    Node secondary = relationship.join().secondary(sides(columns));
    return link == null || secondary == null
        ? join(owner, target, primary)
        : join(owner, link, primary).join(link, target, secondary);
  }

  private RelatedSelect join(FromNode left, FromNode right, Node on) {
    joins.add(KnownJoin.clause(JoinNode.Kind.INNER, left, right, on));
    return this;
  }

  RelatedSelect where(@Nullable Node condition) {
    if (condition != null) {
      where.add(condition);
    }
    return this;
  }

  /** Joins the target to the link table. */
  RelatedSelect joinLink() {
    Table link = relationship.secondary();
    Node on = relationship.join().secondary(sides(column -> column));
    if (link != null && on != null) {
      sources.add(link);
      join(link, target, on);
    }
    return this;
  }

  private void wishes(LoadTree owner) {
    List<LoadEntry> entries = new ArrayList<>(owner.below(relationship.name()).entries());
    Branch branch = owner.branch(relationship.name());
    if (branch != null) {
      where.addAll(branch.hop().criteria(target));
    }
    if (branch != null && branch.tuning().depth() != 0) {
      entries.addAll(branch.again());
    }
    if (!entries.isEmpty()) {
      options.add(new LoadOption(target, entries));
    }
  }

  SelectNode build() {
    List<Node> items = new ArrayList<>(keys);
    items.add(new EntityNode(target));
    return SelectNode.of(items)
        .withFrom(new FromClauseParts(sources, joins, FromClauseParts.NONE.correlation()))
        .withWhere(where)
        .withPaging(new Paging(EagerJoin.order(relationship, target), null, null))
        .withOptions(options);
  }
}
