package io.aludel.orm.internal.loading;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.FromClauseParts.Join;
import io.aludel.sql.tree.statement.JoinTargetNode;
import java.util.List;

/** A join whose sides and condition loading has worked out. */
record KnownJoin(FromNode left, FromNode right, Node on) implements JoinTargetNode {
  /** The join as a clause of a SELECT. */
  static Join clause(JoinNode.Kind kind, FromNode left, FromNode right, Node on) {
    return new Join(kind, new KnownJoin(left, right, on), null);
  }

  @Override
  public List<Step> steps(CompileScope scope) {
    return List.of(new Step(left, right, on));
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(KnownJoin.class).element(left).element(right).element(on);
  }
}
