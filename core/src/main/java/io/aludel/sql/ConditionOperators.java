package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.tree.Node;

/** The operators of truth values. */
public interface ConditionOperators {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  Node node();

  /**
   * This truth value as a condition.
   *
   * @return the condition
   * @throws io.aludel.ArgumentException if this is no truth value
   */
  default Condition asCondition() {
    return Conditions.truth(node());
  }

  /**
   * True when this and all others are.
   *
   * @param others the others; absent ones are left out
   * @return the condition
   */
  default Condition and(Condition... others) {
    return Conditions.and(node(), others);
  }

  /**
   * True when this or any other is.
   *
   * @param others the others; absent ones are left out
   * @return the condition
   */
  default Condition or(Condition... others) {
    return Conditions.or(node(), others);
  }

  /**
   * True when this is false.
   *
   * @return the condition; the opposite operator where there is one
   */
  default Condition not() {
    return Conditions.not(node());
  }

  /**
   * True when this is, false when this is false or NULL.
   *
   * @return the condition
   */
  default Condition isTrue() {
    return Conditions.isTrue(node());
  }

  /**
   * True when this is false, false when this is true or NULL.
   *
   * @return the condition
   */
  default Condition isFalse() {
    return Conditions.isFalse(node());
  }
}
