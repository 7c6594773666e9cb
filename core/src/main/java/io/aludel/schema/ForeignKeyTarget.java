package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import org.jspecify.annotations.Nullable;

/** One end of a foreign key: a column, or the names by which it is found later. */
record ForeignKeyTarget(
    @Nullable String schema,
    String tableName,
    String columnName,
    @Nullable Column<?> column) {

  static ForeignKeyTarget of(Column<?> column) {
    ArgumentException.requireNonNull(column, "the target of a foreign key");
    return new ForeignKeyTarget(null, "", column.key(), column);
  }

  static ForeignKeyTarget parse(String text) {
    ArgumentException.requireText(text, "the target of a foreign key");
    int column = text.lastIndexOf('.');
    int table = text.lastIndexOf('.', column - 1);
    if (column <= 0 || column == text.length() - 1 || column - table < 2) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "'" + text + "' is no target of a foreign key. Write \"table.column\" or"
              + " \"schema.table.column\".");
    }
    String schema = table < 0 ? null : text.substring(0, table);
    return new ForeignKeyTarget(
        schema, text.substring(table + 1, column), text.substring(column + 1), null);
  }

  Column<?> resolve(ForeignKey owner) {
    MetaData metadata = owner.table().metadata();
    Column<?> found = find(metadata);
    if (found != null) {
      return found;
    }
    Table target = findTable(metadata);
    if (target == null) {
      throw new NoReferencedTableException(owner, tableName, metadata);
    }
    throw new NoReferencedColumnException(owner, target, columnName);
  }

  @Nullable Column<?> find(MetaData metadata) {
    if (column != null) {
      return column;
    }
    Table target = findTable(metadata);
    return target == null ? null : target.findColumn(columnName);
  }

  private @Nullable Table findTable(MetaData metadata) {
    return metadata.findTable(Table.key(schema != null ? schema : metadata.schema(), tableName));
  }

  @Override
  public String toString() {
    if (column != null) {
      return column.toString();
    }
    return (schema == null ? "" : schema + ".") + tableName + "." + columnName;
  }
}
