package io.aludel.sql.internal;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.statement.JoinTargetNode;
import java.util.List;
import java.util.function.Consumer;

/** A join with something rows come from, on whatever condition and left side are found. */
public record FromTarget(FromNode right) implements JoinTargetNode {
  @Override
  public void key(KeyBuilder keys) {
    keys.element(right);
  }

  @Override
  public List<Step> steps(CompileScope scope) {
    return List.of(new Step(null, right, null));
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(right);
  }

  @Override
  public FromTarget rebuilt(Rewriter parts) {
    FromNode copy = parts.from(right);
    return copy == right ? this : new FromTarget(copy);
  }
}
