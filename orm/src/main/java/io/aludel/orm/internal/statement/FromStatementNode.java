package io.aludel.orm.internal.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.Statement;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.sql.tree.statement.TextNode;
import java.util.List;
import java.util.function.Consumer;

/** Entities and values to be read from the rows of a statement that is sent as it is. */
public final class FromStatementNode extends StatementNode {
  private final List<Node> items;
  private final StatementNode source;

  public FromStatementNode(List<Node> items, StatementNode source) {
    this.items = List.copyOf(items);
    this.source = source;
  }

  /** What is read from each row. */
  @Override
  public List<Node> items() {
    return items;
  }

  /** The statement that is sent, with the options of both. */
  public StatementNode source() {
    return source;
  }

  public FromStatementNode withSource(StatementNode other) {
    return other == source ? this : new FromStatementNode(items, other);
  }

  /** Text whose rows nobody described is read by the names of its columns. */
  public boolean isByName() {
    return source instanceof TextNode && source.items().isEmpty();
  }

  /** What is sent for a statement. */
  public static StatementNode sent(StatementNode statement) {
    return statement instanceof FromStatementNode from ? from.source : statement;
  }

  /** The options of a statement, wherever they stand. */
  public static List<StatementOption> options(StatementNode statement) {
    return sent(statement) instanceof Statement known ? known.options() : List.of();
  }

  /** The same statement with other options; those that take none stay as they are. */
  public static StatementNode withOptions(StatementNode statement, List<StatementOption> options) {
    if (statement instanceof FromStatementNode from) {
      return from.withSource(withOptions(from.source, options));
    }
    return statement instanceof Statement known ? known.withOptions(options) : statement;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(FromStatementNode.class).element(source).elements(items);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(source);
    items.forEach(action);
  }
}
