package io.aludel.dialect.h2;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.dialect.internal.MergeInserts;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.ValuesNode;
import java.util.ArrayList;
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

  static final class Inserts extends MergeInserts {
    Inserts(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void write(InsertNode node) {
      Runnable statement = () -> {
        if (node.conflict() == null) {
          statement(node);
        } else {
          merge(node, node.conflict());
        }
      };
      selecting(compilation(), node.items(), "FINAL TABLE", statement);
    }

    @Override
    protected String database() {
      return "H2";
    }

    @Override
    protected void rows(InsertNode node, List<Node> columns) {
      values(node, columns);
      out().append(") AS excluded (");
      separated(", ", columns, this::bare);
      out().append(")");
    }

    private void values(InsertNode node, List<Node> columns) {
      if (node.source() != null) {
        query(node.source());
      } else {
        List<Node> named = new ArrayList<>();
        for (Node column : columns) {
          named.add(new NamedColumnNode("c", compilation().typeOf(column)));
        }
        compilation().selects().nested(new ValuesNode(named, node.rows()));
      }
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
