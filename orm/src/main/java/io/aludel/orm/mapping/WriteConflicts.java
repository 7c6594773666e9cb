package io.aludel.orm.mapping;

import io.aludel.schema.Column;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds relationships that copy into one column without being two sides of one thing (parity row
 * ORM-REL-11).
 */
final class WriteConflicts {
  private final Map<Column<?>, List<Write>> writes = new LinkedHashMap<>();
  private final List<String> warnings;

  /** A copy that a relationship makes. */
  private record Write(RelationshipProperty by, ColumnPair pair) {}

  WriteConflicts(List<String> warnings) {
    this.warnings = warnings;
  }

  /** Adds a relationship, and says with which others it is in conflict. */
  void add(RelationshipProperty relationship) {
    List<ColumnPair> pairs = new ArrayList<>(relationship.join().copied());
    pairs.addAll(relationship.join().copiedFromTarget());
    for (ColumnPair pair : pairs) {
      List<Write> others = writes.computeIfAbsent(pair.to(), column -> new ArrayList<>());
      List<Write> rivals =
          others.stream().filter(other -> conflict(relationship, other.by())).toList();
      if (!rivals.isEmpty()) {
        warnings.add(warning(relationship, pair, rivals));
      }
      others.add(new Write(relationship, pair));
    }
  }

  private static boolean conflict(RelationshipProperty one, RelationshipProperty other) {
    return one != other
        && !isReverse(one, other)
        && !one.overlaps().contains(other.name())
        && !other.overlaps().contains(one.name())
        && !areSiblings(one.owner(), other.owner())
        && !areSiblings(one.target(), other.target());
  }

  private static boolean isReverse(RelationshipProperty one, RelationshipProperty other) {
    return one.target().selfOrAbove(other.owner())
        && other.name().equals(one.backPopulates())
        && one.name().equals(other.backPopulates());
  }

  /** Two sub classes of one entity, of which an object is one or the other. */
  private static boolean areSiblings(Mapper<?> one, Mapper<?> other) {
    return one.root() == other.root() && !one.selfOrAbove(other) && !other.selfOrAbove(one);
  }

  private static String warning(
      RelationshipProperty relationship, ColumnPair pair, List<Write> rivals) {
    List<String> names = new ArrayList<>();
    List<String> attributes = new ArrayList<>();
    for (Write rival : rivals) {
      names.add(rival.by() + " (" + rival.pair() + ")");
      attributes.add(rival.by().name());
    }
    return relationship + " copies " + pair + ", which conflicts with " + String.join(", ", names)
        + ". If these are two sides of one thing, link them with backPopulates; if one of them only"
        + " reads, make it viewOnly; if both write on purpose, say overlaps = "
        + String.join(", ", attributes) + " on " + relationship + ".";
  }
}
