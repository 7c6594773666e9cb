package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.Assignments;
import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.ConflictNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT: of a row of defaults until it is given values or a query. Immutable; every method gives a
 * changed copy.
 */
public final class Insert implements Executable, Supplemented<Insert> {
  private final InsertNode node;

  private Insert(InsertNode node) {
    this.node = node;
  }

  static Insert into(FromNode target) {
    return new Insert(InsertNode.of(target));
  }

  @Override
  public InsertNode statementNode() {
    return node;
  }

  /**
   * A copy that inserts these rows, in one statement.
   *
   * @param rows the rows, all with the same columns
   * @return the copy
   * @throws ArgumentException if there is no row, if the columns of one differ from those of the first,
   *     or if a value is of a class that its column does not hold
   */
  public Insert values(NewRow... rows) {
    return values(Arrays.asList(Operands.present(rows, "values", "list of rows")));
  }

  /**
   * A copy that inserts these rows, in one statement; see {@link #values(NewRow...)}.
   *
   * @param rows the rows, all with the same columns
   * @return the copy
   */
  public Insert values(List<NewRow> rows) {
    if (Operands.present(rows, "values", "list of rows").isEmpty()) {
      throw new ArgumentException(
          CoreError.INCOMPLETE_STATEMENT,
          "Cannot make values: no row was given. Give a row, or leave values out for a row of"
              + " defaults.");
    }
    List<Node> columns = new ArrayList<>();
    for (Object column : Assignments.parts(rows.get(0).values()).keySet()) {
      columns.add(Assignments.column(node.target(), column));
    }
    List<List<Node>> values = new ArrayList<>(rows.size());
    for (NewRow row : rows) {
      values.add(aligned(columns, Operands.present(row, "values", "row")));
    }
    return new Insert(node.withRows(columns, values));
  }

  /**
   * A copy that also sets a column of the row it inserts.
   *
   * @param column the column
   * @param value the value, null for NULL
   * @param <T> its Java type
   * @return the copy
   */
  public <T> Insert set(Expression<T> column, @Nullable T value) {
    return with(Operands.present(column, "set", "column").node(), value);
  }

  /**
   * A copy that also sets a column of the row it inserts.
   *
   * @param column the column
   * @param value the expression
   * @param <T> its Java type
   * @return the copy
   */
  public <T> Insert set(Expression<T> column, Expression<? extends T> value) {
    return with(
        Operands.present(column, "set", "column").node(), Operands.present(value, "set", "value"));
  }

  /**
   * A copy whose values are named parameters, one for each column and of its name, to be given when it
   * runs.
   *
   * @param names the names of the columns
   * @return the copy
   */
  public Insert columns(String... names) {
    List<Node> columns = new ArrayList<>();
    List<Node> parameters = new ArrayList<>();
    for (String name : Operands.present(names, "columns", "list of names")) {
      Node column = Assignments.column(node.target(), Operands.name(name, "columns"));
      columns.add(column);
      parameters.add(new ParameterNode(name, column.type(CompileScope.UNRESOLVED)));
    }
    return new Insert(node.withRows(columns, columns.isEmpty() ? List.of() : List.of(parameters)));
  }

  /**
   * A copy that inserts the rows of a query.
   *
   * @param names the names of the columns, in the order of the query's expressions
   * @param query the query
   * @return the copy
   * @throws ArgumentException if the query has another number of expressions
   */
  public Insert fromSelect(List<String> names, Query<?> query) {
    List<Node> columns = new ArrayList<>();
    for (String name : Operands.present(names, "fromSelect", "list of names")) {
      columns.add(Assignments.column(node.target(), Operands.name(name, "fromSelect")));
    }
    return new Insert(
        node.withSource(columns, Operands.present(query, "fromSelect", "query").statementNode()));
  }

  /**
   * What is done with a row that is there already, as some unique key tells. Say next what:
   * {@code doNothing} or {@code doUpdate}.
   *
   * @param columns the columns of the unique key. PostgreSQL needs them to update; SQLite and H2 can do
   *     without; MySQL and MariaDB always look at all unique keys, and so refuse to be told one
   * @return the beginning of the upsert
   */
  public Conflict onConflict(Expression<?>... columns) {
    List<Node> nodes = Lists.nodes(List.of(), columns, "onConflict");
    return new Conflict(node, new ConflictNode.Target(nodes, List.of(), null));
  }

