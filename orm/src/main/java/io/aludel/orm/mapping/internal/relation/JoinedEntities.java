package io.aludel.orm.mapping.internal.relation;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.JoinTargetNode.Step;

/** An entity joined along one of its relationships, as one thing to select from. */
public final class JoinedEntities implements FromReference {
  private final RelationshipJoin join;
  private final JoinNode.Kind kind;

  /** The owner of the relationship joined with its target. */
  public JoinedEntities(RelationshipJoin join, JoinNode.Kind kind) {
    this.join = join;
    this.kind = kind;
  }

  @Override
  public FromNode resolve(CompileScope scope) {
    FromNode joined = join.path().owner();
    for (Step step : join.steps(scope, kind)) {
      joined = new JoinNode(joined, step.right(), kind, step.on());
    }
    return joined;
  }

  @Override
  public void key(KeyBuilder keys) {
    if (keys.isFirst(this)) {
      keys.add(JoinedEntities.class).add(kind);
      join.key(keys);
    }
  }

  @Override
  public String toString() {
    return join.toString();
  }
}
