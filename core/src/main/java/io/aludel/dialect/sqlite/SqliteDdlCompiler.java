package io.aludel.dialect.sqlite;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.Constraint;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.Table;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** DDL of SQLite, where only an INTEGER key is the row's own number and generates itself. */
final class SqliteDdlCompiler extends DdlCompiler {
  SqliteDdlCompiler(Dialect dialect, CompileOptions options) {
    super(dialect, options);
  }

  @Override
  public String column(Column<?> column) {
    StringBuilder text = new StringBuilder(name(column)).append(' ').append(type(column));
    String filled = serverDefault(column);
    if (filled != null) {
      text.append(" DEFAULT ").append(filled);
    }
    if (!column.isNullable()) {
      text.append(" NOT NULL");
      String conflict = option(column.details().options(), SqliteOptions.ON_CONFLICT_NOT_NULL);
      text.append(conflict == null ? "" : " ON CONFLICT " + conflict);
    }
    if (isCountedInline(column)) {
      text.append(" PRIMARY KEY AUTOINCREMENT");
    }
    if (column.serverDefault() instanceof Computed computed) {
      text.append(' ').append(computed(column, computed));
    }
    return text.toString();
  }

  /** Only names and values may stand after DEFAULT without parentheses. */
  @Override
  protected @Nullable String serverDefault(Column<?> column) {
    String filled = super.serverDefault(column);
    boolean bare =
        filled == null || filled.matches("\\s*['\"(].*") || filled.matches("[-+]?[\\w.]*");
    return bare ? filled : "(" + filled + ")";
  }

  @Override
  protected String type(Column<?> column) {
    boolean identity = column.serverDefault() instanceof Identity && column.isPrimaryKey();
    if (!column.isAutoincrement() && !identity) {
      return types().spell(column.type());
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

  private boolean isCountedInline(Column<?> column) {
    return column.isAutoincrement()
        && option(column.table().options(), SqliteOptions.AUTOINCREMENT) != null;
  }

  /**
   * A foreign key cannot lead to another database file, and a key that counts with AUTOINCREMENT stands
   * with its column.
   */
  @Override
  protected boolean standsInline(Constraint constraint) {
    if (constraint instanceof PrimaryKey key && key.columnNames().size() == 1) {
      return !isCountedInline(key.columns().get(0));
    }
    return !(constraint instanceof ForeignKey key)
        || Objects.equals(key.table().schema(), key.referredTable().schema());
  }

  @Override
  protected String referredTable(ForeignKey key) {
    return name(key.referredTable().name());
  }

  @Override
  protected String constraintSuffix(Constraint constraint) {
    String conflict = option(constraint.options(), SqliteOptions.ON_CONFLICT);
    return conflict == null || constraint instanceof ForeignKey ? "" : " ON CONFLICT " + conflict;
  }

  @Override
  protected String tableSuffix(Table table) {
    StringJoiner words = new StringJoiner(", ", " ", "").setEmptyValue("");
    if (option(table.options(), SqliteOptions.WITHOUT_ROWID) != null) {
      words.add("WITHOUT ROWID");
    }
    if (option(table.options(), SqliteOptions.STRICT) != null) {
      words.add("STRICT");
    }
    return words.toString();
  }

  @Override
  protected String createdIndexName(Index index) {
    return inSchema(index.table().schema(), name(index.fullName()));
  }

  @Override
  protected String indexedTable(Index index) {
    return name(index.table().name());
  }
}
