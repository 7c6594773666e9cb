package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Condition;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.LikeNode.Match;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.RegexpNode;
import io.aludel.types.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Tests of text against patterns and pieces. */
public final class Likes {
  private static final String ESCAPE = "/";

  private Likes() {}

  public static Condition pattern(
      Node operand, @Nullable Object pattern, boolean ignoreCase, boolean negated) {
    Operands.text(operand, "like");
    Node node = text(pattern, "like");
    return Conditions.of(new LikeNode(operand, node, Match.PATTERN, null, ignoreCase, negated));
  }

  public static Condition escaped(Node operand, String pattern, char escape, boolean ignoreCase) {
    Operands.text(operand, "like");
    Node node = text(pattern, "like");
    String character = String.valueOf(escape);
    return Conditions.of(new LikeNode(operand, node, Match.PATTERN, character, ignoreCase, false));
  }

  /**
   * A piece given as a value is taken as it is, and bound as a whole pattern: a database would put the
   * pattern together anew for each row. One given as an expression cannot be escaped here.
   */
  public static Condition piece(
      Node operand, @Nullable Object piece, Match match, boolean ignoreCase) {
    Operands.text(operand, match);
    boolean value = piece instanceof String;
    Node node = piece instanceof String text
        ? text(match.around(escape(text)), "like")
        : text(piece, match);
    return Conditions.of(
        new LikeNode(operand, node, match, value ? ESCAPE : null, ignoreCase, false));
  }

  /**
   * A test against a regular expression, or a replacement.
   *
   * @param operand the text
   * @param pattern the regular expression
   * @param replacement what is put in place of matches, or null for a test
   * @param flags the flags
   * @return the node
   */
  public static RegexpNode regexp(
      Node operand, String pattern, @Nullable String replacement, String flags) {
    Operands.text(operand, "a regular expression");
    if (!Operands.present(flags, "a regular expression", "text of flags").matches("[a-zA-Z]*")) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make a regular expression: its flags are '" + flags
              + "'. Give letters, such as 'i', or an empty text.");
    }
    Node other = replacement == null ? null : BindNode.of(replacement, SqlTypes.STRING);
    return new RegexpNode(operand, text(pattern, "a regular expression"), other, flags, false);
  }

  private static Node text(@Nullable Object argument, Object operation) {
    Object present = Operands.present(argument, String.valueOf(operation), "pattern");
    return present instanceof Selectable<?> expression
        ? expression.node()
        : BindNode.of(present, SqlTypes.STRING);
  }

  private static String escape(String piece) {
    return piece
        .replace(ESCAPE, ESCAPE + ESCAPE)
        .replace("%", ESCAPE + "%")
        .replace("_", ESCAPE + "_");
  }
}
