package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands for another node until compilation: a mapped attribute, or an entity in a select list, which
 * resolves to a {@link ProjectionNode}. Two references must be equal exactly if they always resolve to
 * the same node. Its text for people is its {@code toString()}, and the source it belongs to is its only
 * part, so that such text can name the source.
 */
public non-sealed interface ReferenceNode extends Node {
  /**
   * What this stands for. Called at most once per compilation for equal references.
   *
   * @param scope the compilation
   * @return the node
   */
  Node resolve(CompileScope scope);

  /**
   * What is written when a value is assigned to this in a statement.
   *
   * @param value a value, an expression or null
   * @return values by column, where columns are nodes or names; null when this is a column itself
   */
  default @Nullable Map<Object, @Nullable Object> assigned(@Nullable Object value) {
    return null;
  }

  /**
   * The occurrence whose rows it is about, where that is more than what its columns belong to: an entity
   * may be a join of tables.
   *
   * @return the occurrence, or null where the columns say enough
   */
  default @Nullable FromReference home() {
    return null;
  }

  @Override
  default SqlType<?> type(CompileScope scope) {
    Node resolved = scope.resolve(this);
    return resolved == this ? SqlTypes.DEFERRED : resolved.type(scope);
  }

  @Override
  default void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
