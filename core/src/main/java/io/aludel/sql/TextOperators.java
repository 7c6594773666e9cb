package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Likes;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.LikeNode.Match;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.CollateNode;
import io.aludel.sql.tree.construct.MatchNode;
import io.aludel.types.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The operators of text. {@code like} and {@code ilike} take patterns, in which {@code %} and {@code _}
 * are wild; {@code startsWith}, {@code endsWith} and {@code contains} find a piece of text as it is.
 */
public interface TextOperators {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  Node node();

  /**
   * A test against a pattern. Whether case matters is up to the database.
   *
   * @param pattern the pattern
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code pattern} is null or this is not text
   */
  default Condition like(String pattern) {
    return Likes.pattern(node(), pattern, false, false);
  }

  /**
   * A test against a pattern in which {@code escape} takes the wildness from the next character.
   *
   * @param pattern the pattern
   * @param escape the escape character
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code pattern} is null or this is not text
   */
  default Condition like(String pattern, char escape) {
    return Likes.escaped(node(), pattern, escape, false);
  }

  /**
   * A test against a pattern that is an expression.
   *
   * @param pattern the pattern
   * @return the condition
   */
  default Condition like(Expression<String> pattern) {
    return Likes.pattern(node(), pattern, false, false);
  }

  /**
   * A test that the text does not follow a pattern.
   *
   * @param pattern the pattern
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code pattern} is null or this is not text
   */
  default Condition notLike(String pattern) {
    return Likes.pattern(node(), pattern, false, true);
  }

  /**
   * A test against a pattern, which adds nothing when there is none.
   *
   * @param pattern the pattern, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition likeIf(@Nullable String pattern) {
    return pattern == null ? Conditions.ABSENT : like(pattern);
  }

  /**
   * A test against a pattern that ignores case.
   *
   * @param pattern the pattern
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code pattern} is null or this is not text
   */
  default Condition ilike(String pattern) {
    return Likes.pattern(node(), pattern, true, false);
  }

  /**
   * A test against a pattern that ignores case, in which {@code escape} takes the wildness from the next
   * character.
   *
   * @param pattern the pattern
   * @param escape the escape character
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code pattern} is null or this is not text
   */
  default Condition ilike(String pattern, char escape) {
    return Likes.escaped(node(), pattern, escape, true);
  }

  /**
   * A test, ignoring case, that the text does not follow a pattern.
   *
   * @param pattern the pattern
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code pattern} is null or this is not text
   */
  default Condition notIlike(String pattern) {
    return Likes.pattern(node(), pattern, true, true);
  }

  /**
   * A test against a pattern that ignores case, which adds nothing when there is none.
   *
   * @param pattern the pattern, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition ilikeIf(@Nullable String pattern) {
    return pattern == null ? Conditions.ABSENT : ilike(pattern);
  }

  /**
   * A test whether the text starts with a piece of text. Nothing in the piece is wild.
   *
   * @param piece the piece
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code piece} is null or this is not text
   */
  default Condition startsWith(String piece) {
    return Likes.piece(node(), piece, Match.STARTS, false);
  }

  /**
   * A test whether the text starts with the value of an expression, in which {@code %} and {@code _} are
   * wild.
   *
   * @param piece the piece
   * @return the condition
   */
  default Condition startsWith(Expression<String> piece) {
    return Likes.piece(node(), piece, Match.STARTS, false);
  }

  /**
   * A test whether the text starts with a piece of text, which adds nothing when there is none.
   *
   * @param piece the piece, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition startsWithIf(@Nullable String piece) {
    return piece == null ? Conditions.ABSENT : startsWith(piece);
  }

  /**
   * A test whether the text ends with a piece of text. Nothing in the piece is wild.
   *
   * @param piece the piece
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code piece} is null or this is not text
   */
  default Condition endsWith(String piece) {
    return Likes.piece(node(), piece, Match.ENDS, false);
  }

  /**
   * A test whether the text ends with the value of an expression, in which {@code %} and {@code _} are
   * wild.
   *
   * @param piece the piece
   * @return the condition
   */
  default Condition endsWith(Expression<String> piece) {
    return Likes.piece(node(), piece, Match.ENDS, false);
  }

  /**
   * A test whether the text contains a piece of text. Nothing in the piece is wild.
   *
   * @param piece the piece
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code piece} is null or this is not text
   */
  default Condition contains(String piece) {
    return Likes.piece(node(), piece, Match.CONTAINS, false);
  }

