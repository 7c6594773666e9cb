package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Several expressions of a select list that make one object of the row. How it is made is no part of
 * the statement's shape: a result takes it from the statement that ran.
 *
 * @param items the expressions
 * @param assembler makes the object from the values of {@code items}, in their order
 */
public record ProjectionNode(
    List<Node> items, Function<@Nullable Object[], ? extends @Nullable Object> assembler)
    implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.UNKNOWN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ProjectionNode.class).elements(items);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    items.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    List<Node> newItems = parts.nodes(items);
    boolean same = newItems == items;
    return same ? this : new ProjectionNode(newItems, assembler);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
