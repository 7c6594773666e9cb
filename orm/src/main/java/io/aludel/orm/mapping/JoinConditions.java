package io.aludel.orm.mapping;

import io.aludel.orm.mapping.internal.join.End;
import io.aludel.orm.mapping.internal.join.EndColumn;
import io.aludel.orm.mapping.internal.join.EqualColumns;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.orm.mapping.internal.join.JoinPart;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the condition of a relationship from the way between its entities. */
final class JoinConditions {
  private JoinConditions() {}

  static JoinCondition of(Join join, Mapper<?> target, RelationshipSettings settings) {
    boolean viewOnly = settings.isViewOnly();
    JoinPart primary = join.primary();
    JoinPart secondary = join.secondary();
    return new JoinCondition(
        sides -> primary.over(column -> at(column, sides)),
        secondary == null ? null : sides -> secondary.over(column -> at(column, sides)),
        pairs(primary),
        viewOnly ? List.of() : copied(primary),
        viewOnly || secondary == null ? List.of() : copied(secondary),
        join.foreign() == End.OWNER
            && settings.loading().rows() == null
            && primary.isOnlyEqual()
            && refersToWholeKey(primary, target));
  }

  private static List<ColumnPair> pairs(JoinPart primary) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (JoinPart.Compared each : primary.compared()) {
      boolean first = each.one().end() == End.OWNER;
      EndColumn owner = first ? each.one() : each.other();
      EndColumn other = first ? each.other() : each.one();
      pairs.add(new ColumnPair(owner.column(), other.column()));
    }
    return pairs;
  }

  private static List<ColumnPair> copied(JoinPart part) {
    List<ColumnPair> copied = new ArrayList<>();
    for (EqualColumns each : part.equal()) {
      copied.add(new ColumnPair(each.referred(), each.foreign()));
    }
    return copied;
  }

  private static boolean refersToWholeKey(JoinPart primary, Mapper<?> target) {
    Set<@Nullable ColumnProperty<?>> referred = new HashSet<>();
    for (EqualColumns each : primary.equal()) {
      referred.add(target.findProperty(each.referred()));
    }
    return referred.equals(Set.copyOf(target.primaryKey()))
        && primary.equal().size() == referred.size();
  }

  private static Node at(EndColumn each, JoinCondition.Sides sides) {
    return switch (each.end()) {
      case OWNER -> sides.owner().apply(each.column());
      case TARGET -> sides.target().apply(each.column());
      case LINK -> sides.link().apply(each.column());
    };
  }
}
