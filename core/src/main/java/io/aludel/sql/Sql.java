package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.AliasColumns;
import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.ConjunctionNode.Kind;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that start statements and expressions, to be imported statically. The ORM's {@code Orm}
 * extends this class, so that one import gives the words of both. None of them sends SQL.
 */
public class Sql extends Expressions {
  /** SQL functions. */
  public static final Functions func = new Functions();

  /** For the class that adds the words of the ORM. */
  protected Sql() {}

  /**
   * A SELECT.
   *
   * @param first what each row begins with
   * @param more what else each row holds
   * @param <T> the Java type of the first
   * @return the statement
   */
  public static <T> Select<T> select(Selectable<T> first, Selectable<?>... more) {
    return Select.of(first, more);
  }

  /**
   * A SELECT of all columns of a table or an alias, or of whatever it is that a select list shows of it.
   *
   * @param source the table or alias
   * @return the statement
   * @throws ArgumentException if its columns are not known
   */
  public static Select<Object> select(FromClause source) {
    if (source instanceof Selectable<?> selectable) {
      return Select.of(SelectNode.of(List.of(selectable.node())));
    }
    List<Node> columns =
        AliasColumns.all(Operands.present(source, "select", "source").fromNode());
    return Select.of(SelectNode.of(columns));
  }

  /**
   * An INSERT.
   *
   * @param target the table
   * @return the statement
   */
  public static Insert insert(FromClause target) {
    return Insert.into(Operands.present(target, "insert", "target").fromNode());
  }

  /**
   * An UPDATE of all rows, until it has a condition.
   *
   * @param target the table
   * @return the statement
   */
  public static Update update(FromClause target) {
    return Update.of(Operands.present(target, "update", "target").fromNode());
  }

  /**
   * A DELETE of all rows, until it has a condition.
   *
   * @param target the table
   * @return the statement
   */
  public static Delete delete(FromClause target) {
    return Delete.from(Operands.present(target, "delete", "target").fromNode());
  }

  /**
   * A statement given as SQL text, in which {@code :name} is a parameter.
   *
   * @param sql the text
   * @return the statement
   */
  public static TextStatement text(String sql) {
    return TextStatement.of(sql);
  }

  /**
   * Rows written down in a statement; give them with {@code row}.
   *
   * @param first the first column, made with {@code named} and a type
   * @param more further columns
   * @return the rows, none yet
   * @throws io.aludel.ArgumentException if a column is no name
   */
  public static Values values(ColumnExpression<?> first, ColumnExpression<?>... more) {
    List<Node> columns = new ArrayList<>();
    columns.add(Operands.present(first, "values", "column").node());
    List<Node> all = Lists.nodes(columns, more, "values");
    for (Node column : all) {
      if (!(column instanceof NamedColumnNode)) {
        throw new ArgumentException(
            CoreError.WRONG_ROLE,
            "Cannot make values: " + column
                + " is no name of a column. Name the columns with named(…).");
      }
    }
    return Values.of(all);
  }

  /**
   * The values of a row to be inserted, or of the columns to be updated.
   *
   * @param column the name of the first column
   * @param value its value, null for NULL
   * @param more further columns and values in turn; a column is a name or the column itself
   * @return the row
   * @throws ArgumentException if a value is missing, or something else stands where a column should
   */
  public static NewRow row(String column, @Nullable Object value, @Nullable Object... more) {
    return NewRow.ofPairs(Operands.name(column, "row"), value, more);
  }

  /**
   * The values of a row, by column.
   *
   * @param column the first column
   * @param value its value or an expression, null for NULL
   * @param more further columns, or names of columns, each followed by its value
   * @return the row
   * @throws ArgumentException if a column has no value, or is none
   */
  public static NewRow row(Expression<?> column, @Nullable Object value, @Nullable Object... more) {
    return NewRow.ofPairs(Operands.present(column, "row", "column"), value, more);
  }

  /**
   * True when all conditions are. Nested ones are flattened, and absent ones left out.
   *
   * @param first a condition
   * @param more the others
   * @return the condition
   */
  public static Condition and(Condition first, Condition... more) {
    return Conditions.and(Operands.present(first, "and", "condition").node(), more);
  }

  /**
   * True when any condition is. Nested ones are flattened, and absent ones left out.
   *
   * @param first a condition
   * @param more the others
   * @return the condition
   */
  public static Condition or(Condition first, Condition... more) {
    return Conditions.or(Operands.present(first, "or", "condition").node(), more);
  }

  /**
   * True when all conditions are.
   *
   * @param conditions the conditions; the result is absent without any
   * @return the condition
   */
  public static Condition allOf(List<? extends Condition> conditions) {
    return Conditions.of(Conditions.joined(Kind.AND, nodes(conditions, "allOf")));
  }

  /**
   * True when any condition is.
   *
   * @param conditions the conditions; the result is absent without any
   * @return the condition
   */
  public static Condition anyOf(List<? extends Condition> conditions) {
    return Conditions.of(Conditions.joined(Kind.OR, nodes(conditions, "anyOf")));
  }

  /**
   * True when a condition is false.
   *
   * @param condition the condition
   * @return the condition; the opposite operator where there is one
   */
  public static Condition not(Condition condition) {
    return Conditions.not(Operands.present(condition, "not", "condition").node());
  }

  /**
   * A test whether a query has any rows. It leaves to the enclosing statement the tables that are
   * selected from there.
   *
   * @param query the query
   * @return the condition
   */
  public static Condition exists(Query<?> query) {
    return Operands.present(query, "exists", "query").exists();
  }

  /**
   * The condition that is always true.
   *
   * @return true
   */
  public static Condition trueCondition() {
    return Conditions.of(ConstantNode.TRUE);
  }

  /**
   * The condition that is always false.
   *
   * @return false
   */
  public static Condition falseCondition() {
    return Conditions.of(ConstantNode.FALSE);
  }

  /**
   * The condition that adds nothing to whatever it is part of.
   *
   * @return the absent condition
   */
  public static Condition absentCondition() {
    return Conditions.ABSENT;
  }

  private static List<Node> nodes(List<? extends Condition> conditions, String operation) {
    List<Node> nodes = new ArrayList<>();
    for (Condition condition : Operands.present(conditions, operation, "list of conditions")) {
      nodes.add(Operands.present(condition, operation, "condition").node());
    }
    return nodes;
  }
}
