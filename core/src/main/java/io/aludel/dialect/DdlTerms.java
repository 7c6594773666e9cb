package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.NamingConvention;
import io.aludel.schema.SqlText;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Element;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What all DDL is spelled with: names, which are checked for their length, names within schemas, types and
 * pieces of SQL, as a dialect and a translation of schemas have them.
 */
abstract class DdlTerms {
  private final Dialect dialect;
  private final CompileOptions options;
  private final TypeCompiler types;

  DdlTerms(Dialect dialect, CompileOptions options) {
    this.dialect = dialect;
    this.options = options;
    this.types = dialect.types().in(options);
  }

  /**
   * What is to be spelled for.
   *
   * @return the dialect
   */
  protected final Dialect dialect() {
    return dialect;
  }

  /**
   * How types are spelled.
   *
   * @return the compiler of types
   */
  protected final TypeCompiler types() {
    return types;
  }

  /**
   * A piece of SQL with its values written out.
   *
   * @param text text or an expression
   * @return SQL
   */
  protected final String sql(SqlText text) {
    Element node = text.node();
    return node == null ? String.valueOf(text.text()) : sql(node);
  }

  /**
   * An expression or a query with its values written out.
   *
   * @param element the expression or query
   * @return SQL
   */
  protected final String sql(Element element) {
    return dialect.inline(element, options);
  }

  /**
   * The name as it stands in SQL.
   *
   * @param name the name
   * @return the name, quoted if need be
   */
  protected final String name(String name) {
    return dialect.identifiers().prepare(limited(name, false));
  }

  /**
   * The name of a column as it stands in SQL.
   *
   * @param column the column
   * @return the name, quoted if need be
   */
  protected final String name(Column<?> column) {
    return dialect.identifiers().prepare(limited(column.name(), false), column.quoting());
  }

  /**
   * The name of a constraint or index as it stands in SQL.
   *
   * @param name the name
   * @return the name, cut if it was made and is too long, quoted if need be
   * @throws CompileException if the application gave a name that is too long
   */
  protected final String name(NamingConvention.Name name) {
    return dialect.identifiers().prepare(limited(name.text(), name.made()));
  }

  private String limited(String name, boolean made) {
    int most = dialect.identifiers().maxLength();
    if (name.length() <= most) {
      return name;
    }
    if (made) {
      return dialect.identifiers().truncated(name);
    }
    throw new CompileException(
        CoreError.NAME_TOO_LONG,
        dialect.name(),
        "'" + name + "' cannot be a name on " + dialect.name() + ": it has " + name.length()
            + " characters, and " + most + " are allowed. Shorten it.");
  }

  /**
   * The table as it stands in SQL.
   *
   * @param table the table
   * @return its name with its schema, quoted if need be
   */
  protected final String table(Table table) {
    limited(table.name(), false);
    return dialect.identifiers().prepare(table, schema(table.schema()));
  }

  /**
   * The schema in the place of another.
   *
   * @param schema the schema that was said, or null
   * @return what it is translated to, or itself; null for none
   */
  protected final @Nullable String schema(@Nullable String schema) {
    return options.schema(schema);
  }

  /**
   * A name within a schema.
   *
   * @param schema the schema, or null
   * @param name the name as it stands in SQL
   * @return both
   */
  protected final String inSchema(@Nullable String schema, String name) {
    String translated = schema(schema);
    return translated == null ? name : dialect.identifiers().prepareSchema(translated) + "." + name;
  }

  /** The names of columns with commas between them. */
  final String names(List<Column<?>> columns) {
    StringJoiner names = new StringJoiner(", ");
    columns.forEach(column -> names.add(name(column)));
    return names.toString();
  }

  /**
   * The name of a constraint that must have one.
   *
   * @param constraint the constraint
   * @param verb what cannot be done without, for the message
   * @return the name, quoted if need be
   * @throws CompileException if it has none
   */
  protected final String requiredName(Constraint constraint, String verb) {
    NamingConvention.Name known = givenOrGenerated(constraint);
    if (known == null) {
      throw new CompileException(
          CoreError.CONSTRAINT_NOT_SPELLABLE,
          dialect.name(),
          "The " + constraint + " of table '" + constraint.table().key() + "' cannot be " + verb
              + ": it has no name. Name it, or give the metadata a naming convention.");
    }
    return name(known);
  }

  /** A foreign key gets a name when it must have one and was given none. */
  static NamingConvention.@Nullable Name givenOrGenerated(Constraint constraint) {
    NamingConvention.Name known = constraint.fullName();
    if (known == null && constraint instanceof ForeignKey key) {
      return new NamingConvention.Name(
          "fk_" + key.table().name() + "_" + key.columns().get(0).name() + "_"
              + key.referredTable().name(),
          true);
    }
    return known;
  }
}
