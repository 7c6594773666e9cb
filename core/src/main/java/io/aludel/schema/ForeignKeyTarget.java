package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One end of a foreign key: a column, or the names or the function by which it is found later. */
record ForeignKeyTarget(
    @Nullable String schema,
    String tableName,
    String columnName,
    Supplier<? extends @Nullable Column<?>> known) {

  static ForeignKeyTarget of(Column<?> column) {
    ArgumentException.requireNonNull(column, "the target of a foreign key");
    return new ForeignKeyTarget(null, "", column.key(), () -> column);
  }

  static ForeignKeyTarget later(
      String tableName, int position, Supplier<? extends @Nullable List<Column<?>>> targets) {
    return new ForeignKeyTarget(null, tableName, "column " + (position + 1), () -> {
      List<Column<?>> found = targets.get();
      return found == null ? null : found.get(position);
    });
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
        schema, text.substring(table + 1, column), text.substring(column + 1), () -> null);
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
    Column<?> column = known.get();
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
    Column<?> column = known.get();
    if (column != null) {
      return column.toString();
    }
    return (schema == null ? "" : schema + ".") + tableName + "." + columnName;
  }
}
