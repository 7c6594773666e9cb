package io.aludel.dialect.postgresql;

import io.aludel.ArgumentException;
import io.aludel.sql.ColumnExpression;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.Sql;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.types.ExactType;
import io.aludel.types.Json;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Operators that only PostgreSQL has, to be imported statically. Any other database refuses them when a
 * statement is compiled. None of them sends SQL.
 */
public final class PostgresqlOperators {
  private static final SqlType<String> PATH = PostgresqlType.ofText("JSONPATH");

  private PostgresqlOperators() {}

  /**
   * A test whether a document matches a search.
   *
   * @param document a {@code TSVECTOR}, or text
   * @param search a {@code TSQUERY}
   * @return the condition
   */
  public static Condition matches(Expression<String> document, Expression<String> search) {
    return test(document, "@@", node(search, "the search"));
  }

  /**
   * A document prepared for search.
   *
   * @param configuration the configuration, such as {@code english}
   * @param text the text
   * @return the document, as {@code TSVECTOR}
   */
  public static Expression<String> document(String configuration, Expression<String> text) {
    return Sql.func.call(
        "to_tsvector", PostgresqlTypes.TSVECTOR, configuration(configuration), text);
  }

  /**
   * A search for all of some words, as a person types them.
   *
   * @param configuration the configuration, such as {@code english}
   * @param words the words
   * @return the search, as {@code TSQUERY}
   */
  public static Expression<String> search(String configuration, String words) {
    return Sql.func.call(
        "websearch_to_tsquery", PostgresqlTypes.TSQUERY, configuration(configuration), words);
  }

  private static Expression<?> configuration(String name) {
    return Sql.literal(
            ArgumentException.requireText(name, "the configuration of a search"), SqlTypes.STRING)
        .cast(ExactType.of("REGCONFIG", SqlTypes.STRING));
  }

  /**
   * A test whether JSON contains other JSON.
   *
   * @param json an expression of {@code JSONB}
   * @param part the other
   * @return the condition
   */
  public static Condition jsonContains(Expression<?> json, Json part) {
    return test(json, "@>", BindNode.of(present(part), SqlTypes.JSONB));
  }

  /**
   * A test whether JSON is contained in other JSON.
   *
   * @param json an expression of {@code JSONB}
   * @param whole the other
   * @return the condition
   */
  public static Condition jsonContainedBy(Expression<?> json, Json whole) {
    return test(json, "<@", BindNode.of(present(whole), SqlTypes.JSONB));
  }

  /**
   * A test whether JSON, or a map, has a member of a name.
   *
   * @param json an expression of {@code JSONB} or {@code HSTORE}
   * @param name the name
   * @return the condition
   */
  public static Condition hasKey(Expression<?> json, String name) {
    return test(json, "?", BindNode.of(present(name), SqlTypes.STRING));
  }

  /**
   * A test whether JSON, or a map, has members of all these names.
   *
   * @param json an expression of {@code JSONB} or {@code HSTORE}
   * @param names the names
   * @return the condition
   */
  public static Condition hasAllKeys(Expression<?> json, List<String> names) {
    return test(json, "?&", texts(names));
  }

  /**
   * A test whether JSON, or a map, has a member of any of these names.
   *
   * @param json an expression of {@code JSONB} or {@code HSTORE}
   * @param names the names
   * @return the condition
   */
  public static Condition hasAnyKey(Expression<?> json, List<String> names) {
    return test(json, "?|", texts(names));
  }

  /**
   * JSON with the members of other JSON.
   *
   * @param json an expression of {@code JSONB}
   * @param other the other, whose members win
   * @return the JSON
   */
  public static Expression<Json> merged(Expression<?> json, Json other) {
    return words(OperationNode.infix(
        node(json, "the JSON"), "||", BindNode.of(present(other), SqlTypes.JSONB), SqlTypes.JSONB));
  }

  /**
   * JSON without the part at a path.
   *
   * @param json an expression of {@code JSONB}
   * @param path the names and indexes of the path
   * @return the JSON
   */
  public static Expression<Json> withoutPath(Expression<?> json, List<String> path) {
    return words(OperationNode.infix(node(json, "the JSON"), "#-", texts(path), SqlTypes.JSONB));
  }

  /**
   * A test whether a JSON path finds anything.
   *
   * @param json an expression of {@code JSONB}
   * @param path the path in the language of the SQL standard, such as {@code $.a[*] ? (@ > 2)}
   * @return the condition
   */
  public static Condition pathExists(Expression<?> json, String path) {
    return test(json, "@?", BindNode.of(present(path), PATH));
  }

  /**
   * A test whether the predicate of a JSON path holds.
   *
   * @param json an expression of {@code JSONB}
   * @param path the path in the language of the SQL standard, such as {@code $.a == 1}
   * @return the condition
   */
  public static Condition pathMatches(Expression<?> json, String path) {
    return test(json, "@@", BindNode.of(present(path), PATH));
  }

  /**
   * The value of a member of a map.
   *
   * @param map an expression of {@code HSTORE}
   * @param key the name of the member
   * @return the value, NULL if there is none
   */
  public static ColumnExpression<String> valueAt(
      Expression<Map<String, @Nullable String>> map, String key) {
    Node value = OperationNode.infix(
        node(map, "the map"), "->", BindNode.of(present(key), SqlTypes.STRING), SqlTypes.TEXT);
    return words(value).readAs(SqlTypes.TEXT);
  }

  private static Node texts(List<String> values) {
    return BindNode.of(present(values), SqlTypes.ARRAY(SqlTypes.TEXT));
  }

  private static <T> T present(@Nullable T value) {
    return ArgumentException.requireNonNull(value, "the operand of an operator of PostgreSQL");
  }

  private static Node node(Expression<?> expression, String what) {
    return ArgumentException.requireNonNull(expression, what).node();
  }

  private static Condition test(Expression<?> left, String symbol, Node right) {
    Node node = node(left, "the left operand of " + symbol);
    return words(OperationNode.infix(node, symbol, right, SqlTypes.BOOLEAN)).asCondition();
  }

  private static <T> Operation<T> words(Node node) {
    return new Operation<>(node);
  }

  /** An operation with all words. */
  private record Operation<T>(Node node) implements ColumnExpression<T> {
    @Override
    public String toString() {
      return ElementPrinter.INSTANCE.print(node);
    }
  }
}
