package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * An expression to order by.
 *
 * @param operand the expression
 * @param direction up or down
 * @param nulls where NULL goes
 */
public record OrderNode(Node operand, Direction direction, Nulls nulls) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return operand.type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(OrderNode.class).add(direction).add(nulls).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    boolean same = newOperand == operand;
    return same ? this : new OrderNode(newOperand, direction, nulls);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** Which way the order goes. */
  public enum Direction {
    /** As the database does without a word. */
    UNSTATED,
    /** Up. */
    ASCENDING,
    /** Down. */
    DESCENDING
  }

  /** Where NULL goes. */
  public enum Nulls {
    /** Where the database puts it. */
    UNSTATED,
    /** Before all values. */
    FIRST,
    /** After all values. */
    LAST
  }
}
