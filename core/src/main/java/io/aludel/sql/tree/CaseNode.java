package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A choice.
 *
 * @param operand what is compared with each {@code WHEN}, or null when those are conditions
 * @param whens the conditions or values
 * @param thens the results, one for each of {@code whens}
 * @param otherwise the result when none applies, or null for NULL
 */
public record CaseNode(
    @Nullable Node operand,
    List<Node> whens,
    List<Node> thens,
    @Nullable Node otherwise) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return thens.get(0).type(scope);
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(CaseNode.class).optional(operand).elements(whens).elements(thens).optional(otherwise);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    if (operand != null) {
      action.accept(operand);
    }
    whens.forEach(action);
    thens.forEach(action);
    if (otherwise != null) {
      action.accept(otherwise);
    }
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.optional(operand);
    List<Node> newWhens = parts.nodes(whens);
    List<Node> newThens = parts.nodes(thens);
    Node newOtherwise = parts.optional(otherwise);
    boolean same = newOperand == operand
        && newWhens == whens
        && newThens == thens
        && newOtherwise == otherwise;
    return same ? this : new CaseNode(newOperand, newWhens, newThens, newOtherwise);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
