package io.aludel.sql.tree;

import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;

/** The constants of SQL, and the condition that is not there. */
public enum ConstantNode implements Node {
  /** True. */
  TRUE,
  /** False. */
  FALSE,
  /** NULL. */
  NULL,
  /** A condition that was given no value to compare with: it adds nothing. */
  ABSENT;

  @Override
  public SqlType<?> type(CompileScope scope) {
    return this == NULL ? SqlTypes.UNKNOWN : SqlTypes.BOOLEAN;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(this);
  }

  @Override
  public void accept(NodeVisitor visitor) {
    visitor.visit(this);
  }
}
