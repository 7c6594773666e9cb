package io.aludel.sql.tree.construct;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.types.SqlType;

/**
 * A value that is written into the SQL instead of being bound; it is part of the shape of its statement.
 *
 * @param value the value
 * @param literal its type
 */
public record InlineNode(Object value, SqlType<?> literal) implements Construct {
  @Override
  public SqlType<?> type(CompileScope scope) {
    return literal;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(InlineNode.class).add(literal).add(value);
  }

  @Override
  public void accept(ConstructVisitor visitor) {
    visitor.visit(this);
  }
}
