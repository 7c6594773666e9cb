package io.aludel.sql.extension;

import io.aludel.ArgumentException;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.Executable;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.OrderedExpression;
import io.aludel.sql.RowStatement;
import io.aludel.sql.TextExpression;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;

/** Puts the words of the language around nodes of an application. Nothing here sends anything. */
public final class Typed {
  private Typed() {}

  /**
   * A node with all operators.
   *
   * @param node the node
   * @param <T> the Java type of its values, which is the caller's claim
   * @return the expression
   * @throws ArgumentException if {@code node} is null
   */
  public static <T> ColumnExpression<T> expression(Node node) {
    return new Words.Any<>(present(node));
  }

  /**
   * A node with the operators of text.
   *
   * @param node the node
   * @return the expression
   * @throws ArgumentException if {@code node} is null
   */
  public static TextExpression text(Node node) {
    return new Words.Text(present(node));
  }

  /**
   * A node with the operators of numbers.
   *
   * @param node the node
   * @param <N> the Java type of its values, which is the caller's claim
   * @return the expression
   * @throws ArgumentException if {@code node} is null
   */
  public static <N> NumericExpression<N> number(Node node) {
    return new Words.Numeric<>(present(node));
  }

  /**
   * A node with the operators of order.
   *
   * @param node the node
   * @param <T> the Java type of its values, which is the caller's claim
   * @return the expression
   * @throws ArgumentException if {@code node} is null
   */
  public static <T> OrderedExpression<T> ordered(Node node) {
    return new Words.Ordered<>(present(node));
  }

  /**
   * A node that is true or false.
   *
   * @param node the node
   * @return the condition
   * @throws ArgumentException if {@code node} is null
   */
  public static Condition condition(Node node) {
    return new Words.Truth(present(node));
  }

  private static Node present(Node node) {
    return ArgumentException.requireNonNull(node, "the node of an expression");
  }

  /**
   * A statement to be executed.
   *
   * @param node the statement
   * @return the words around it
   * @throws ArgumentException if {@code node} is null
   */
  public static Executable statement(StatementNode node) {
    return rows(node);
  }

  /**
   * A statement that gives rows back.
   *
   * @param node the statement
   * @param <T> the Java type of the first value of each row, which is the caller's claim
   * @return the words around it
   * @throws ArgumentException if {@code node} is null
   */
  public static <T> RowStatement<T> rows(StatementNode node) {
    return new Rows<>(ArgumentException.requireNonNull(node, "the node of a statement"));
  }

  /** The words around a statement. */
  private record Rows<T>(StatementNode statementNode) implements RowStatement<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(statementNode);
    }
  }
}
