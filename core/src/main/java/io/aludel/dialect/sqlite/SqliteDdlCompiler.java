package io.aludel.dialect.sqlite;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;

/** DDL of SQLite, where only an INTEGER key is the row's own number and generates itself. */
final class SqliteDdlCompiler extends DdlCompiler {
  SqliteDdlCompiler(Dialect dialect) {
    super(dialect);
  }

  @Override
  protected String type(Column<?> column) {
    if (!column.isAutoincrement()) {
      return dialect().types().spell(column.type());
    }
    if (column.table().primaryKey().columnNames().size() > 1) {
      throw new CompileException(
          CoreError.AUTOINCREMENT_IMPOSSIBLE,
          dialect().name(),
          "Column '"
              + column
              + "' cannot generate its values: SQLite generates keys of one column only. Leave"
              + " autoincrement out and give the values, or make it the only column of the key.");
    }
    return "INTEGER";
  }

  /** A foreign key cannot lead to another database file. */
  @Override
  protected boolean standsInline(Constraint constraint) {
    return !(constraint instanceof ForeignKey key)
        || java.util.Objects.equals(key.table().schema(), key.referredTable().schema());
  }

  @Override
  protected String createdIndexName(Index index) {
    return dialect().identifiers().prepare(index.table().schema(), index.name());
  }

  @Override
  protected String indexedTable(Index index) {
    return name(index.table().name());
  }
}
