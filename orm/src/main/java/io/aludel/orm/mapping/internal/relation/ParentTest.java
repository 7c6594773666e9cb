package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.JoinCondition;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Table;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.List;
import java.util.Objects;

/** Whether a row is one that a relationship of an object leads to. */
public final class ParentTest extends RelationshipTest {
  private final RelationshipPath path;
  private final EntitySource target;
  private final ManagedEntity parent;
  private final ObjectColumns columns;

  /** The rows of {@code target} that {@code path} of {@code parent} leads to. */
  public ParentTest(RelationshipPath path, EntitySource target, ManagedEntity parent) {
    this.path = path;
    this.target = target;
    this.parent = parent;
    this.columns = new ObjectColumns(path, parent, ConditionColumns::ofOwner);
  }

  @Override
  public Node resolve(CompileScope scope) {
    RelationshipProperty relationship = path.in(scope);
    JoinCondition.Sides sides = new JoinCondition.Sides(
        columns.in(relationship), RelationshipPath.columnsOf(scope, target), column -> column);
    Node primary = Tests.columnsFirst(relationship.join().primary(sides));
    Table link = relationship.secondary();
    if (link == null) {
      return primary;
    }
    Node secondary = Objects.requireNonNull(relationship.join().secondary(sides));
    return Tests.exists(List.of(link), List.of(primary, secondary));
  }

  @Override
  public RelationshipTest moved(EntitySource from, EntitySource to) {
    return target == from ? new ParentTest(path, to, parent) : this;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ParentTest.class);
    path.key(keys);
    keys.element(target);
    columns.key(keys);
  }

  @Override
  public String toString() {
    return path + " of " + parent.getClass().getSimpleName();
  }
}
