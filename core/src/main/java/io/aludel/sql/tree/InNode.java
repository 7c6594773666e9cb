package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;

/**
 * A test whether a value is among others.
 *
 * @param operand the value
 * @param members one expanding {@link BindNode}, one {@link SubqueryNode}, or any expressions
 * @param negated true for {@code NOT IN}
 */
public record InNode(Node operand, List<Node> members, boolean negated) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(InNode.class).add(negated).element(operand).elements(members);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(operand);
    members.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node newOperand = parts.node(operand);
    List<Node> newMembers = parts.nodes(members);
    boolean same = newOperand == operand && newMembers == members;
    return same ? this : new InNode(newOperand, newMembers, negated);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
