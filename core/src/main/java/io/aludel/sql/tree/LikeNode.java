package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A test of text against a pattern.
 *
 * @param operand the text
 * @param pattern the pattern, or the piece of text to find
 * @param match where the piece must be
 * @param escape the escape character, or null
 * @param ignoreCase true to ignore case
 * @param negated true for {@code NOT LIKE}
 */
public record LikeNode(
    Node operand,
    Node pattern,
    Match match,
    @Nullable String escape,
    boolean ignoreCase,
    boolean negated)
    implements Node {
  /**
   * The test for the opposite.
   *
   * @return the test
   */
  public LikeNode opposite() {
    return new LikeNode(operand, pattern, match, escape, ignoreCase, !negated);
  }

  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(LikeNode.class).add(match).add(escape == null ? "" : escape);
    keys.add(ignoreCase).add(negated).element(operand).element(pattern);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
    action.accept(pattern);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    Node newPattern = parts.node(pattern);
    boolean same = newOperand == operand && newPattern == pattern;
    return same ? this : new LikeNode(newOperand, newPattern, match, escape, ignoreCase, negated);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** Where the piece must be in the text. */
  public enum Match {
    /** The pattern is a whole one and says so itself. */
    PATTERN,
    /** At the start. */
    STARTS,
    /** At the end. */
    ENDS,
    /** Anywhere. */
    CONTAINS
  }
}
