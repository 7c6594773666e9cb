package io.aludel.orm.mapping.internal;

import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;

/**
 * A column of an occurrence of an entity, whether an attribute maps it or not.
 *
 * @param owner the occurrence
 * @param column a column of the tables of the entity
 */
public record ColumnOfSource(EntitySource owner, Column<?> column) implements ReferenceNode {
  @Override
  public Node resolve(CompileScope scope) {
    return AttributeNode.columnOf(scope, owner, column);
  }

  @Override
  public FromReference home() {
    return owner;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(ColumnOfSource.class).add(column).element(owner);
  }

  @Override
  public String toString() {
    return owner + "." + column.name();
  }
}
