package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;

/**
 * Conditions that must all, or of which one must, be true. The words flatten and simplify before they
 * make one.
 *
 * @param kind all or any
 * @param members two conditions or more, none of them a conjunction of the same kind
 */
public record ConjunctionNode(Kind kind, List<Node> members) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(kind).elements(members);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    members.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    List<Node> newMembers = parts.nodes(members);
    boolean same = newMembers == members;
    return same ? this : new ConjunctionNode(kind, newMembers);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }

  /** Whether all or any of the members must be true. */
  public enum Kind {
    /** All. */
    AND,
    /** Any. */
    OR
  }
}
