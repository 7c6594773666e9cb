package io.aludel.sql.tree;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two sides joined.
 *
 * @param left the left side
 * @param right the right side
 * @param kind which rows without a partner are kept
 * @param on the condition, or null to infer it from foreign keys
 */
public record JoinNode(
    FromNode left, FromNode right, Kind kind, @Nullable Node on) implements FromNode {
  @Override
  public void key(KeyBuilder keys) {
    keys.add(JoinNode.class).add(kind).element(left).element(right).optional(on);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(left);
    action.accept(right);
    if (on != null) {
      action.accept(on);
    }
  }

  @Override
  public FromNode rebuilt(Rewriter parts) {
    FromNode newLeft = parts.from(left);
    FromNode newRight = parts.from(right);
    Node newOn = parts.optional(on);
    boolean same = newLeft == left && newRight == right && newOn == on;
    return same ? this : new JoinNode(newLeft, newRight, kind, newOn);
  }

  @Override
  public void accept(FromVisitor visitor) {
    visitor.visit(this);
  }

  /** Which rows without a partner a join keeps. */
  public enum Kind {
    /** None. */
    INNER,
    /** Those of the left side. */
    LEFT,
    /** Those of both sides. */
    FULL,
    /** All pairs; there is no condition. */
    CROSS
  }
}
