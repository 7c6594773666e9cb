package io.aludel.dialect.sqlite;

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
    return column.isAutoincrement() ? "INTEGER" : dialect().types().spell(column.type());
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
