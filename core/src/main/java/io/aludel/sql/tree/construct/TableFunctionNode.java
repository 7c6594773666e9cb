package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;

/**
 * A function that gives a table; it stands in FROM under an alias.
 *
 * @param function the call
 * @param items the columns it gives, the number of a row last if it is counted
 * @param style how its columns are written
 */
public record TableFunctionNode(Node function, List<NamedColumnNode> items, Style style)
    implements SourceConstruct {
  @Override
  public void key(KeyBuilder keys) {
    keys.add(TableFunctionNode.class).add(style).element(function).elements(items);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(function);
  }

  @Override
  public FromNode rebuilt(Rewriter parts) {
    Node copy = parts.node(function);
    return copy == function ? this : new TableFunctionNode(copy, items, style);
  }

  @Override
  public void accept(SourceConstructVisitor visitor) {
    visitor.visit(this);
  }

  /** How the columns of a function are written. */
  public enum Style {
    /** Not at all: the function names them. */
    OWN_NAMES,
    /** As a list of names after the alias. */
    NAMED,
    /** As a list of names, of which the last is that of the number of a row. */
    NUMBERED,
    /** As a list of names with their types. */
    TYPED,
    /** As the alias itself, which is a value. */
    VALUE
  }
}
