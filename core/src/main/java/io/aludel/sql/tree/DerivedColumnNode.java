package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import java.util.function.Consumer;

/**
 * A column as an alias or a subquery shows it.
 *
 * @param owner the alias
 * @param name the column's name there as far as it is known; of a subquery, the compilation decides
 * @param origin the expression behind it, which has the type
 */
public record DerivedColumnNode(FromNode owner, String name, Node origin) implements ColumnNode {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return origin.type(scope);
  }

  @Override
  public Quoting quoting() {
    return origin instanceof ColumnNode column ? column.quoting() : Quoting.AUTO;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(DerivedColumnNode.class).add(name).element(owner).element(origin);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(owner);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    FromNode newOwner = parts.from(owner);
    return newOwner == owner ? this : new DerivedColumnNode(newOwner, name, parts.node(origin));
  }
}
