package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import java.util.List;

/**
 * An application's own statement: it declares its key and writes its SQL. One that has values or parts
 * to be exchanged by a {@link io.aludel.sql.tree.Rewriter} overrides {@code rebuilt} and {@code
 * forEachPart} too.
 */
public abstract non-sealed class ExtensionStatement extends StatementNode implements Statement {
  /** For statements of applications. */
  protected ExtensionStatement() {}

  /**
   * Writes the statement.
   *
   * @param out takes text, names, nodes, tables and queries
   */
  public abstract void write(ExtensionNode.Writer out);

  /** Gives no described rows unless a statement says otherwise. */
  @Override
  public List<Node> items() {
    return List.of();
  }

  @Override
  public final ExtensionStatement withOptions(List<? extends StatementOption> others) {
    return this;
  }

  @Override
  public final <R> R accept(StatementVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
