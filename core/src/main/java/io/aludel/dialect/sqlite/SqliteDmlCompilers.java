package io.aludel.dialect.sqlite;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.DeleteCompiler;
import io.aludel.dialect.InsertCompiler;
import io.aludel.dialect.UpdateCompiler;
import io.aludel.sql.tree.Node;
import java.util.List;

/** INSERT, UPDATE and DELETE of SQLite, whose RETURNING knows columns by their bare names only. */
final class SqliteDmlCompilers {
  private SqliteDmlCompilers() {}

  static final class Inserts extends InsertCompiler {
    Inserts(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void returning(List<Node> items, Capability needed) {
      compilation().froms().unqualified(() -> super.returning(items, needed));
    }
  }

  static final class Updates extends UpdateCompiler {
    Updates(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void returning(List<Node> items, Capability needed) {
      compilation().froms().unqualified(() -> super.returning(items, needed));
    }
  }

  static final class Deletes extends DeleteCompiler {
    Deletes(Compilation compilation) {
      super(compilation);
    }

    @Override
    protected void returning(List<Node> items, Capability needed) {
      compilation().froms().unqualified(() -> super.returning(items, needed));
    }
  }
}
