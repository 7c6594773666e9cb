package io.aludel.dialect.mysql;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.DdlCompiler;
import io.aludel.dialect.Dialect;
import io.aludel.schema.Column;
import io.aludel.schema.Computed;
import io.aludel.schema.Constraint;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DialectOption;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import io.aludel.types.SqlType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DDL of MySQL and MariaDB. */
final class MysqlDdlCompiler extends DdlCompiler {
  MysqlDdlCompiler(Dialect dialect, CompileOptions options) {
    super(dialect, options);
  }

  @Override
  public String column(Column<?> column) {
    StringBuilder text = new StringBuilder(name(column)).append(' ');
    String type = types().spell(column.type());
    text.append(type);
    boolean computed = column.serverDefault() instanceof Computed;
    if (column.serverDefault() instanceof Computed expression) {
      text.append(' ').append(computed(column, expression));
    }
    if (!column.isNullable() && !(computed && isMariadb())) {
      text.append(" NOT NULL");
    } else if (type.startsWith("TIMESTAMP")) {
      text.append(" NULL");
    }
    if (column.comment() != null) {
      text.append(" COMMENT ").append(literal(column.comment()));
    }
    boolean otherwise =
        column.serverDefault() != null && !(column.serverDefault() instanceof Identity);
    if (generatesItself(column) && !otherwise) {
      text.append(" AUTO_INCREMENT");
    } else {
      String filled = serverDefault(column);
      text.append(filled == null ? "" : " DEFAULT " + filled);
    }
    return text.toString();
  }

  private boolean isMariadb() {
    return dialect().name().equals("mariadb");
  }

  /** Functions stand in parentheses, but for those that always could stand without. */
  @Override
  protected @Nullable String serverDefault(Column<?> column) {
    String filled = super.serverDefault(column);
    boolean bare = filled == null
        || filled.matches("(?s)\\s*['\"(].*")
        || filled.matches("[-+]?[\\w.]*")
        || filled.matches("(?is).*ON +UPDATE.*")
        || filled.matches("(?i)(now|current_timestamp)\\(\\d*\\)");
    return bare ? filled : "(" + filled + ")";
  }

  /** MariaDB writes NOCYCLE and has no CACHE without a number. */
  @Override
  protected String counting(SequenceOptions options) {
    return options.sql().replace("NO CYCLE", "NOCYCLE");
  }

  /** MariaDB counts in BIGINT always; only from 11.5 on may the words stand there. */
  @Override
  protected String countedType(SqlType<?> type) {
    return "";
  }

  @Override
  protected boolean commentsStandInline() {
    return true;
  }

  /** The server would keep blanks from a character 0 on. */
  @Override
  protected String literal(String text) {
    if (text.indexOf('\0') >= 0) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          dialect().name(),
          "A comment cannot hold the character 0: " + dialect().name()
              + " would cut it there. Leave it out.");
    }
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }

  @Override
  protected @Nullable String option(Collection<DialectOption> options, String name) {
    String own = super.option(options, name);
    return own == null ? DialectOption.find(options, "mysql", name) : own;
  }

  @Override
  protected String tableSuffix(Table table) {
    Map<String, String> stated = new LinkedHashMap<>();
    for (DialectOption option : table.options()) {
      boolean ours =
          option.dialect().equals("mysql") || option.dialect().equals(dialect().name());
      if (ours && option.name().startsWith(MysqlOptions.TABLE)) {
        stated.put(option.name().substring(MysqlOptions.TABLE.length()), option.value());
      }
    }
    if (table.comment() != null) {
      stated.put("COMMENT", literal(table.comment()));
    }
    StringBuilder words = new StringBuilder();
    String partition = stated.remove("PARTITION BY");
    String collation = stated.remove("COLLATE");
    stated.forEach((name, value) -> words.append(" ").append(name).append("=").append(value));
    words.append(collation == null ? "" : " COLLATE " + collation);
    words.append(partition == null ? "" : " PARTITION BY " + partition);
    return words.toString();
  }

  /** The server forgets the actions of a key with MATCH. */
  @Override
  protected String match(ForeignKey key, String word) {
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        dialect().name(),
        "The " + key + " cannot have MATCH " + word + ": " + dialect().name()
            + " ignores it, and the actions of the key with it. Leave it out.");
  }

  @Override
  protected String constraintSuffix(Constraint constraint) {
    String using =
        constraint instanceof PrimaryKey ? option(constraint.options(), MysqlOptions.USING) : null;
    return using == null ? "" : " USING " + name(using);
  }

  @Override
  protected String indexPrefix(Index index) {
    String kind = option(index.options(), MysqlOptions.PREFIX);
    return super.indexPrefix(index) + (kind == null ? "" : kind + " ");
  }

  @Override
  protected String indexPart(Index index, Index.Part part) {
    String length = option(index.options(), MysqlOptions.LENGTH + ":" + part.column());
    if (length == null || part.expression() != null) {
      return super.indexPart(index, part);
    }
    return name(index.table().c(part.column())) + "(" + length + ")"
        + (part.descending() ? " DESC" : "");
  }

  @Override
  protected String indexSuffix(Index index) {
    String parser = option(index.options(), MysqlOptions.PARSER);
    String using = option(index.options(), MysqlOptions.USING);
    return (parser == null ? "" : " WITH PARSER " + parser)
        + (using == null ? "" : " USING " + name(using));
  }

  @Override
  protected String droppedIndex(Index index) {
    return name(index.fullName()) + " ON " + table(index.table());
  }

  @Override
  protected String droppedConstraint(Constraint constraint, String name) {
    if (constraint instanceof PrimaryKey) {
      return "PRIMARY KEY";
    }
    if (constraint instanceof ForeignKey) {
      return "FOREIGN KEY " + name;
    }
    return (constraint instanceof UniqueConstraint ? "INDEX " : "CONSTRAINT ") + name;
  }

  @Override
  protected String comment(DdlElement.Commented subject, @Nullable String comment) {
    if (subject instanceof Table table) {
      return "ALTER TABLE " + table(table) + " COMMENT " + literal(comment == null ? "" : comment);
    }
    if (subject instanceof Column<?> column) {
      String spelled = column(column);
      if (comment == null && column.comment() != null) {
        spelled = spelled.replace(" COMMENT " + literal(column.comment()), "");
      }
      return "ALTER TABLE " + table(column.table()) + " CHANGE " + name(column) + " " + spelled;
    }
    throw new CompileException(
        CoreError.NOT_SUPPORTED_HERE,
        dialect().name(),
        "A comment on " + subject + " cannot be kept: " + dialect().name()
            + " keeps comments on tables and columns only.");
  }
}
