package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Consumer;

/** A DELETE. */
public final class DeleteNode extends StatementNode implements Statement {
  private final FromNode target;
  private final List<Node> where;
  private final List<Node> returning;
  private final List<StatementOption> options;

  /**
   * Creates the statement.
   *
   * @param target the table, or a reference to one
   * @param where the conditions that must all hold
   * @param returning what each row gives back
   * @param options what is attached for layers above Core
   */
  public DeleteNode(
      FromNode target, List<Node> where, List<Node> returning, List<StatementOption> options) {
    this.target = target;
    this.where = List.copyOf(where);
    this.returning = List.copyOf(returning);
    this.options = List.copyOf(options);
  }

  /**
   * What is deleted from.
   *
   * @return the table, or a reference to one
   */
  public FromNode target() {
    return target;
  }

  /**
   * The conditions that must all hold.
   *
   * @return the conditions
   */
  public List<Node> where() {
    return where;
  }

  @Override
  public List<Node> items() {
    return returning;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  public List<StatementOption> options() {
    return options;
  }

  /**
   * A copy with other conditions.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public DeleteNode withWhere(List<Node> conditions) {
    return new DeleteNode(target, conditions, returning, options);
  }

  /**
   * A copy that gives other expressions back.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public DeleteNode withReturning(List<Node> expressions) {
    return new DeleteNode(target, where, expressions, options);
  }

  /**
   * A copy with other options.
   *
   * @param others the options
   * @return the copy
   */
  public DeleteNode withOptions(List<StatementOption> others) {
    return new DeleteNode(target, where, returning, others);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public DeleteNode rebuilt(Rewriter parts) {
    FromNode newTarget = parts.from(target);
    List<Node> newWhere = parts.nodes(where);
    List<Node> newReturning = parts.nodes(returning);
    boolean same = newTarget == target && newWhere == where && newReturning == returning;
    return same ? this : new DeleteNode(newTarget, newWhere, newReturning, options);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(DeleteNode.class).element(target).elements(where).elements(returning);
    keys.add(options.size());
    for (StatementOption option : options) {
      option.key(keys);
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(target);
    where.forEach(action);
    returning.forEach(action);
  }
}
