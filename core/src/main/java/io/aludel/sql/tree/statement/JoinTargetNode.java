package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code JOIN} of a SELECT names: something rows come from, or a relationship, which is resolved
 * at compilation into one or two joins and knows its left side.
 */
public interface JoinTargetNode {
  /**
   * Adds the structure to a key.
   *
   * @param keys collects the key
   */
  void key(KeyBuilder keys);

  /**
   * The joins this stands for, in order.
   *
   * @param scope the compilation
   * @return the steps
   */
  List<Step> steps(CompileScope scope);

  /**
   * The joins this stands for, in order, where it matters which rows without a partner are kept: what is
   * joined from a link table on must be joined before, if it may be missing as a whole.
   *
   * @param scope the compilation
   * @param kind which rows without a partner are kept
   * @return the steps; those of {@link #steps(CompileScope)} unless overridden
   */
  default List<Step> steps(CompileScope scope, JoinNode.Kind kind) {
    return steps(scope);
  }

  /**
   * Hands every direct part to {@code action}, in the order of the key; none unless overridden.
   *
   * @param action takes the parts
   */
  default void forEachPart(Consumer<? super Element> action) {}

  /**
   * This target with its parts exchanged; this object itself unless overridden.
   *
   * @param parts makes the new parts
   * @return the target
   */
  default JoinTargetNode rebuilt(Rewriter parts) {
    return this;
  }

  /**
   * One join.
   *
   * @param left the side that must be in FROM already, or null to find one by foreign keys
   * @param right what is joined
   * @param on the condition, or null to infer it from foreign keys
   */
  record Step(
      @Nullable FromNode left, FromNode right, @Nullable Node on) {}
}
