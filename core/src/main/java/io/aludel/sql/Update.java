package io.aludel.sql;

import io.aludel.sql.internal.Assignments;
import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Pages;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.UpdateNode.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An UPDATE. Immutable; every method gives a changed copy. */
public final class Update implements Executable, Supplemented<Update> {
  private final UpdateNode node;

  private Update(UpdateNode node) {
    this.node = node;
  }

  static Update of(FromNode target) {
    return new Update(UpdateNode.of(target));
  }

  @Override
  public UpdateNode statementNode() {
    return node;
  }

  /**
   * A copy that sets a column to a value. A column set before gets the new value in its old place.
   *
   * @param column the column
   * @param value the value, null for NULL
   * @param <T> its Java type
   * @return the copy
   * @throws io.aludel.ArgumentException if the SQL type of the column does not hold such a value
   */
  public <T> Update set(Expression<T> column, @Nullable T value) {
    return with(Operands.present(column, "set", "column").node(), value);
  }

  /**
   * A copy that sets a column to the value of an expression.
   *
   * @param column the column
   * @param value the expression
   * @param <T> its Java type
   * @return the copy
   */
  public <T> Update set(Expression<T> column, Expression<? extends T> value) {
    return with(
        Operands.present(column, "set", "column").node(), Operands.present(value, "set", "value"));
  }

  /**
   * A copy that sets a column to NULL.
   *
   * @param column the column
   * @return the copy
   */
  public Update setNull(Expression<?> column) {
    return with(Operands.present(column, "setNull", "column").node(), null);
  }

  /**
   * A copy that sets several columns.
   *
   * @param values their values
   * @return the copy
   */
  public Update values(NewRow values) {
    Update copy = this;
    for (Map.Entry<Object, @Nullable Object> entry :
        Operands.present(values, "values", "row").values().entrySet()) {
      copy = copy.with(entry.getKey(), entry.getValue());
    }
    return copy;
  }

  /**
   * A copy with further conditions, all of which must hold. Absent conditions add nothing.
   *
   * @param conditions the conditions
   * @return the copy
   */
  public Update where(Condition... conditions) {
    return new Update(node.withWhere(Conditions.added(node.where(), conditions, "where")));
  }

  /**
   * The statement giving values of each changed row back.
   *
   * @param first what each row gives back
   * @param more what else it gives back
   * @param <T> the Java type of the first
   * @return the statement
   */
  public <T> Returning<T> returning(Selectable<T> first, Selectable<?>... more) {
    List<Node> items =
        List.of(Operands.present(first, "returning", "expression").node());
    return new Returning<>(node.withReturning(Lists.nodes(items, more, "returning")));
  }

  /**
   * A copy with further options for the layers above Core.
   *
   * @param options the options
   * @return the copy
   */
  public Update options(StatementOption... options) {
    return new Update(node.withOptions(Lists.added(node.options(), options, "options")));
  }

  /**
   * Further tables to look at, before those that expressions mention: {@code UPDATE … FROM}.
   *
   * @param sources tables, aliases, joins or common table expressions
   * @return the statement
   */
  public Update from(FromClause... sources) {
    List<FromNode> all = new ArrayList<>(node.sources());
    for (FromClause source : Operands.present(sources, "from", "list of sources")) {
      all.add(Operands.present(source, "from", "source").fromNode());
    }
    return new Update(node.withSources(all));
  }

  /**
   * At most so many rows, where the database can; which ones is its choice.
   *
   * @param limit the number, 0 or more
   * @return the statement
   */
  public Update limit(long limit) {
    Paging page = Pages.limited(Paging.NONE, limit);
    return new Update(node.withLimit(page.limit()));
  }

  @Override
  public Additions additions() {
    return node.additions();
  }

  @Override
  public Update withAdditions(Additions additions) {
    return new Update(node.withAdditions(additions));
  }

  @Override
  public Update rebuilt(Rewriter parts) {
    return new Update(node.rebuilt(parts));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }

  private Update with(Object column, @Nullable Object value) {
    Update copy = this;
    for (Map.Entry<Object, @Nullable Object> part :
        Assignments.parts(column, value).entrySet()) {
      copy = copy.withPart(part.getKey(), part.getValue());
    }
    return copy;
  }

  private Update withPart(Object column, @Nullable Object value) {
    Node target = Assignments.column(node.target(), column);
    Assignment added = new Assignment(target, Assignments.value(target, value));
    List<Assignment> all = new ArrayList<>(node.assignments());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).column().equals(target)) {
        all.set(i, added);
        return new Update(node.withAssignments(all));
      }
    }
    all.add(added);
    return new Update(node.withAssignments(all));
  }
}
