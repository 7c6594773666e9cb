package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.function.Consumer;

/** An UPDATE. */
public final class UpdateNode extends StatementNode implements Statement {
  private final FromNode target;
  private final List<Assignment> assignments;
  private final List<Node> where;
  private final List<Node> returning;
  private final List<StatementOption> options;

  /**
   * Creates the statement.
   *
   * @param target the table, or a reference to one
   * @param assignments what is set, in order
   * @param where the conditions that must all hold
   * @param returning what each row gives back
   * @param options what is attached for layers above Core
   */
  public UpdateNode(
      FromNode target,
      List<Assignment> assignments,
      List<Node> where,
      List<Node> returning,
      List<StatementOption> options) {
    this.target = target;
    this.assignments = List.copyOf(assignments);
    this.where = List.copyOf(where);
    this.returning = List.copyOf(returning);
    this.options = List.copyOf(options);
  }

  /**
   * What is written to.
   *
   * @return the table, or a reference to one
   */
  public FromNode target() {
    return target;
  }

  /**
   * What is set.
   *
   * @return the assignments in order
   */
  public List<Assignment> assignments() {
    return assignments;
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
   * A copy with other assignments.
   *
   * @param others the assignments
   * @return the copy
   */
  public UpdateNode withAssignments(List<Assignment> others) {
    return new UpdateNode(target, others, where, returning, options);
  }

  /**
   * A copy with other conditions.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public UpdateNode withWhere(List<Node> conditions) {
    return new UpdateNode(target, assignments, conditions, returning, options);
  }

  /**
   * A copy that gives other expressions back.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public UpdateNode withReturning(List<Node> expressions) {
    return new UpdateNode(target, assignments, where, expressions, options);
  }

  /**
   * A copy with other options.
   *
   * @param others the options
   * @return the copy
   */
  public UpdateNode withOptions(List<StatementOption> others) {
    return new UpdateNode(target, assignments, where, returning, others);
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public UpdateNode rebuilt(Rewriter parts) {
    List<Assignment> newAssignments = assignments.stream()
        .map(each -> new Assignment(parts.node(each.column()), parts.node(each.value())))
        .toList();
    return new UpdateNode(
        parts.from(target), newAssignments, parts.nodes(where), parts.nodes(returning), options);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(UpdateNode.class).element(target).add(assignments.size());
    for (Assignment assignment : assignments) {
      keys.element(assignment.column()).element(assignment.value());
    }
    keys.elements(where).elements(returning).add(options.size());
    for (StatementOption option : options) {
      option.key(keys);
    }
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(target);
    for (Assignment assignment : assignments) {
      action.accept(assignment.column());
      action.accept(assignment.value());
    }
    where.forEach(action);
    returning.forEach(action);
  }

  /**
   * One column set.
   *
   * @param column the column, or a reference to it
   * @param value the new value
   */
  public record Assignment(Node column, Node value) {}
}
