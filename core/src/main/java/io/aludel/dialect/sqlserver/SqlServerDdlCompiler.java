package io.aludel.dialect.sqlserver;

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
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * DDL of SQL Server. Whether a column may be NULL is said in either case, since what holds without a word is a
 * setting; that something is only to be created if it does not exist is asked before.
 */
final class SqlServerDdlCompiler extends DdlCompiler {
  SqlServerDdlCompiler(Dialect dialect, CompileOptions options) {
    super(dialect, options);
  }

  @Override
  public String column(Column<?> column) {
    if (column.serverDefault() instanceof Computed computed) {
      String kept = computed.persistence() == Computed.Persistence.STORED ? " PERSISTED" : "";
      return name(column) + " AS (" + sql(computed.expression()) + ")" + kept
          + (kept.isEmpty() || column.isNullable() ? "" : " NOT NULL");
    }
    boolean counted = column.serverDefault() instanceof Identity
        || (generatesItself(column) && column.serverDefault() == null);
    StringBuilder text = new StringBuilder(name(column)).append(' ');
    text.append(types().spell(column.type()));
    text.append(column.isNullable() && !counted ? " NULL" : " NOT NULL");
    if (counted) {
      text.append(" IDENTITY");
      text.append(column.serverDefault() instanceof Identity told ? identity(told) : "");
    } else {
      String filled = serverDefault(column);
      text.append(filled == null ? "" : " DEFAULT " + filled);
    }
    return text.toString();
  }

  @Override
  protected String identity(Identity identity) {
    SequenceOptions told = identity.options();
    boolean bounded = (told.minimum() != null && told.minimum().value() != null)
        || (told.maximum() != null && told.maximum().value() != null);
    if (bounded || Boolean.TRUE.equals(told.cycle())) {
      throw refused(
          "An identity cannot have bounds or begin anew: SQL Server counts to the end of its type."
              + " Leave them out, or take the numbers of a sequence.");
    }
    Long start = told.start();
    Long increment = told.increment();
    return start == null && increment == null
        ? ""
        : "(" + (start == null ? 1 : start) + ", " + (increment == null ? 1 : increment) + ")";
  }

  /** Its sequences begin with the least number there is, unless they are told. */
  @Override
  protected String counting(SequenceOptions options) {
    boolean told =
        options.start() != null || options.minimum() != null || options.maximum() != null;
    Long step = options.increment();
    SequenceOptions whole = told ? options : options.start(step == null || step > 0 ? 1 : -1);
    return whole.sql().replaceFirst("^(INCREMENT BY \\S+) (START WITH \\S+)", "$2 $1");
  }

  @Override
  protected String guard(String words) {
    return words.startsWith("IF NOT") ? "" : words;
  }

  @Override
  protected String unlessThere(DdlElement element, String sql) {
    if (element instanceof DdlElement.CreateTable create && create.guarded()) {
      return "IF " + objectId(table(create.table()), "U") + " IS NULL " + sql;
    }
    if (element instanceof DdlElement.CreateTableAs create && create.guarded()) {
      return "IF " + objectId(table(create.table()), "U") + " IS NULL " + sql;
    }
    if (element instanceof DdlElement.CreateSequence create && create.guarded()) {
      String name = inSchema(create.sequence().schema(), name(create.sequence().name()));
      return "IF " + objectId(name, "SO") + " IS NULL " + sql;
    }
    if (element instanceof DdlElement.CreateSchema create && create.guarded()) {
      return "IF SCHEMA_ID(" + literal(create.name()) + ") IS NULL EXEC(" + literal(sql) + ")";
    }
    if (element instanceof DdlElement.CreateIndex create && create.guarded()) {
      Index index = create.index();
      return "IF INDEXPROPERTY(OBJECT_ID(" + literal(indexedTable(index)) + "), "
          + literal(index.fullName().text()) + ", N'IndexID') IS NULL " + sql;
    }
    return sql;
  }