  /**
   * A test whether the text contains the value of an expression, in which {@code %} and {@code _} are
   * wild.
   *
   * @param piece the piece
   * @return the condition
   */
  default Condition contains(Expression<String> piece) {
    return Likes.piece(node(), piece, Match.CONTAINS, false);
  }

  /**
   * A test whether the text contains a piece of text, which adds nothing when there is none.
   *
   * @param piece the piece, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition containsIf(@Nullable String piece) {
    return piece == null ? Conditions.ABSENT : contains(piece);
  }

  /**
   * A test, ignoring case, whether the text starts with a piece of text.
   *
   * @param piece the piece
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code piece} is null or this is not text
   */
  default Condition istartsWith(String piece) {
    return Likes.piece(node(), piece, Match.STARTS, true);
  }

  /**
   * A test, ignoring case, whether the text ends with a piece of text.
   *
   * @param piece the piece
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code piece} is null or this is not text
   */
  default Condition iendsWith(String piece) {
    return Likes.piece(node(), piece, Match.ENDS, true);
  }

  /**
   * A test, ignoring case, whether the text contains a piece of text.
   *
   * @param piece the piece
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code piece} is null or this is not text
   */
  default Condition icontains(String piece) {
    return Likes.piece(node(), piece, Match.CONTAINS, true);
  }

  /**
   * This text followed by another.
   *
   * @param text the other text
   * @return both
   * @throws io.aludel.ArgumentException if {@code text} is null or this is not text
   */
  default TextExpression concat(String text) {
    return Operands.concat(node(), text);
  }

  /**
   * This text followed by the value of an expression.
   *
   * @param other the expression
   * @return both
   */
  default TextExpression concat(Expression<?> other) {
    return Operands.concat(node(), other);
  }

  /**
   * This text in lower case.
   *
   * @return the text
   */
  default TextExpression lower() {
    return new Words.Text(Operands.textFunction("lower", node(), SqlTypes.STRING));
  }

  /**
   * This text in upper case.
   *
   * @return the text
   */
  default TextExpression upper() {
    return new Words.Text(Operands.textFunction("upper", node(), SqlTypes.STRING));
  }

  /**
   * The number of characters of this text.
   *
   * @return the number
   */
  default NumericExpression<Integer> length() {
    return new Words.Numeric<>(Operands.textFunction("length", node(), SqlTypes.INTEGER));
  }

  /**
   * This text compared and ordered by the rules of a collation.
   *
   * @param collation its name in the database
   * @return the text
   */
  default TextExpression collate(String collation) {
    Operands.text(node(), "collate");
    return new Words.Text(new CollateNode(node(), Operands.name(collation, "collate")));
  }

  /**
   * A test whether a regular expression, in the database's own dialect of them, is found in this text.
   *
   * @param pattern the regular expression
   * @return the condition
   */
  default Condition matches(String pattern) {
    return matches(pattern, "");
  }

  /**
   * A test whether a regular expression, in the database's own dialect of them, is found in this text.
   *
   * @param pattern the regular expression
   * @param flags letters such as {@code i} for any case, as the database has them
   * @return the condition
   * @throws io.aludel.ArgumentException if a flag is no letter
   */
  default Condition matches(String pattern, String flags) {
    return Conditions.of(Likes.regexp(node(), pattern, null, flags));
  }

  /**
   * This text with everything replaced that a regular expression finds, as often as the database does.
   *
   * @param pattern the regular expression, in the database's own dialect of them
   * @param replacement what is put in its place
   * @param flags letters such as {@code g}, as the database has them, or an empty text
   * @return the text
   * @throws io.aludel.ArgumentException if a flag is no letter
   */
  default TextExpression replaceMatches(String pattern, String replacement, String flags) {
    String given = Operands.present(replacement, "replaceMatches", "replacement");
    return new Words.Text(Likes.regexp(node(), pattern, given, flags));
  }

  /**
   * A test whether this text answers a full-text search, in the database's own language of searches.
   *
   * @param search what is searched for
   * @return the condition
   */
  default Condition search(String search) {
    Operands.text(node(), "search");
    String given = Operands.present(search, "search", "text");
    return Conditions.of(new MatchNode(node(), BindNode.of(given, SqlTypes.STRING)));
  }
}
