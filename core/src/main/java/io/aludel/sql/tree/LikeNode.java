package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A test of text against a pattern.
 *
 * @param operand the text
 * @param pattern the pattern, or the piece of text to find; see {@link #isWhole}
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

  /**
   * Whether the pattern is complete. It is not when an expression gives the piece of text to find, around
   * which SQL has to put what is wild; a piece that was given as a value came with an escape character.
   *
   * @return true if SQL adds nothing to it
   */
  public boolean isWhole() {
    return match == Match.PATTERN || escape != null;
  }

  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(LikeNode.class).add(isWhole() ? Match.PATTERN : match);
    keys.add(escape == null ? "" : escape);
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
    CONTAINS;

    /**
     * The pattern that finds a piece of text here.
     *
     * @param piece the piece, in which nothing is wild
     * @return the pattern
     */
    public String around(String piece) {
      return switch (this) {
        case PATTERN -> piece;
        case STARTS -> piece + "%";
        case ENDS -> "%" + piece;
        case CONTAINS -> "%" + piece + "%";
      };
    }

    /**
     * What a pattern was made of by {@link #around}.
     *
     * @param pattern the pattern
     * @return the piece
     */
    public String within(String pattern) {
      int last = pattern.length() - 1;
      return switch (this) {
        case PATTERN -> pattern;
        case STARTS -> pattern.substring(0, last);
        case ENDS -> pattern.substring(1);
        case CONTAINS -> pattern.substring(1, last);
      };
    }
  }
}
