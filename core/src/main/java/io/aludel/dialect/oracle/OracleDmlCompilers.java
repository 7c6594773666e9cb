package io.aludel.dialect.oracle;

import io.aludel.CoreError;
import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.dialect.internal.MergeInserts;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.statement.ConflictNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.ValuesNode;
import io.aludel.types.SqlType;
import io.aludel.types.Wrapping;
import java.util.ArrayList;
import java.util.List;

/**
 * INSERT, UPDATE and DELETE of Oracle, where what comes back comes in parameters. Columns of an INSERT
 * are asked of the driver as generated keys, which makes those parameters; others are made here.
 */
final class OracleDmlCompilers {
  private OracleDmlCompilers() {}

  private static List<Node> expanded(Compilation compilation, List<Node> items) {
    List<Node> columns = new ArrayList<>(items.size());
    for (Node item : items) {
      ProjectionNode.expand(item, compilation, columns::add);
    }
    return columns;
  }

  /** Writes RETURNING with a parameter for each value. */
  private static void returning(Compilation compilation, List<Node> items) {
    List<Node> columns = expanded(compilation, items);
    List<SqlType<?>> types = new ArrayList<>();
    String separator = " RETURNING ";
    for (Node column : columns) {
      SqlType<?> type = compilation.typeOf(column);
      types.add(type);
      Wrapping around = compilation.types().selected(type);
      compilation.out().append(separator).append(around.before());
      compilation.expressions().operand(column, Precedence.COMMA, null);
      compilation.out().append(around.after());
      separator = ", ";
    }
    if (!columns.isEmpty()) {
      compilation.out().append(" INTO ?" + ", ?".repeat(columns.size() - 1));
      compilation.giveBackParameters(types);
    }
  }

  static final class Inserts extends MergeInserts {
    Inserts(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void write(InsertNode node) {
      ConflictNode conflict = node.conflict();
      boolean merged = conflict != null;
      if (conflict != null && !node.columns().isEmpty()) {
        merge(node, conflict);
      } else {
        statement(node);
      }
      if (node.items().isEmpty()) {
        return;
      }
      if (merged || node.source() != null) {
        throw new CompileException(
            CoreError.CANNOT_COMPILE,
            compilation().dialect().name(),
            "Cannot compile RETURNING of an " + (merged ? "upsert" : "INSERT from a query")
                + ": Oracle gives rows back from an INSERT of values only. Run a SELECT instead.");
      }
      back(node);
    }

    private void back(InsertNode node) {
      List<String> names = new ArrayList<>();
      for (Node item : expanded(compilation(), node.items())) {
        if (!(unlabelled(item) instanceof ColumnNode column) || isWrapped(column)) {
          OracleDmlCompilers.returning(compilation(), node.items());
          return;
        }
        names.add(compilation().dialect().identifiers().prepare(column.name(), column.quoting()));
      }
      compilation().giveBackKeys(names);
    }

    private Node unlabelled(Node item) {
      Node resolved = compilation().resolved(item);
      return resolved instanceof LabelNode label
          ? compilation().resolved(label.operand())
          : resolved;
    }

    private boolean isWrapped(ColumnNode column) {
      return !compilation().types().selected(compilation().typeOf(column)).isEmpty();
    }

    @Override
    protected void defaults(FromNode target) {
      FromNode table = target instanceof AliasNode alias && alias.source() instanceof FromNode inner
          ? compilation().resolved(inner)
          : target;
      out().append(" (");
      bare(((TableNode) table).columnNodes().get(0));
      out().append(") VALUES (DEFAULT)");
    }

    @Override
    protected String database() {
      return "Oracle";
    }

    @Override
    protected void rows(InsertNode node, List<Node> columns) {
      if (node.source() == null) {
        List<Node> named = new ArrayList<>();
        for (Node column : columns) {
          named.add(
              new NamedColumnNode(((ColumnNode) column).name(), compilation().typeOf(column)));
        }
        OracleSelectCompiler.rows(compilation(), new ValuesNode(named, node.rows()));
      } else {
        String given = compilation().nameOf(new AliasNode(node.source(), null)); // no table's name
        out().append("WITH ").append(given).append("(");
        separated(", ", columns, this::bare);
        out().append(") AS (");
        query(node.source());
        out().append(") SELECT * FROM ").append(given);
      }
      out().append(") excluded");
    }

    @Override
    protected void on(Runnable equalities) {
      out().append("(");
      equalities.run();
      out().append(")");
    }

    @Override
    protected void matched(FromNode target, ConflictNode conflict) {
      out().append(" WHEN MATCHED THEN UPDATE");
      changes(target, conflict, " SET ");
      compilation().selects().conditions(" WHERE ", conflict.where());
    }
  }

  static final class Updates extends UpdateCompiler {
    Updates(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void returning(List<Node> items, Capability needed) {
      OracleDmlCompilers.returning(compilation(), items);
    }
  }

  static final class Deletes extends DeleteCompiler {
    Deletes(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void returning(List<Node> items, Capability needed) {
      OracleDmlCompilers.returning(compilation(), items);
    }
  }
}
