package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.TextParser;
import io.aludel.sql.internal.TextQuery;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.TextNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement given as SQL text. A name after a colon is a parameter, except within quotes and comments;
 * a double colon is a cast, and a colon after a backslash stands for itself. Immutable; every method
 * gives a changed copy.
 */
public final class TextStatement implements RowStatement<Object> {
  private final TextNode node;
  private final List<String> names;

  private TextStatement(TextNode node, List<String> names) {
    this.node = node;
    this.names = names;
  }

  static TextStatement of(String sql) {
    TextParser parser = new TextParser(sql).parse();
    List<Node> parameters = new ArrayList<>();
    for (String name : parser.names()) {
      parameters.add(new ParameterNode(name, SqlTypes.UNKNOWN));
    }
    return new TextStatement(
        new TextNode(parser.fragments(), parameters, List.of()), parser.names());
  }

  @Override
  public TextNode statementNode() {
    return node;
  }

  /**
   * A copy with the value of a parameter.
   *
   * @param name the parameter's name
   * @param value the value, null for NULL
   * @return the copy
   * @throws ArgumentException if there is no such parameter, or no SQL type holds such a value
   */
  public TextStatement bind(String name, @Nullable Object value) {
    SqlType<?> type =
        value == null ? SqlTypes.UNKNOWN : (SqlType<?>) SqlTypes.forJava(value.getClass());
    return with(name, BindNode.of(value, type));
  }

  /**
   * A copy with the value of a parameter.
   *
   * @param name the parameter's name
   * @param value the value, null for NULL
   * @param type its type
   * @param <T> its Java type
   * @return the copy
   * @throws ArgumentException if there is no such parameter
   */
  public <T> TextStatement bind(String name, @Nullable T value, SqlType<T> type) {
    return with(name, BindNode.of(value, Operands.present(type, "bind", "type")));
  }

  /**
   * A copy that states the type of a parameter whose value is given when it runs.
   *
   * @param name the parameter's name
   * @param type its type
   * @return the copy
   * @throws ArgumentException if there is no such parameter
   */
  public TextStatement parameter(String name, SqlType<?> type) {
    return with(name, new ParameterNode(name, Operands.present(type, "parameter", "type")));
  }

  /**
   * The statement with its rows described.
   *
   * @param first what the first column of each row is read as
   * @param more what the others are read as
   * @param <T> the Java type of the first
   * @return the statement
   */
  public <T> Query<T> columns(Selectable<T> first, Selectable<?>... more) {
    List<Node> items = List.of(Operands.present(first, "columns", "expression").node());
    return new TextQuery<>(node.withItems(Lists.nodes(items, more, "columns")));
  }

  /**
   * A copy with further options for the layers above Core.
   *
   * @param options the options
   * @return the copy
   */
  public TextStatement options(StatementOption... options) {
    return new TextStatement(
        node.withOptions(Lists.added(node.options(), options, "options")), names);
  }

  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(node);
  }

  private TextStatement with(String name, Node parameter) {
    List<Node> parameters = new ArrayList<>(node.parameters());
    boolean found = false;
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(name)) {
        parameters.set(i, parameter);
        found = true;
      }
    }
    if (!found) {
      throw new ArgumentException(
          CoreError.NO_SUCH_NAME,
          "Cannot bind parameter '"
              + name
              + "': the text has the parameters "
              + names
              + ". Use one of these.");
    }
    return new TextStatement(node.withParameters(parameters), names);
  }
}
