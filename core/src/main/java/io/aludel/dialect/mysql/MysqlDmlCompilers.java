package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.sql.tree.FromNode;
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
  }

  static final class Updates extends UpdateCompiler {
    Updates(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void tables(UpdateNode node, FromNode target, List<FromNode> others) {
      out().append("UPDATE ");
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
    protected void tables(FromNode target, List<FromNode> others) {
      out().append("DELETE FROM ");
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
