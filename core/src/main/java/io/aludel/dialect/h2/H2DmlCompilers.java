package io.aludel.dialect.h2;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.ConflictNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.sql.tree.statement.ValuesNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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
      Runnable statement = () -> {
        if (node.conflict() == null) {
          statement(node);
        } else {
          merge(node, node.conflict());
        }
      };
      selecting(compilation(), node.items(), "FINAL TABLE", statement);
    }

    /** An upsert is a MERGE with the rows that were to be inserted. */
    private void merge(InsertNode node, ConflictNode conflict) {
      ConflictNode.Target key = conflict.target();
      if (key.columns().isEmpty() || !key.where().isEmpty()) {
        throw new CompileException(
            CoreError.CANNOT_COMPILE,
            compilation().dialect().name(),
            "Cannot compile an upsert: H2 must be told the columns of the unique key, and nothing"
                + " else about it. Name them in onConflict(…).");
      }
      refuseClauseAmid(node);
      FromNode target = target(node.target(), "MERGE");
      List<Node> columns =
          node.columns().stream().map(column -> written(target, column)).toList();
      enter(List.of(target));
      out().append("MERGE ");
      compilation().remarks(node.additions(), Additions.Place.PREFIX);
      out().append("INTO ");
      compilation().froms().write(target);
      out().append(" USING (");
      rows(node, columns);
      out().append(") AS excluded (");
      separated(", ", columns, this::bare);
      out().append(") ON ");
      separated(" AND ", key.columns(), column -> {
        compilation().expressions().write(written(target, column));
        out().append(" = excluded.");
        bare(written(target, column));
      });
      if (!conflict.assignments().isEmpty()) {
        out().append(" WHEN MATCHED");
        compilation().selects().conditions(" AND ", conflict.where());
        out().append(" THEN UPDATE");
        changes(target, conflict, " SET ");
      }
      out().append(" WHEN NOT MATCHED THEN INSERT (");
      separated(", ", columns, this::bare);
      out().append(") VALUES (");
      separated(", ", columns, column -> {
        out().append("excluded.");
        bare(column);
      });
      out().append(")");
      compilation().remarks(node.additions(), Additions.Place.SUFFIX);
    }

    private void refuseClauseAmid(InsertNode node) {
      for (Additions.Clause clause : node.additions().clauses()) {
        if (clause.point() == Additions.Point.AFTER_VALUES) {
          throw new CompileException(
              CoreError.CANNOT_COMPILE,
              compilation().dialect().name(),
              "Cannot compile a clause at AFTER_VALUES of an upsert: to H2 an upsert is a MERGE, whose"
                  + " rows come before everything else. Put the clause at END.");
        }
      }
    }

    private void rows(InsertNode node, List<Node> columns) {
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

    private void separated(String separator, List<Node> nodes, Consumer<Node> action) {
      String before = "";
      for (Node node : nodes) {
        out().append(before);
        action.accept(node);
        before = separator;
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