  /**
   * What is done with a row that is there already, as a constraint tells.
   *
   * @param name the name of the constraint
   * @return the beginning of the upsert
   */
  public Conflict onConstraint(String name) {
    String constraint = Operands.name(name, "onConstraint");
    return new Conflict(node, new ConflictNode.Target(List.of(), List.of(), constraint));
  }

  /**
   * An INSERT that still has to be told what it does with a row that is there already. Immutable.
   *
   * @param insert the statement so far
   * @param target the unique key
   */
  public record Conflict(InsertNode insert, ConflictNode.Target target) {
    /**
     * The same about a unique index of some rows only.
     *
     * @param conditions the conditions of the index
     * @return the beginning of the upsert
     */
    public Conflict where(Condition... conditions) {
      List<Node> all = Conditions.added(target.where(), conditions, "where");
      return new Conflict(
          insert, new ConflictNode.Target(target.columns(), all, target.constraint()));
    }

    /**
     * Leaves the row alone and inserts nothing in its place.
     *
     * @return the statement
     */
    public Insert doNothing() {
      return new Insert(insert.withConflict(new ConflictNode(target, List.of(), List.of())));
    }

    /**
     * Changes the row instead of inserting one.
     *
     * @param change says what is set, and under which conditions; {@code excluded} is the value that
     *     could not be inserted
     * @return the statement
     * @throws ArgumentException if nothing is set
     */
    public Insert doUpdate(UnaryOperator<Update> change) {
      Update empty = Update.of(insert.target());
      Operands.present(change, "doUpdate", "change");
      UpdateNode made =
          Operands.present(change.apply(empty), "doUpdate", "change").statementNode();
      if (made.assignments().isEmpty()) {
        throw new ArgumentException(
            CoreError.INCOMPLETE_STATEMENT,
            "Cannot make doUpdate: nothing is set. Set a column, or say doNothing().");
      }
      return new Insert(
          insert.withConflict(new ConflictNode(target, made.assignments(), made.where())));
    }
  }

  /**
   * The statement giving values of each inserted row back.
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
  public Insert options(StatementOption... options) {
    return new Insert(node.withOptions(Lists.added(node.options(), options, "options")));
  }

  @Override
  public Additions additions() {
    return node.additions();
  }

  @Override
  public Insert withAdditions(Additions additions) {
    return new Insert(node.withAdditions(additions));
  }

  @Override
  public Insert rebuilt(Rewriter parts) {
    return new Insert(node.rebuilt(parts));
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }

  private Insert with(Object column, @Nullable Object value) {
    Insert copy = this;
    for (Map.Entry<Object, @Nullable Object> part :
        Assignments.parts(column, value).entrySet()) {
      copy = copy.withPart(part.getKey(), part.getValue());
    }
    return copy;
  }

  private Insert withPart(Object column, @Nullable Object value) {
    if (node.rows().size() > 1) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot set a column of INSERT: it inserts "
              + node.rows().size()
              + " rows. Set the column in each row.");
    }
    Node target = Assignments.column(node.target(), column);
    List<Node> row = node.rows().isEmpty() ? List.of() : node.rows().get(0);
    return new Insert(node.withRows(
        Lists.added(node.columns(), target),
        List.of(Lists.added(row, Assignments.value(target, value)))));
  }

  private List<Node> aligned(List<Node> columns, NewRow row) {
    Map<Node, @Nullable Object> values = new HashMap<>();
    Assignments.parts(row.values())
        .forEach((column, value) -> values.put(Assignments.column(node.target(), column), value));
    if (values.size() != columns.size() || !values.keySet().containsAll(columns)) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot make values: the first row has the columns "
              + columns
              + ", another has "
              + row
              + ". Give all rows the same columns.");
    }
    List<Node> nodes = new ArrayList<>(columns.size());
    for (Node column : columns) {
      nodes.add(Assignments.value(column, values.get(column)));
    }
    return nodes;
  }
}
