package io.aludel.dialect;

import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement around others, as its subqueries see it: what it selects from.
 *
 * @param sources its tables and aliases
 * @param outer the statement around it, or null
 * @param labels the entries of its select list that have labels
 */
record Frame(Set<FromNode> sources, @Nullable Frame outer, Set<Object> labels) {
  static Frame of(List<FromNode> froms, @Nullable Frame outer, Set<Object> labels) {
    Set<FromNode> sources = new LinkedHashSet<>();
    froms.forEach(from -> addMembers(from, sources));
    return new Frame(sources, outer, labels);
  }

  /** A join, and everything joined in it. */
  static void addMembers(FromNode from, Set<FromNode> members) {
    members.add(from);
    if (from instanceof JoinNode join) {
      addMembers(join.left(), members);
      addMembers(join.right(), members);
    }
  }

  /** What this statement and all around it select from. */
  static Set<FromNode> all(@Nullable Frame innermost) {
    Set<FromNode> all = new LinkedHashSet<>();
    for (Frame frame = innermost; frame != null; frame = frame.outer) {
      all.addAll(frame.sources);
    }
    return all;
  }
}
