package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.JoinCondition;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Column;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The columns of one end that the condition of a relationship mentions. */
final class ConditionColumns {
  private ConditionColumns() {}

  /** Those of the related entity, in the order of the condition. */
  static List<Column<?>> ofTarget(RelationshipProperty relationship) {
    Set<Column<?>> found = new LinkedHashSet<>();
    Function<Column<?>, Node> take = taking(found);
    visit(relationship, new JoinCondition.Sides(column -> column, take, column -> column));
    return new ArrayList<>(found);
  }

  /** Those of the entity that has the relationship, in the order of the condition. */
  static List<Column<?>> ofOwner(RelationshipProperty relationship) {
    Set<Column<?>> found = new LinkedHashSet<>();
    Function<Column<?>, Node> take = taking(found);
    visit(relationship, new JoinCondition.Sides(take, column -> column, column -> column));
    return new ArrayList<>(found);
  }

  private static Function<Column<?>, Node> taking(Set<Column<?>> found) {
    return column -> {
      found.add(column);
      return ConstantNode.NULL;
    };
  }

  private static void visit(RelationshipProperty relationship, JoinCondition.Sides sides) {
    relationship.join().primary(sides);
    relationship.join().secondary(sides);
  }
}
