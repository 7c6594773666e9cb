package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.JoinNode;
import org.jspecify.annotations.Nullable;

/**
 * Two sides joined, to select from.
 *
 * @param fromNode both sides and the condition
 */
public record Join(JoinNode fromNode) implements FromClause {
  static Join of(FromClause left, FromClause right, JoinNode.Kind kind, @Nullable Condition on) {
    return new Join(new JoinNode(
        left.fromNode(),
        Operands.present(right, "join", "right side").fromNode(),
        kind,
        on == null ? null : on.node()));
  }
}
