package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.EqualColumns;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.schema.Column;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes the condition of a relationship from the way between its entities. */
final class JoinConditions {
  private JoinConditions() {}

  static JoinCondition of(Join join, Mapper<?> target, boolean viewOnly) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (EqualColumns each : join.primary()) {
      boolean foreignHere = each.foreignEnd() == End.OWNER;
      pairs.add(
          foreignHere
              ? new ColumnPair(each.foreign(), each.referred())
              : new ColumnPair(each.referred(), each.foreign()));
    }
    return new JoinCondition(
        sides -> equal(join.primary(), sides),
        join.link() == null ? null : sides -> equal(join.secondary(), sides),
        pairs,
        viewOnly ? List.of() : copied(join.primary()),
        viewOnly ? List.of() : copied(join.secondary()),
        join.isForeignAt(End.OWNER) && refersToWholeKey(join, target));
  }

  private static List<ColumnPair> copied(List<EqualColumns> columns) {
    return columns.stream()
        .map(each -> new ColumnPair(each.referred(), each.foreign()))
        .toList();
  }

  private static boolean refersToWholeKey(Join join, Mapper<?> target) {
    Set<Column<?>> key = new HashSet<>();
    for (ColumnProperty<?> part : target.root().primaryKey()) {
      key.add(part.column());
    }
    Set<Column<?>> referred = new HashSet<>();
    for (EqualColumns each : join.primary()) {
      referred.add(each.referred());
    }
    return key.equals(referred) && join.primary().size() == key.size();
  }

  private static Node equal(List<EqualColumns> columns, JoinCondition.Sides sides) {
    List<Node> tests = new ArrayList<>(columns.size());
    for (EqualColumns each : columns) {
      tests.add(new BinaryNode(
          BinaryNode.Operator.EQ,
          at(each.referredEnd(), each.referred(), sides),
          at(each.foreignEnd(), each.foreign(), sides)));
    }
    return tests.size() == 1 ? tests.get(0) : new ConjunctionNode(ConjunctionNode.Kind.AND, tests);
  }

  private static Node at(End end, Column<?> column, JoinCondition.Sides sides) {
    return switch (end) {
      case OWNER -> sides.owner().apply(column);
      case TARGET -> sides.target().apply(column);
      case LINK -> sides.link().apply(column);
    };
  }
}
