package io.aludel.orm.internal.session;

import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.sql.Executable;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.StatementNode;

/** A statement as listeners see it, whoever wrote it. */
record Shown(StatementNode statementNode) implements Executable {
  @Override
  public String toString() {
    return ElementPrinter.INSTANCE.print(FromStatementNode.sent(statementNode));
  }
}
