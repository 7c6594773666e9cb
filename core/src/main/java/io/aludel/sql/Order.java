package io.aludel.sql;

import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.OrderNode.Direction;
import io.aludel.sql.tree.OrderNode.Nulls;

/**
 * A key of {@code ORDER BY} with its direction.
 *
 * @param node the expression, the direction and where NULL goes
 */
public record Order(OrderNode node) implements OrderKey {
  static Order ascending(Node operand) {
    return new Order(new OrderNode(operand, Direction.ASCENDING, Nulls.UNSTATED));
  }

  static Order descending(Node operand) {
    return new Order(new OrderNode(operand, Direction.DESCENDING, Nulls.UNSTATED));
  }

  /**
   * The same key with NULL before all values.
   *
   * @return the key
   */
  public Order nullsFirst() {
    return new Order(new OrderNode(node.operand(), node.direction(), Nulls.FIRST));
  }

  /**
   * The same key with NULL after all values.
   *
   * @return the key
   */
  public Order nullsLast() {
    return new Order(new OrderNode(node.operand(), node.direction(), Nulls.LAST));
  }
}
