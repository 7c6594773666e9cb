package io.aludel.dialect.oracle;

import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.StatementOption;

/** That the nearest rows may be those an index finds, rather than exactly the nearest. */
record Approximate() implements StatementOption {
  @Override
  public void key(KeyBuilder keys) {
    keys.add(Approximate.class);
  }
}
