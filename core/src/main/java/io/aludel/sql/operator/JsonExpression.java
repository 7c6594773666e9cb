package io.aludel.sql.operator;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NumericExpression;
import io.aludel.sql.TextExpression;
import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.types.Json;
import io.aludel.types.JsonType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.util.List;

/**
 * An expression whose value is JSON, with the operators of JSON. Immutable and safe to share; it sends
 * nothing. Missing parts are NULL; so are, as values of other types, parts that are the JSON null.
 */
public final class JsonExpression implements Expression<Json> {
  private final Node whole;
  private final JsonPath path;
  private final SqlType<?> type;

  private JsonExpression(Node whole, JsonPath path, SqlType<?> type) {
    this.whole = whole;
    this.path = path;
    this.type = type;
  }

  /**
   * An expression as JSON.
   *
   * @param expression a column of JSON, of whatever Java type
   * @return the same with the operators of JSON
   * @throws ArgumentException if {@code expression} is null or of a type that is not JSON
   */
  public static JsonExpression json(Expression<?> expression) {
    Node node = Operands.present(expression, "json", "expression").node();
    SqlType<?> type = node.type(CompileScope.UNRESOLVED);
    SqlType<?> generic = type.generic();
    if (generic instanceof JsonType<?> json) {
      return new JsonExpression(
          node, JsonPath.ROOT, json.binary() ? SqlTypes.JSONB : SqlTypes.JSON);
    }
    if (generic.javaType() != Object.class) {
      throw new ArgumentException(
          CoreError.WRONG_OPERATOR,
          "Cannot apply json to " + node + " of type " + type
              + ": it needs JSON. Cast the expression, or use another operator.");
    }
    return new JsonExpression(node, JsonPath.ROOT, SqlTypes.JSON);
  }

  @Override
  public Node node() {
    return path.steps().isEmpty() ? whole : part(false, type);
  }

  private OperationNode part(boolean scalar, SqlType<?> result) {
    return new OperationNode(
        new Form.JsonPart(path, scalar),
        List.of(whole, BindNode.of(path, JsonPathType.INSTANCE)),
        result);
  }

  /**
   * A member of an object.
   *
   * @param name the name of the member
   * @return its value
   */
  public JsonExpression at(String name) {
    return new JsonExpression(whole, path.then(name), type);
  }

  /**
   * An element of an array.
   *
   * @param index its place, counted from 0, or from the end if negative: -1 is the last
   * @return its value
   */
  public JsonExpression at(int index) {
    return new JsonExpression(whole, path.then(index), type);
  }

  /**
   * The part at the end of a path.
   *
   * @param steps names as {@code String} and indexes as {@code Integer}
   * @return its value
   * @throws ArgumentException if a step is neither
   */
  public JsonExpression path(Object... steps) {
    JsonPath longer = path;
    for (Object step : ArgumentException.requireNonNull(steps, "the steps of a JSON path")) {
      longer = longer.then(step);
    }
    return new JsonExpression(whole, longer, type);
  }

  /**
   * The value as text. Of an array or object this is its JSON text.
   *
   * @return the text, without quotes
   */
  public TextExpression asString() {
    return new Words.Text(part(true, SqlTypes.TEXT));
  }

  /**
   * The value as a whole number of four bytes.
   *
   * @return the number
   */
  public NumericExpression<Integer> asInteger() {
    return new Words.Numeric<>(part(true, SqlTypes.INTEGER));
  }

  /**
   * The value as a whole number of eight bytes.
   *
   * @return the number
   */
  public NumericExpression<Long> asLong() {
    return new Words.Numeric<>(part(true, SqlTypes.BIGINT));
  }

  /**
   * The value as floating point.
   *
   * @return the number
   */
  public NumericExpression<Double> asDouble() {
    return new Words.Numeric<>(part(true, SqlTypes.DOUBLE));
  }

  /**
   * The value as a decimal.
   *
   * @param precision the digits in all
   * @param scale the digits behind the point
   * @return the number
   */
  public NumericExpression<BigDecimal> asNumeric(int precision, int scale) {
    return new Words.Numeric<>(part(true, SqlTypes.NUMERIC(precision, scale)));
  }

  /**
   * The value as a truth value.
   *
   * @return the condition
   */
  public Condition asBoolean() {
    return Conditions.of(part(true, SqlTypes.BOOLEAN));
  }

  /**
   * The value as JSON, which it is without a word.
   *
   * @return this
   */
  public JsonExpression asJson() {
    return this;
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node());
  }
}
