package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * A statement given as text, with values or named parameters between its fragments. It can stand in place
 * of a query if its rows are described.
 */
public final class TextNode extends QueryNode implements Statement {
  private final List<String> fragments;
  private final List<Node> parameters;
  private final List<Node> items;
  private final List<StatementOption> options;

  /**
   * Creates the statement.
   *
   * @param fragments the text around the parameters, one more than there are parameters
   * @param parameters a {@link BindNode} or {@link ParameterNode} for each gap
   * @param items the expressions its rows are read as; empty to take them as they come
   */
  public TextNode(List<String> fragments, List<? extends Node> parameters, List<Node> items) {
    this(fragments, parameters, items, List.of());
  }

  private TextNode(
      List<String> fragments,
      List<? extends Node> parameters,
      List<Node> items,
      List<? extends StatementOption> options) {
    this.fragments = List.copyOf(fragments);
    this.parameters = List.copyOf(parameters);
    this.items = List.copyOf(items);
    this.options = List.copyOf(options);
  }

  /**
   * A copy with other things in its gaps.
   *
   * @param others a {@link BindNode} or {@link ParameterNode} for each gap
   * @return the copy
   */
  public TextNode withParameters(List<? extends Node> others) {
    return new TextNode(fragments, others, items, options);
  }

  /**
   * A copy with its rows described.
   *
   * @param expressions the expressions its rows are read as
   * @return the copy
   */
  public TextNode withItems(List<Node> expressions) {
    return new TextNode(fragments, parameters, expressions, options);
  }

  @Override
  public TextNode withOptions(List<? extends StatementOption> others) {
    return new TextNode(fragments, parameters, items, others);
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  @Override
  public List<StatementOption> options() {
    return options;
  }

  /**
   * The text around the parameters.
   *
   * @return the fragments
   */
  public List<String> fragments() {
    return fragments;
  }

  /**
   * What stands in each gap.
   *
   * @return the parameters
   */
  public List<Node> parameters() {
    return parameters;
  }

  @Override
  public List<Node> items() {
    return items;
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public TextNode rebuilt(Rewriter parts) {
    List<Node> newParameters = parts.nodes(parameters);
    List<Node> newItems = parts.nodes(items);
    boolean same = newParameters == parameters && newItems == items;
    return same ? this : new TextNode(fragments, newParameters, newItems, options);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(TextNode.class).add(fragments).elements(parameters).elements(items);
    for (StatementOption option : options) {
      option.key(keys);
    }
    keys.add(StatementOption.class);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    parameters.forEach(action);
    items.forEach(action);
  }
}
