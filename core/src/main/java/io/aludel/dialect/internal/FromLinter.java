package io.aludel.dialect.internal;

import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BetweenNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.OperatorNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Looks for sources of rows that nothing links: each row of one would be combined with each row of the
 * others. A join links its sides, whatever its condition; a comparison links what its operands mention.
 */
public final class FromLinter {
  private final UnaryOperator<Node> resolved;
  private final Function<Node, Set<FromNode>> mentioned;
  private final Map<FromNode, Set<FromNode>> links = new HashMap<>();
  private final Set<FromNode> all = new LinkedHashSet<>();

  /**
   * Creates a linter of one statement.
   *
   * @param resolved what a reference stands for
   * @param mentioned the sources that an expression mentions
   */
  public FromLinter(UnaryOperator<Node> resolved, Function<Node, Set<FromNode>> mentioned) {
    this.resolved = resolved;
    this.mentioned = mentioned;
  }

  /**
   * The sources that nothing links with the first.
   *
   * @param froms the sources, normalized
   * @param where the conditions that must all hold
   * @return those that stand apart; none if all are linked
   */
  public Set<FromNode> apart(List<FromNode> froms, List<Node> where) {
    froms.forEach(this::add);
    if (all.size() < 2) {
      return Set.of();
    }
    where.forEach(this::linkBy);
    Set<FromNode> apart = new LinkedHashSet<>(all);
    Deque<FromNode> open = new ArrayDeque<>(List.of(all.iterator().next()));
    while (!open.isEmpty()) {
      FromNode next = open.pop();
      if (apart.remove(next)) {
        open.addAll(links.getOrDefault(next, Set.of()));
      }
    }
    return apart;
  }

  private Set<FromNode> add(FromNode from) {
    if (!(from instanceof JoinNode join)) {
      all.add(from);
      if (from instanceof AliasNode alias && alias.isLateral()) {
        link(Set.of(from), Set.copyOf(all));
      }
      return Set.of(from);
    }
    Set<FromNode> left = add(join.left());
    Set<FromNode> right = add(join.right());
    link(left, right);
    Set<FromNode> both = new LinkedHashSet<>(left);
    both.addAll(right);
    return both;
  }

  private void linkBy(@Nullable Node condition) {
    if (condition == null) {
      return;
    }
    Node node = resolved.apply(condition);
    if (node instanceof ConjunctionNode conjunction) {
      conjunction.members().forEach(this::linkBy);
    } else if (node instanceof UnaryNode unary) {
      linkBy(unary.operand());
    } else if (node instanceof BinaryNode binary && binary.operator().isComparison()) {
      link(mentioned.apply(binary.left()), mentioned.apply(binary.right()));
    } else if (node instanceof BetweenNode
        || node instanceof InNode
        || node instanceof LikeNode
        || node instanceof OperatorNode) {
      Set<FromNode> members = mentioned.apply(node);
      link(members, members);
    }
  }

  private void link(Collection<FromNode> some, Collection<FromNode> others) {
    for (FromNode one : some) {
      for (FromNode other : others) {
        links.computeIfAbsent(one, key -> new LinkedHashSet<>()).add(other);
        links.computeIfAbsent(other, key -> new LinkedHashSet<>()).add(one);
      }
    }
  }
}
