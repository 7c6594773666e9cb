package io.aludel.dialect.mysql;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.statement.Additions;
import io.aludel.sql.tree.statement.ConflictNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.List;

/** INSERT, UPDATE and DELETE of MySQL. */
final class MysqlDmlCompilers {
  private MysqlDmlCompilers() {}

  static final class Inserts extends InsertCompiler {
    Inserts(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected String defaults() {
      return " () VALUES ()";
    }

    @Override
    protected void query(QueryNode source) {
      compilation().gatheringCommonTables(() -> super.query(source));
    }

    @Override
    protected void conflict(InsertNode node, FromNode target, ConflictNode conflict) {
      boolean aimed = !conflict.target().equals(ConflictNode.Target.ANY);
      compilation()
          .require(
              aimed ? Capability.UPSERT_TARGET : Capability.UPSERT,
              "an upsert that names a unique key",
              "Every unique key counts there: name none.");
      if (!conflict.where().isEmpty()) {
        compilation()
            .require(
                Capability.UPSERT_CONDITION,
                "an upsert with a condition",
                "Choose the value to set with a CASE.");
      }
      if (conflict.assignments().isEmpty()) {
        Node first = node.columns().get(0);
        out().append(" ON DUPLICATE KEY UPDATE ");
        bare(first);
        out().append(" = ");
        compilation().expressions().write(written(target, first));
      } else {
        changes(target, conflict, " ON DUPLICATE KEY UPDATE ");
      }
    }
  }

  static final class Updates extends UpdateCompiler {
    Updates(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void tables(UpdateNode node, FromNode target, List<FromNode> others) {
      out().append("UPDATE ");
      compilation().remarks(node.additions(), Additions.Place.PREFIX);
      compilation().froms().write(target);
      for (FromNode other : others) {
        out().append(", ");
        compilation().froms().write(other);
      }
      assignments(node, target, !others.isEmpty());
    }
  }

  static final class Deletes extends DeleteCompiler {
    Deletes(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void tables(DeleteNode node, FromNode target, List<FromNode> others) {
      out().append("DELETE ");
      compilation().remarks(node.additions(), Additions.Place.PREFIX);
      out().append("FROM ");
      compilation().froms().write(target);
      if (!others.isEmpty()) {
        out().append(" USING ");
        compilation().froms().write(target);
        out().append(", ");
        compilation().froms().list(others);
      }
    }
  }
}
