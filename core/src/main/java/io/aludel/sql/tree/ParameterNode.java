package io.aludel.sql.tree;

import io.aludel.types.SqlType;

/**
 * A value given when the statement runs, by name.
 *
 * @param name the name, without a colon
 * @param type the type
 */
public record ParameterNode(String name, SqlType<?> type) implements Node {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return type;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.parameter(name, type);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
