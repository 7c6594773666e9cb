package io.aludel.dialect.postgresql;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.CheckConstraint;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.Constraint;
import io.aludel.schema.DialectOption;
import io.aludel.schema.ExcludeConstraint;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.SqlText;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** DDL of PostgreSQL, where generated keys are spelled as types of their own. */
final class PostgresqlDdlCompiler extends DdlCompiler {
  PostgresqlDdlCompiler(Dialect dialect, CompileOptions options) {
    super(dialect, options);
  }

  @Override
  protected String type(Column<?> column) {
    String spelled = super.type(column);
    if (column.serverDefault() instanceof Identity || !generatesItself(column)) {
      return spelled;
    }
    return switch (types().spell(column.type())) {
      case "BIGINT" -> "BIGSERIAL";
      case "SMALLINT" -> "SMALLSERIAL";
      default -> "SERIAL";
    };
  }

  @Override
  public String column(Column<?> column) {
    boolean identity = column.serverDefault() instanceof Identity;
    return super.column(column) + (identity && column.isNullable() ? " NULL" : "");
  }

  /** Versions before 18 keep every computed column, and want that said. */
  @Override
  protected String computed(Column<?> column, Computed computed) {
    boolean unsaid = computed.persistence() == Computed.Persistence.NOT_SAID;
    return super.computed(column, unsaid ? computed.stored() : computed);
  }

  @Override
  protected String tableSuffix(Table table) {
    List<DialectOption> options = table.options();
    StringBuilder words = new StringBuilder();
    String parents = option(options, PostgresqlOptions.INHERITS);
    if (parents != null) {
      words.append(" INHERITS (").append(names(parents)).append(")");
    }
    add(words, " PARTITION BY ", option(options, PostgresqlOptions.PARTITION_BY));
    add(words, " USING ", quoted(option(options, PostgresqlOptions.USING)));
    String storage = option(options, PostgresqlOptions.WITH);
    add(words, " WITH ", storage == null ? null : "(" + storage + ")");
    add(words, " ON COMMIT ", option(options, PostgresqlOptions.ON_COMMIT));
    add(words, " TABLESPACE ", quoted(option(options, PostgresqlOptions.TABLESPACE)));
    return words.toString();
  }

  private static void add(StringBuilder words, String word, @Nullable String value) {
    if (value != null) {
      words.append(word).append(value);
    }
  }

  private @Nullable String quoted(@Nullable String name) {
    return name == null ? null : name(name);
  }

  private String names(String list) {
    StringJoiner names = new StringJoiner(", ");
    PostgresqlOptions.members(list).forEach(each -> names.add(name(each)));
    return names.toString();
  }

  private String included(Table table, List<DialectOption> options) {
    String columns = option(options, PostgresqlOptions.INCLUDE);
    if (columns == null) {
      return "";
    }
    StringJoiner names = new StringJoiner(", ");
    PostgresqlOptions.members(columns).forEach(key -> names.add(name(table.c(key))));
    return " INCLUDE (" + names + ")";
  }

  @Override
  protected String uniqueness(Constraint constraint) {
    String nulls = option(constraint.options(), PostgresqlOptions.NULLS);
    return nulls == null ? "" : nulls + " ";
  }

  @Override
  protected String beforeDeferral(Constraint constraint) {
    boolean indexed = constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
    return indexed ? included(constraint.table(), constraint.options()) : "";
  }

  @Override
  protected String constraintSuffix(Constraint constraint) {
    boolean mayWait = constraint instanceof ForeignKey || constraint instanceof CheckConstraint;
    boolean waits = option(constraint.options(), PostgresqlOptions.NOT_VALID) != null;
    return mayWait && waits ? " NOT VALID" : "";
  }

  @Override
  protected String rule(Constraint constraint) {
    if (!(constraint instanceof ExcludeConstraint exclude)) {
      return super.rule(constraint);
    }
    StringJoiner elements = new StringJoiner(", ");
    for (ExcludeConstraint.Element element : exclude.elements()) {
      SqlText expression = element.expression();
      String compared = expression == null
          ? name(exclude.table().c(element.column()))
          : "(" + sql(expression) + ")";
      elements.add(compared + " WITH " + element.operator());
    }
    SqlText where = exclude.where();
    return "EXCLUDE USING " + name(exclude.method()) + " (" + elements + ")"
        + (where == null ? "" : " WHERE (" + sql(where) + ")");
  }

  @Override
  protected String indexMethod(Index index) {
    String method = option(index.options(), PostgresqlOptions.USING);
    return method == null ? "" : " USING " + name(method);
  }

  @Override
  protected String indexPart(Index index, Index.Part part) {
    String compared = option(index.options(), PostgresqlOptions.OPERATORS + part.column());
    if (compared == null || part.expression() != null) {
      return super.indexPart(index, part);
    }
    return name(index.table().c(part.column())) + " " + name(compared)
        + (part.descending() ? " DESC" : "");
  }

  @Override
  protected String indexSuffix(Index index) {
    List<DialectOption> options = index.options();
    StringBuilder words = new StringBuilder(included(index.table(), options));
    add(words, " ", option(options, PostgresqlOptions.NULLS));
    String storage = option(options, PostgresqlOptions.WITH);
    add(words, " WITH ", storage == null ? null : "(" + storage + ")");
    add(words, " TABLESPACE ", quoted(option(options, PostgresqlOptions.TABLESPACE)));
    return words.toString();
  }

  @Override
  protected String indexConcurrency(Index index) {
    return isConcurrent(index) ? "CONCURRENTLY " : "";
  }

  private boolean isConcurrent(Index index) {
    return option(index.options(), PostgresqlOptions.CONCURRENTLY) != null;
  }
}
