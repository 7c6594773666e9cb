package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Alias;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.OrderKey;
import io.aludel.sql.Window;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.AggregateNode;
import io.aludel.sql.tree.construct.OverNode;
import io.aludel.sql.tree.construct.TableFunctionNode;
import io.aludel.sql.tree.statement.Paging;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes calls of functions with what stands beside their arguments. */
public final class Calls {
  private Calls() {}

  /**
   * An aggregate of some rows.
   *
   * @param call the call
   * @param conditions the conditions, which must all hold
   * @return the call with its filter
   */
  public static Node filtered(Node call, Condition[] conditions) {
    AggregateNode aggregate = aggregate(call, "filter");
    List<Node> present = aggregate.filter() == null ? List.of() : List.of(aggregate.filter());
    List<Node> all = Conditions.added(present, conditions, "filter");
    Node filter = all.isEmpty() ? null : Conditions.joined(ConjunctionNode.Kind.AND, all);
    return with(aggregate, aggregate.orderBy(), aggregate.withinGroup(), filter);
  }

  /**
   * An aggregate of values in an order.
   *
   * @param call the call
   * @param keys the order
   * @return the call with its order
   */
  public static Node ordered(Node call, OrderKey[] keys) {
    AggregateNode aggregate = aggregate(call, "ordered");
    List<Node> order = keys(aggregate.orderBy(), keys);
    return with(aggregate, order, aggregate.withinGroup(), aggregate.filter());
  }

  /**
   * An ordered-set function.
   *
   * @param call the call
   * @param keys the order
   * @return the call with its order
   */
  public static Node withinGroup(Node call, OrderKey[] keys) {
    AggregateNode aggregate = aggregate(call, "withinGroup");
    List<Node> order = keys(aggregate.withinGroup(), keys);
    return with(aggregate, aggregate.orderBy(), order, aggregate.filter());
  }

  private static Node with(
      AggregateNode aggregate, List<Node> orderBy, List<Node> withinGroup, @Nullable Node filter) {
    return orderBy.isEmpty() && withinGroup.isEmpty() && filter == null
        ? aggregate.function()
        : new AggregateNode(aggregate.function(), orderBy, withinGroup, filter);
  }

  private static List<Node> keys(List<Node> present, OrderKey[] keys) {
    return Pages.ordered(new Paging(present, null, null), keys).orderBy();
  }

  private static AggregateNode aggregate(Node call, String operation) {
    if (call instanceof AggregateNode aggregate) {
      return aggregate;
    }
    if (call instanceof FunctionNode function) {
      return new AggregateNode(function, List.of(), List.of(), null);
    }
    throw new ArgumentException(
        CoreError.WRONG_ROLE,
        "Cannot make " + operation + " of " + call + ": it has a window already. Say " + operation
            + " before over.");
  }

  /**
   * A function over a window.
   *
   * @param call the call
   * @param window the window
   * @return the window function
   */
  public static Node over(Node call, Window window) {
    if (call instanceof OverNode) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot make over of " + call + ": it has a window already. Say over once.");
    }
    return new OverNode(call, window.partition(), window.order(), window.frame());
  }

  /**
   * A table that a function gives.
   *
   * @param call the call
   * @param name the name it goes by
   * @param style how its columns are written
   * @param columns its columns
   * @return the table
   */
  public static Alias table(
      Node call, String name, TableFunctionNode.Style style, ColumnExpression<?>... columns) {
    List<NamedColumnNode> items = new ArrayList<>();
    for (ColumnExpression<?> column : Operands.present(columns, "a table", "list of columns")) {
      Node node = Operands.present(column, "a table", "column").node();
      if (!(node instanceof NamedColumnNode named)) {
        throw new ArgumentException(
            CoreError.WRONG_ROLE,
            "Cannot make a table of " + call + ": " + node
                + " is no name of a column. Name its columns with named(…).");
      }
      items.add(named);
    }
    return new Alias(new AliasNode(
        new TableFunctionNode(call, List.copyOf(items), style), Operands.name(name, "a table")));
  }
}
