package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.DdlElement;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.NamingConvention;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.Sequence;
import io.aludel.schema.SqlText;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the parts that a DDL compiler spells together, one method for each element. */
final class DdlSpeller implements DdlElement.Visitor<String> {
  /** Found in one pass: a name may look like a place itself. */
  private static final Pattern PLACES = Pattern.compile("%\\((table|schema|fullname)\\)s");

  private final DdlCompiler compiler;
  private final Dialect dialect;

  DdlSpeller(DdlCompiler compiler) {
    this.compiler = compiler;
    this.dialect = compiler.dialect();
  }

  @Override
  public String visit(DdlElement.CreateTable element) {
    Table table = element.table();
    List<String> lines = new ArrayList<>();
    table.columns().stream()
        .filter(column -> !column.details().system())
        .forEach(column -> lines.add(compiler.column(column)));
    for (Constraint constraint : table.constraints()) {
      boolean later = constraint instanceof ForeignKey key && element.later().contains(key);
      if (!later && compiler.isWanted(constraint)) {
        lines.add(constraint(constraint, constraint.fullName()));
      }
    }
    table.columns().forEach(column -> addCheck(lines, column));
    return create(table) + existence(element.guarded(), "IF NOT EXISTS ") + named(table) + " (\n  "
        + String.join(",\n  ", lines) + "\n)" + compiler.tableSuffix(table);
  }

  private String constraint(Constraint constraint, NamingConvention.@Nullable Name name) {
    refuseDeferral(constraint);
    String named = name == null ? "" : "CONSTRAINT " + compiler.name(name) + " ";
    return named
        + compiler.rule(constraint)
        + compiler.beforeDeferral(constraint)
        + deferral(constraint.deferral())
        + compiler.constraintSuffix(constraint);
  }

  private void refuseDeferral(Constraint constraint) {
    boolean asked = constraint.deferral() != Deferral.NOT_SAID
        && constraint.deferral() != Deferral.NOT_DEFERRABLE;
    if (asked && !dialect.supports(Capability.DEFERRABLE_CONSTRAINTS)) {
      throw new CompileException(
          CoreError.NOT_SUPPORTED_HERE,
          dialect.name(),
          "The " + constraint + " of table '" + constraint.table().key()
              + "' cannot be deferrable: " + dialect.name()
              + " checks constraints at each statement. Leave the deferral out.");
    }
  }

  private static String deferral(Deferral deferral) {
    return deferral == Deferral.NOT_SAID ? "" : " " + deferral.sql();
  }

  /** What a type of the database would see to. */
  private void addCheck(List<String> lines, Column<?> column) {
    TypeCompiler.PermittedValues permitted = types().permitted(column.type());
    if (permitted != null) {
      String named =
          permitted.name() == null ? "" : "CONSTRAINT " + compiler.name(permitted.name()) + " ";
      lines.add(named + "CHECK (" + compiler.name(column) + " IN ("
          + String.join(", ", permitted.literals()) + "))");
    }
  }

  private TypeCompiler types() {
    return compiler.types();
  }

  private static String create(Table table) {
    StringBuilder words = new StringBuilder("CREATE ");
    table.prefixes().forEach(word -> words.append(word).append(' '));
    return words.append("TABLE ").toString();
  }

  private static String guard(boolean guarded, String words) {
    return guarded ? words : "";
  }

  private String existence(boolean guarded, String words) {
    return guarded ? compiler.guard(words) : "";
  }

  private String named(Table table) {
    return compiler.table(table);
  }

  @Override
  public String visit(DdlElement.DropTable element) {
    return "DROP TABLE " + existence(element.guarded(), "IF EXISTS ") + named(element.table());
  }

  @Override
  public String visit(DdlElement.CreateIndex element) {
    Index index = element.index();
    StringJoiner parts = new StringJoiner(", ");
    for (Index.Part part : index.parts()) {
      if (part.expression() != null) {
        require(Capability.EXPRESSION_INDEXES, "The " + index, "index expressions");
      }
      parts.add(compiler.indexPart(index, part));
    }
    return "CREATE " + compiler.indexPrefix(index) + "INDEX " + compiler.indexConcurrency(index)
        + existence(element.guarded(), "IF NOT EXISTS ")
        + compiler.createdIndexName(index) + " ON "
        + compiler.indexedTable(index) + compiler.indexMethod(index) + " (" + parts + ")"
        + compiler.indexSuffix(index) + condition(index);
  }

  private String condition(Index index) {
    SqlText where = index.where();
    if (where == null) {
      return "";
    }
    require(Capability.PARTIAL_INDEXES, "The " + index, "index some of the rows");
    return " WHERE " + compiler.sql(where);
  }

  private void require(Capability needed, String subject, String what) {
    if (!dialect.supports(needed)) {
      throw new CompileException(
          CoreError.NOT_SUPPORTED_HERE,
          dialect.name(),
          subject + " cannot be made: " + dialect.name() + " cannot " + what
              + ". Leave it out there," + " with onlyIf(…).");
    }
  }

