package io.aludel.sql;

import io.aludel.sql.internal.Calls;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.FieldNode;
import io.aludel.sql.tree.construct.RowNode;
import io.aludel.sql.tree.construct.TableFunctionNode.Style;
import io.aludel.types.SqlType;

/**
 * A call of a function, with what SQL writes beside its arguments. Immutable; every method gives a new
 * one. Whether a function is an aggregate or a window function, only the database knows.
 *
 * @param <X> the call itself
 */
public interface Call<X> {
  /**
   * The node this speaks of.
   *
   * @return the node
   */
  Node node();

  /**
   * The same kind of call about another node.
   *
   * @param node the node
   * @return the call
   */
  X about(Node node);

  /**
   * The aggregate of those rows only for which some conditions hold. Where the database has no
   * {@code FILTER}, the argument becomes a {@code CASE}.
   *
   * @param conditions the conditions, which must all hold
   * @return the call
   */
  default X filter(Condition... conditions) {
    return about(Calls.filtered(node(), conditions));
  }

  /**
   * The aggregate of values in an order, such as texts that are joined.
   *
   * @param keys what to order by
   * @return the call
   */
  default X ordered(OrderKey... keys) {
    return about(Calls.ordered(node(), keys));
  }

  /**
   * The ordered-set function over values in an order: {@code WITHIN GROUP (ORDER BY …)}.
   *
   * @param keys what to order by
   * @return the call
   */
  default X withinGroup(OrderKey... keys) {
    return about(Calls.withinGroup(node(), keys));
  }

  /**
   * The function over all rows, which stay rows of their own: {@code OVER ()}.
   *
   * @return the call
   */
  default X over() {
    return over(Window.ALL);
  }

  /**
   * The function over a window: the rows around each row, which stays a row of its own.
   *
   * @param window the window
   * @return the call
   */
  default X over(Window window) {
    return about(Calls.over(node(), Operands.present(window, "over", "window")));
  }

  /**
   * A call whose value is a number.
   *
   * @param node the node
   * @param <N> the Java type of its value
   */
  record Numeric<N>(Node node) implements NumericExpression<N>, Call<Numeric<N>> {
    @Override
    public Numeric<N> about(Node other) {
      return new Numeric<>(other);
    }

    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }

  /**
   * A call whose value may be anything.
   *
   * @param node the node
   * @param <T> the Java type of its value
   */
  record Any<T>(Node node) implements ColumnExpression<T>, Call<Any<T>> {
    @Override
    public Any<T> about(Node other) {
      return new Any<>(other);
    }

    /**
     * The table that the function gives, to select from.
     *
     * @param name the name it goes by
     * @param columns its columns, names with types; where the database lets a statement name
     *     them, these names are given, elsewhere they must be the function's own
     * @return the table
     */
    public Alias asTable(String name, ColumnExpression<?>... columns) {
      return Calls.table(node, name, Style.NAMED, columns);
    }

    /**
     * The table that the function gives, with the number of each row: {@code WITH ORDINALITY}.
     *
     * @param name the name it goes by
     * @param columns its columns, names with types, the number of the row last
     * @return the table
     */
    public Alias asNumberedTable(String name, ColumnExpression<?>... columns) {
      return Calls.table(node, name, Style.NUMBERED, columns);
    }

    /**
     * The table that the function gives, for a function that must be told the types of its columns.
     *
     * @param name the name it goes by
     * @param columns its columns, names with types
     * @return the table
     */
    public Alias asTypedTable(String name, ColumnExpression<?>... columns) {
      return Calls.table(node, name, Style.TYPED, columns);
    }

    /**
     * The rows of a function that gives one column, as a value to select; the function stands in FROM.
     *
     * @param name the name it goes by
     * @return the value
     */
    public ColumnExpression<T> asColumn(String name) {
      Alias alias = Calls.table(node, name, Style.VALUE);
      return new Any<>(new RowNode(alias.fromNode(), node.type(CompileScope.UNRESOLVED)));
    }

    /**
     * One field of what a function of several columns gives, outside FROM.
     *
     * @param name the name of the field
     * @param type its type
     * @param <S> its Java type
     * @return the value
     */
    public <S> ColumnExpression<S> field(String name, SqlType<S> type) {
      return new Any<>(new FieldNode(
          node, Operands.name(name, "field"), Operands.present(type, "field", "type")));
    }

    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }
}