  private String objectId(String name, String kind) {
    return "OBJECT_ID(" + literal(name) + ", N'" + kind + "')";
  }

  @Override
  protected String cascade(String what) {
    throw refused("What depends on " + what
        + " cannot be dropped with it: SQL Server has no CASCADE" + " there. Drop it before.");
  }

  @Override
  protected String replacing() {
    return "OR ALTER ";
  }

  @Override
  protected String action(ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? "NO ACTION" : super.action(action);
  }

  @Override
  protected String match(ForeignKey key, String word) {
    throw refused("The " + key + " cannot have MATCH " + word
        + ": SQL Server knows no other than SIMPLE, unsaid. Leave it out.");
  }

  private CompileException refused(String sentence) {
    return new CompileException(CoreError.NOT_SUPPORTED_HERE, dialect().name(), sentence);
  }

  @Override
  protected String rule(Constraint constraint) {
    String rule = super.rule(constraint);
    return constraint instanceof PrimaryKey
        ? rule.replaceFirst("^PRIMARY KEY ", "PRIMARY KEY " + uniqueness(constraint))
        : rule;
  }

  @Override
  protected String uniqueness(Constraint constraint) {
    String clustered = option(constraint.options(), SqlServerOptions.CLUSTERED);
    return clustered == null ? "" : clustered + " ";
  }

  @Override
  protected String indexPrefix(Index index) {
    String clustered = option(index.options(), SqlServerOptions.CLUSTERED);
    String columns = option(index.options(), SqlServerOptions.COLUMNSTORE);
    return super.indexPrefix(index)
        + (clustered == null ? "" : clustered + " ")
        + (columns == null ? "" : columns + " ");
  }

  @Override
  protected String indexSuffix(Index index) {
    List<String> included = new ArrayList<>();
    for (DialectOption option : index.options()) {
      if (option.dialect().equals(dialect().name())
          && option.name().startsWith(SqlServerOptions.INCLUDE)) {
        included.add(name(index.table().c(option.value())));
      }
    }
    return included.isEmpty() ? "" : " INCLUDE (" + String.join(", ", included) + ")";
  }

  @Override
  protected String droppedIndex(Index index) {
    return name(index.fullName()) + " ON " + table(index.table());
  }

  @Override
  protected String tableOf(String create, String table, DdlElement.CreateTableAs element) {
    String query = sql(element.query().statementNode());
    return "SELECT * INTO " + table + " FROM (" + query + ") AS source";
  }

  @Override
  protected String comment(DdlElement.Commented subject, @Nullable String comment) {
    if (subject instanceof Table table) {
      return comment(table, List.of(), comment);
    }
    if (subject instanceof Column<?> column) {
      List<String> part = List.of("N'column'", literal(column.name()));
      return comment(column.table(), part, comment);
    }
    Constraint constraint = (Constraint) subject;
    String name = requiredName(constraint, "commented on");
    String plain =
        name.startsWith("[") ? name.substring(1, name.length() - 1).replace("]]", "]") : name;
    List<String> part = List.of("N'constraint'", literal(plain));
    return comment(constraint.table(), part, comment);
  }

  private String comment(Table table, List<String> part, @Nullable String comment) {
    List<String> thing = new ArrayList<>(List.of("N'table'", literal(table.name())));
    thing.addAll(part);
    return SqlServerComments.sql(
        dialect().identifiers(),
        schema(table.schema()),
        thing,
        comment == null ? null : literal(comment));
  }

  /** A procedure takes no expressions. */
  @Override
  protected String literal(String text) {
    if (text.indexOf('\0') >= 0 || UnicodeText.isContinued(text)) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          dialect().name(),
          "Cannot write a text with the character 0, or with a backslash at the end of a line, into DDL:"
              + " SQL Server would lose it. Leave it out.");
    }
    return UnicodeText.literal(text);
  }
}
