package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate function with what SQL writes beside its arguments.
 *
 * @param function the function
 * @param orderBy the order in which it takes its values, or none
 * @param withinGroup the order of an ordered-set function, or none
 * @param filter the condition on rows that count, or null
 */
public record AggregateNode(
    FunctionNode function,
    List<Node> orderBy,
    List<Node> withinGroup,
    @Nullable Node filter) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return result(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(AggregateNode.class).element(function).elements(orderBy).elements(withinGroup);
    keys.optional(filter);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(function);
    orderBy.forEach(action);
    withinGroup.forEach(action);
    if (filter != null) {
      action.accept(filter);
    }
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new AggregateNode(
        (FunctionNode) function.rebuilt(parts),
        parts.nodes(orderBy),
        parts.nodes(withinGroup),
        parts.optional(filter));
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }

  private SqlType<?> result(CompileScope scope) {
    boolean open = function.result() == null && !withinGroup.isEmpty();
    return open ? withinGroup.get(0).type(scope) : function.type(scope);
  }
}
