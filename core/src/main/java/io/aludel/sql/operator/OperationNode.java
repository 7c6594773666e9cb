package io.aludel.sql.operator;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.List;
import java.util.function.Consumer;

/**
 * An operation that databases spell differently, or do not have. A dialect's expression compiler
 * writes it.
 *
 * @param form what is done
 * @param operands what it is done with
 * @param result the type of the value
 */
public record OperationNode(Form form, List<Node> operands, SqlType<?> result)
    implements ExtensionNode {
  /** Keeps its own copy of the list. */
  public OperationNode {
    operands = List.copyOf(operands);
  }

  /**
   * An operator between two operands.
   *
   * @param left the left operand
   * @param symbol the operator
   * @param right the right operand
   * @param result the type of the value
   * @return the operation
   */
  public static OperationNode infix(Node left, String symbol, Node right, SqlType<?> result) {
    return new OperationNode(new Form.Infix(symbol), List.of(left, right), result);
  }

  @Override
  public SqlType<?> type(CompileScope scope) {
    return result;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(OperationNode.class).add(form).add(result).elements(operands);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    operands.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    List<Node> changed = parts.nodes(operands);
    return changed == operands ? this : new OperationNode(form, changed, result);
  }

  /** Text for people; compilers of dialects do not ask for it. */
  @Override
  public void write(Writer out) {
    String separator = form.getClass().getSimpleName() + "(";
    if (form instanceof Form.Infix infix && operands.size() == 2) {
      out.node(operands.get(0)).text(" " + infix.symbol() + " ").node(operands.get(1));
      return;
    }
    for (Node operand : operands) {
      out.text(separator).node(operand);
      separator = ", ";
    }
    out.text(")");
  }
}
