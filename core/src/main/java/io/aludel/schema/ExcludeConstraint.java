package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No two rows of the table agree in all of these comparisons: {@code EXCLUDE USING gist (room WITH =,
 * during WITH &&)}. PostgreSQL only; other dialects refuse to spell it.
 */
public final class ExcludeConstraint extends FreeConstraint<ExcludeConstraint> {
  private final List<Element> elements;
  private final String method;
  private final @Nullable SqlText where;

  /**
   * One comparison.
   *
   * @param column the key of the column
   * @param expression an expression instead of a column, or null
   * @param operator the operator, such as {@code &&}, sent as it is
   */
  public record Element(String column, @Nullable SqlText expression, String operator) {}

  private ExcludeConstraint(
      Parts parts, List<Element> elements, String method, @Nullable SqlText where) {
    super(parts);
    this.elements = List.copyOf(elements);
    this.method = method;
    this.where = where;
  }

  /**
   * A constraint that excludes rows agreeing in a column.
   *
   * @param column the key of the column
   * @param operator the operator, such as {@code &&}, sent as it is
   * @return a constraint over a GiST index that belongs to no table yet
   * @throws ArgumentException if an argument is null or blank
   */
  public static ExcludeConstraint of(String column, String operator) {
    return new ExcludeConstraint(Parts.on(Constraint.ColumnNames.NONE), List.of(), "gist", null)
        .and(column, operator);
  }

  /**
   * The same constraint with one more column.
   *
   * @param column the key of the column
   * @param operator the operator, sent as it is
   * @return a copy
   */
  public ExcludeConstraint and(String column, String operator) {
    ArgumentException.requireText(column, "a column of an exclude constraint");
    List<String> names = new ArrayList<>(columnNames());
    names.add(column);
    return more(parts().columns(names), new Element(column, null, checked(operator)));
  }

  /**
   * The same constraint with one more expression.
   *
   * @param sql the expression as SQL text, sent as it is
   * @param operator the operator, sent as it is
   * @return a copy
   */
  public ExcludeConstraint andExpression(String sql, String operator) {
    SqlText expression = SqlText.of(sql, "an exclude constraint");
    return more(parts(), new Element("", expression, checked(operator)));
  }

  private static String checked(String operator) {
    String text = ArgumentException.requireText(operator, "an operator of an exclude constraint");
    if (!text.matches("[-+*/<>=~!@#%^&|`?]+")) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "'" + text + "' is no operator of an exclude constraint. Write one such as = or &&.");
    }
    return text;
  }

  private ExcludeConstraint more(Parts parts, Element element) {
    List<Element> more = new ArrayList<>(elements);
    more.add(element);
    return new ExcludeConstraint(parts, more, method, where);
  }

  /**
   * The same constraint over another kind of index.
   *
   * @param method the access method, such as {@code spgist}
   * @return a copy
   */
  public ExcludeConstraint using(String method) {
    String checked = ArgumentException.requireText(method, "the method of an exclude constraint");
    return new ExcludeConstraint(parts(), elements, checked, where);
  }

  /**
   * The same constraint for some of the rows.
   *
   * @param sql which rows, as SQL text, sent as it is
   * @return a copy
   */
  public ExcludeConstraint where(String sql) {
    return new ExcludeConstraint(
        parts(), elements, method, SqlText.of(sql, "an exclude constraint"));
  }

  /**
   * The comparisons.
   *
   * @return the elements in order
   */
  public List<Element> elements() {
    return elements;
  }

  /**
   * The access method of the index.
   *
   * @return {@code gist} unless stated
   */
  public String method() {
    return method;
  }

  /**
   * Which rows are looked at.
   *
   * @return a condition, or null for all
   */
  public @Nullable SqlText where() {
    return where;
  }

  @Override
  ExcludeConstraint copy(Parts parts) {
    return new ExcludeConstraint(parts, elements, method, where);
  }

  @Override
  public String toString() {
    return "exclude constraint " + elements;
  }
}
