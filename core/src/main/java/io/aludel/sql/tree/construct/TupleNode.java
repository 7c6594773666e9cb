package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Several values that are compared as one.
 *
 * @param members the values, in order
 */
public record TupleNode(List<Node> members) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    List<SqlType<?>> types = new ArrayList<>(members.size());
    for (Node member : members) {
      types.add(member.type(scope));
    }
    return new TupleType(List.copyOf(types));
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(TupleNode.class).elements(members);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    members.forEach(action);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    List<Node> copies = parts.nodes(members);
    return copies == members ? this : new TupleNode(copies);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
