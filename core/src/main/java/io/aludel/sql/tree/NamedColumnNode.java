package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a name alone, which belongs to nothing.
 *
 * @param name the name
 * @param type the type
 */
public record NamedColumnNode(String name, SqlType<?> type) implements ColumnNode {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return type;
  }

  @Override
  public @Nullable FromNode owner() {
    return null;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(NamedColumnNode.class).add(name).add(type);
  }
}
