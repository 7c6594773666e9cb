package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.StatementNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An UPDATE. Every {@code with} method gives a changed copy. */
public final class UpdateNode extends StatementNode implements Statement {
  private final DmlParts common;
  private final List<Assignment> assignments;

  private UpdateNode(DmlParts common, List<Assignment> assignments) {
    this.common = common;
    this.assignments = List.copyOf(assignments);
  }

  /**
   * Creates a statement of its usual clauses.
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
    this(
        new DmlParts(target).changed(copy -> {
          copy.where = List.copyOf(where);
          copy.returning = List.copyOf(returning);
          copy.options = List.copyOf(options);
        }),
        assignments);
  }

  /**
   * An UPDATE of all rows that sets nothing yet.
   *
   * @param target the table, or a reference to one
   * @return the statement
   */
  public static UpdateNode of(FromNode target) {
    return new UpdateNode(new DmlParts(target), List.of());
  }

  /**
   * What is written to.
   *
   * @return the table, or a reference to one
   */
  public FromNode target() {
    return common.target;
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
    return common.where;
  }

  /**
   * What further rows come from, as far as it was said.
   *
   * @return the sources; more may be mentioned in expressions
   */
  public List<FromNode> sources() {
    return common.sources;
  }

  /**
   * The most rows that are written to.
   *
   * @return the number, or null for all
   */
  public @Nullable Node limit() {
    return common.limit;
  }

  @Override
  public List<Node> items() {
    return common.returning;
  }

  /**
   * What the statement has beside its clauses.
   *
   * @return the additions
   */
  public Additions additions() {
    return common.additions;
  }

  /**
   * What is attached for layers above Core.
   *
   * @return the options
   */
  @Override
  public List<StatementOption> options() {
    return common.options;
  }

  /**
   * A copy that updates another table.
   *
   * @param target the table
   * @return the copy
   */
  public UpdateNode withTarget(FromNode target) {
    return with(common.changed(copy -> copy.target = target));
  }

  /**
   * A copy with other assignments.
   *
   * @param others the assignments
   * @return the copy
   */
  public UpdateNode withAssignments(List<Assignment> others) {
    return new UpdateNode(common, others);
  }

  /**
   * A copy with other conditions.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public UpdateNode withWhere(List<Node> conditions) {
    return with(common.changed(copy -> copy.where = List.copyOf(conditions)));
  }

  /**
   * A copy with other sources of further rows.
   *
   * @param sources the sources
   * @return the copy
   */
  public UpdateNode withSources(List<FromNode> sources) {
    return with(common.changed(copy -> copy.sources = List.copyOf(sources)));
  }

  /**
   * A copy for at most so many rows.
   *
   * @param limit the number, or null for all
   * @return the copy
   */
  public UpdateNode withLimit(@Nullable Node limit) {
    return with(common.changed(copy -> copy.limit = limit));
  }

  /**
   * A copy that gives other expressions back.
   *
   * @param expressions the expressions
   * @return the copy
   */
  public UpdateNode withReturning(List<Node> expressions) {
    return with(common.changed(copy -> copy.returning = List.copyOf(expressions)));
  }

  /**
   * A copy with other additions.
   *
   * @param additions the additions
   * @return the copy
   */
  public UpdateNode withAdditions(Additions additions) {
    return with(common.changed(copy -> copy.additions = additions));
  }

  @Override
  public UpdateNode withOptions(List<? extends StatementOption> others) {
    return with(common.changed(copy -> copy.options = List.copyOf(others)));
  }

  @Override
  public <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public UpdateNode rebuilt(Rewriter parts) {
    return new UpdateNode(common.rebuilt(parts), Assignment.rebuilt(assignments, parts));
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(UpdateNode.class);
    Assignment.key(assignments, keys);
    common.key(keys);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    Assignment.forEachPart(assignments, action);
    common.forEachPart(action);
  }

  private UpdateNode with(DmlParts changed) {
    return new UpdateNode(changed, assignments);
  }

  /**
   * One column set.
   *
   * @param column the column, or a reference to it
   * @param value the new value
   */
  public record Assignment(Node column, Node value) {
    static void key(List<Assignment> assignments, KeyBuilder keys) {
      keys.add(assignments.size());
      for (Assignment assignment : assignments) {
        keys.element(assignment.column).element(assignment.value);
      }
    }

    static void forEachPart(List<Assignment> assignments, Consumer<? super Element> action) {
      for (Assignment assignment : assignments) {
        action.accept(assignment.column);
        action.accept(assignment.value);
      }
    }

    static List<Assignment> rebuilt(List<Assignment> assignments, Rewriter parts) {
      List<Assignment> copies = new ArrayList<>(assignments.size());
      for (Assignment assignment : assignments) {
        copies.add(new Assignment(parts.node(assignment.column), parts.node(assignment.value)));
      }
      return copies;
    }
  }
}
