package io.aludel.dialect.h2;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.List;

/** INSERT, UPDATE and DELETE of H2, where what comes back is a SELECT from the statement. */
final class H2DmlCompilers {
  private H2DmlCompilers() {}

  private static void selecting(
      Compilation compilation, List<Node> items, String table, Runnable statement) {
    if (items.isEmpty()) {
      statement.run();
      return;
    }
    compilation.out().append("SELECT ");
    compilation.froms().unqualified(() -> compilation.selects().columns(items));
    compilation.out().append(" FROM ").append(table).append(" (");
    statement.run();
    compilation.out().append(")");
  }

  static final class Inserts extends InsertCompiler {
    Inserts(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void write(InsertNode node) {
      selecting(compilation(), node.items(), "FINAL TABLE", () -> statement(node));
    }
  }

  static final class Updates extends UpdateCompiler {
    Updates(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void write(UpdateNode node) {
      selecting(compilation(), node.items(), "FINAL TABLE", () -> statement(node));
    }
  }

  static final class Deletes extends DeleteCompiler {
    Deletes(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void write(DeleteNode node) {
      selecting(compilation(), node.items(), "OLD TABLE", () -> statement(node));
    }
  }
}
