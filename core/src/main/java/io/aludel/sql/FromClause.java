package io.aludel.sql;

import io.aludel.sql.internal.FromTarget;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode.Kind;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.JoinTargetNode;

/** Something rows come from: a table, an alias, a join, an entity. Immutable and safe to share. */
public interface FromClause extends JoinTarget {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  FromNode fromNode();

  /**
   * A second occurrence of this, under a name.
   *
   * @param name the name
   * @return the alias
   */
  default Alias as(String name) {
    return Alias.of(fromNode(), Operands.name(name, "as"));
  }

  /**
   * A second occurrence of this, under a name made when the statement is compiled.
   *
   * @return the alias
   */
  default Alias alias() {
    return Alias.of(fromNode(), null);
  }

  /**
   * Some rows of a table, chosen by the database: {@code TABLESAMPLE}.
   *
   * @param name the name they go by
   * @param method the function that chooses, such as {@code bernoulli} of a percentage
   * @return the rows
   */
  default Alias sample(String name, Expression<?> method) {
    Node chosen = Operands.present(method, "sample", "method").node();
    AliasNode.Sample sample = new AliasNode.Sample(chosen, null);
    return new Alias(AliasNode.sample(fromNode(), Operands.name(name, "sample"), sample));
  }

  /**
   * Some rows of a table, chosen by the database, the same with the same seed.
   *
   * @param name the name they go by
   * @param method the function that chooses, such as {@code bernoulli} of a percentage
   * @param seed the seed
   * @return the rows
   */
  default Alias sample(String name, Expression<?> method, Expression<?> seed) {
    Node chosen = Operands.present(method, "sample", "method").node();
    Node repeatable = Operands.present(seed, "sample", "seed").node();
    AliasNode.Sample sample = new AliasNode.Sample(chosen, repeatable);
    return new Alias(AliasNode.sample(fromNode(), Operands.name(name, "sample"), sample));
  }

  /**
   * This joined with another; the condition comes from the foreign key between them.
   *
   * @param right the other side
   * @return the join
   */
  default Join join(FromClause right) {
    return Join.of(this, right, Kind.INNER, null);
  }

  /**
   * This joined with another.
   *
   * @param right the other side
   * @param on the condition
   * @return the join
   */
  default Join join(FromClause right, Condition on) {
    return Join.of(this, right, Kind.INNER, on);
  }

  /**
   * This joined with another, keeping rows of this without a partner; the condition comes from the
   * foreign key between them.
   *
   * @param right the other side
   * @return the join
   */
  default Join leftJoin(FromClause right) {
    return Join.of(this, right, Kind.LEFT, null);
  }

  /**
   * This joined with another, keeping rows of this without a partner.
   *
   * @param right the other side
   * @param on the condition
   * @return the join
   */
  default Join leftJoin(FromClause right, Condition on) {
    return Join.of(this, right, Kind.LEFT, on);
  }

  @Override
  default JoinTargetNode joinNode() {
    return new FromTarget(fromNode());
  }
}
