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
 * @param items the expressions, others that make an object among them
 * @param assembler makes the object from the values of {@code items}, in their order, one for each
 *     column
 * @param name the name of the object in the row, or null for that of its first column
 */
public record ProjectionNode(
    List<Node> items,
    Function<@Nullable Object[], ? extends @Nullable Object> assembler,
    @Nullable String name)
    implements Node {
  /**
   * Makes an object that has no name of its own.
   *
   * @param items the expressions
   * @param assembler makes the object from the values of {@code items}, in their order
   */
  public ProjectionNode(
      List<Node> items, Function<@Nullable Object[], ? extends @Nullable Object> assembler) {
    this(items, assembler, null);
  }

  /**
   * Takes an entry of a select list apart into the columns it is made of.
   *
   * @param item the entry
   * @param scope resolves references
   * @param action is called for each column
   */
  public static void expand(Node item, CompileScope scope, Consumer<? super Node> action) {
    Node resolved = scope.resolved(item);
    if (resolved instanceof ProjectionNode projection) {
      projection.items().forEach(part -> expand(part, scope, action));
    } else {
      action.accept(resolved);
    }
  }

  /**
   * The number of columns, if each expression that makes no object is one.
   *
   * @return the number of values that the assembler takes
   */
  public int width() {
    int width = 0;
    for (Node item : items) {
      width += item instanceof ProjectionNode inner ? inner.width() : 1;
    }
    return width;
  }

  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.UNKNOWN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ProjectionNode.class).add(name == null ? "" : name).elements(items);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    items.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    List<Node> newItems = parts.nodes(items);
    boolean same = newItems == items;
    return same ? this : new ProjectionNode(newItems, assembler, name);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
