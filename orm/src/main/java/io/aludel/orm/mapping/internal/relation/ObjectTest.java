package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.JoinCondition;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Whether an object is at the far end of a relationship, or is not the one there. */
public final class ObjectTest extends RelationshipTest {
  private final RelationshipPath path;
  private final ManagedEntity object;
  private final boolean negated;
  private final ObjectColumns columns;

  private ObjectTest(RelationshipPath path, ManagedEntity object, boolean negated) {
    this.path = path;
    this.object = object;
    this.negated = negated;
    this.columns = new ObjectColumns(
        path, object, negated ? ObjectTest::identifying : ConditionColumns::ofTarget);
  }

  /** The object is there, or among those there. */
  public static ObjectTest is(RelationshipPath path, ManagedEntity object) {
    return new ObjectTest(path, object, false);
  }

  /** Another object is there, or none. */
  public static ObjectTest isNot(RelationshipPath path, ManagedEntity object) {
    return new ObjectTest(path, object, true);
  }

  /** What tells that an object is not the one referred to: what the foreign key holds, or its key. */
  private static List<Column<?>> identifying(RelationshipProperty relationship) {
    Set<Column<?>> columns = new LinkedHashSet<>();
    if (relationship.direction() == Direction.MANY_TO_ONE) {
      relationship.join().pairs().forEach(pair -> columns.add(pair.to()));
    } else {
      relationship.target().primaryKey().forEach(part -> columns.add(part.column()));
    }
    return new ArrayList<>(columns);
  }

  @Override
  public Node resolve(CompileScope scope) {
    RelationshipProperty relationship = path.in(scope);
    Function<Column<?>, Node> values = columns.in(relationship);
    if (negated) {
      return relationship.direction() == Direction.MANY_TO_ONE
          ? differs(relationship, values, scope)
          : noSuch(relationship, values, scope);
    }
    JoinCondition.Sides sides =
        new JoinCondition.Sides(path.ownerColumns(scope), values, column -> column);
    Node primary = Tests.columnsFirst(relationship.join().primary(sides));
    Table link = relationship.secondary();
    if (link == null) {
      return primary;
    }
    Node secondary = Objects.requireNonNull(relationship.join().secondary(sides));
    return Tests.exists(List.of(link), List.of(primary, Tests.columnsFirst(secondary)));
  }

  /** A row that refers to nothing differs too. */
  private Node differs(
      RelationshipProperty relationship, Function<Column<?>, Node> values, CompileScope scope) {
    List<Node> members = new ArrayList<>();
    for (ColumnPair pair : relationship.join().pairs()) {
      Node column = path.ownerColumns(scope).apply(pair.from());
      members.add(new BinaryNode(BinaryNode.Operator.NE, column, values.apply(pair.to())));
      members.add(Tests.isNull(column));
    }
    return Tests.any(members);
  }

  private Node noSuch(
      RelationshipProperty relationship, Function<Column<?>, Node> values, CompileScope scope) {
    EntitySource plain = EntitySource.of(relationship.target().type());
    EntitySource target = Occurrences.apart(path.owner(), plain);
    List<Node> conditions = new ArrayList<>();
    for (Column<?> column : identifying(relationship)) {
      Node key = RelationshipPath.columnsOf(scope, target).apply(column);
      conditions.add(new BinaryNode(BinaryNode.Operator.EQ, key, values.apply(column)));
    }
    return Tests.not(RelatedRows.exists(path, target, conditions, scope));
  }

  @Override
  public RelationshipTest moved(EntitySource from, EntitySource to) {
    return path.owner() == from
        ? new ObjectTest(new RelationshipPath(to, path.name()), object, negated)
        : this;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ObjectTest.class).add(negated);
    path.key(keys);
    columns.key(keys);
  }

  @Override
  public String toString() {
    return path + (negated ? " != " : " = ") + object.getClass().getSimpleName();
  }
}