  @Override
  public String visit(DdlElement.DropIndex element) {
    return "DROP INDEX " + compiler.indexConcurrency(element.index())
        + existence(element.guarded(), "IF EXISTS ")
        + compiler.droppedIndex(element.index());
  }

  @Override
  public String visit(DdlElement.AddConstraint element) {
    Constraint constraint = element.constraint();
    return "ALTER TABLE " + named(constraint.table()) + " ADD "
        + constraint(constraint, DdlTerms.givenOrGenerated(constraint));
  }

  @Override
  public String visit(DdlElement.DropConstraint element) {
    Constraint constraint = element.constraint();
    String dropped = droppedWithoutName(constraint);
    if (dropped == null) {
      dropped =
          compiler.droppedConstraint(constraint, compiler.requiredName(constraint, "dropped"));
    }
    int word = dropped.indexOf(' ') + 1;
    return "ALTER TABLE " + named(constraint.table()) + " DROP " + dropped.substring(0, word)
        + existence(element.guarded(), "IF EXISTS ") + dropped.substring(word)
        + (element.cascading() ? compiler.cascade("a constraint") : "");
  }

  /** A primary key may be dropped without a name where it is called by what it is. */
  private @Nullable String droppedWithoutName(Constraint constraint) {
    if (!(constraint instanceof PrimaryKey) || constraint.fullName() != null) {
      return null;
    }
    String dropped = compiler.droppedConstraint(constraint, "?");
    return dropped.contains("?") ? null : dropped;
  }

  @Override
  public String visit(DdlElement.CreateSequence element) {
    Sequence sequence = element.sequence();
    requireSequences(sequence);
    String counting = compiler.counting(sequence.options());
    String type = sequence.type() == null ? "" : compiler.countedType(sequence.type());
    return "CREATE SEQUENCE " + existence(element.guarded(), "IF NOT EXISTS ") + named(sequence)
        + (type.isEmpty() ? "" : " " + type) + (counting.isEmpty() ? "" : " " + counting);
  }

  @Override
  public String visit(DdlElement.DropSequence element) {
    requireSequences(element.sequence());
    return "DROP SEQUENCE " + existence(element.guarded(), "IF EXISTS ")
        + named(element.sequence());
  }

  private String named(Sequence sequence) {
    return compiler.inSchema(sequence.schema(), compiler.name(sequence.name()));
  }

  private void requireSequences(Sequence sequence) {
    require(Capability.SEQUENCES, "Sequence '" + sequence + "'", "count in sequences");
  }

  @Override
  public String visit(DdlElement.CreateSchema element) {
    compiler.requireSchemas(element.name());
    return "CREATE SCHEMA " + existence(element.guarded(), "IF NOT EXISTS ")
        + compiler.name(element.name());
  }

  @Override
  public String visit(DdlElement.DropSchema element) {
    compiler.requireSchemas(element.name());
    return "DROP SCHEMA " + existence(element.guarded(), "IF EXISTS ")
        + compiler.name(element.name()) + (element.cascading() ? compiler.cascade("a schema") : "");
  }

  @Override
  public String visit(DdlElement.SetComment element) {
    require(Capability.COMMENTS, "A comment", "keep comments");
    return compiler.comment(element.subject(), element.subject().comment());
  }

  @Override
  public String visit(DdlElement.DropComment element) {
    require(Capability.COMMENTS, "A comment", "keep comments");
    return compiler.comment(element.subject(), null);
  }

  @Override
  public String visit(DdlElement.CreateView element) {
    boolean kept = element.view().isMaterialized();
    if (kept) {
      require(Capability.MATERIALIZED_VIEWS, "The " + element.view(), "keep the rows of views");
    }
    return "CREATE " + guard(element.replacing(), compiler.replacing())
        + guard(kept, "MATERIALIZED ")
        + "VIEW " + named(element.view().table()) + " AS "
        + compiler.sql(element.view().query().statementNode());
  }

  @Override
  public String visit(DdlElement.DropView element) {
    return "DROP " + guard(element.view().isMaterialized(), "MATERIALIZED ") + "VIEW "
        + existence(element.guarded(), "IF EXISTS ") + named(element.view().table());
  }

  @Override
  public String visit(DdlElement.CreateTableAs element) {
    String create = create(element.table()) + existence(element.guarded(), "IF NOT EXISTS ");
    return compiler.tableOf(create, named(element.table()), element);
  }

  @Override
  public String visit(DdlElement.CreateType element) {
    return types().sql(element.type()).create();
  }

  @Override
  public String visit(DdlElement.DropType element) {
    return types().sql(element.type()).drop();
  }

  @Override
  public String visit(DdlElement.DdlText element) {
    Table table = element.table();
    if (table == null) {
      return element.sql();
    }
    return PLACES.matcher(element.sql()).replaceAll(place -> {
      String name = place.group(1).equals("schema")
          ? schema(table)
          : place.group(1).equals("table") ? compiler.name(table.name()) : named(table);
      return Matcher.quoteReplacement(name);
    });
  }

  private String schema(Table table) {
    String schema = compiler.schema(table.schema());
    return schema == null ? "" : compiler.name(schema);
  }

  @Override
  public String visit(DdlElement.Custom element) {
    return element.sql(dialect.name());
  }
}
