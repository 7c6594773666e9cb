package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * An alias where a value is wanted: what a function gives that has one column.
 *
 * @param source the alias
 * @param result the type of the value
 */
public record RowNode(FromNode source, SqlType<?> result) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return result;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(RowNode.class).add(result).element(source);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(source);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    return new RowNode(parts.from(source), result);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
