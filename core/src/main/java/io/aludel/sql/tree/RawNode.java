package io.aludel.sql.tree;

import io.aludel.types.SqlType;

/**
 * SQL text that stands as it is.
 *
 * @param sql the text
 * @param type the type of its value
 */
public record RawNode(String sql, SqlType<?> type) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return type;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(RawNode.class).add(sql).add(type);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
