package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;

/**
 * A part of a date or time, as a number.
 *
 * @param field which part
 * @param operand the date or time
 */
public record ExtractNode(Field field, Node operand) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.INTEGER;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ExtractNode.class).add(field).element(operand);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node copy = parts.node(operand);
    return copy == operand ? this : new ExtractNode(field, copy);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }

  /** The parts of dates and times. */
  public enum Field {
    /** The year. */
    YEAR,
    /** The quarter of the year, from 1. */
    QUARTER,
    /** The month, from 1. */
    MONTH,
    /** The day of the month, from 1. */
    DAY,
    /** The day of the year, from 1. */
    DAY_OF_YEAR,
    /** The hour. */
    HOUR,
    /** The minute. */
    MINUTE,
    /** The second, without its fraction. */
    SECOND
  }
}
