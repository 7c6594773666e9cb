package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;

/**
 * A column in a join condition, for which each use of the condition puts something else.
 *
 * @param column the column
 * @param end where it lies
 */
public record EndColumn(Column<?> column, End end) implements ReferenceNode {
  @Override
  public Node resolve(CompileScope scope) {
    return column;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(EndColumn.class).add(end).element(column);
  }

  EndColumn turned() {
    return new EndColumn(column, end.turned());
  }
}
