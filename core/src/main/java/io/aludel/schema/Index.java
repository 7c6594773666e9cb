package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way for the database to find rows quickly, and, if unique, a rule that no two rows agree (parity row
 * ORM-DDL-07). Immutable: made free and copied into the table it is given to; {@link Table#indexes()}
 * holds those copies.
 */
public final class Index implements SchemaItem {

  /**
   * One thing the index is sorted by.
   *
   * @param column the key of a column; empty for an expression
   * @param expression an expression, or null for a column
   * @param descending true for descending order
   */
  public record Part(String column, @Nullable SqlText expression, boolean descending) {
    /** Creates the part. */
    public Part {
      if (expression == null) {
        ArgumentException.requireText(column, "a part of an index");
      }
    }

    @Override
    public String toString() {
      return expression == null ? column : expression.toString();
    }
  }

  private final Constraint.@Nullable GivenName name;
  private final List<Part> parts;
  private final boolean unique;
  private final @Nullable SqlText where;
  private final List<DialectOption> options;
  private final Ddl.Condition condition;
  private final @Nullable Table table;

  private Index(
      Constraint.@Nullable GivenName name,
      List<Part> parts,
      boolean unique,
      @Nullable SqlText where,
      List<DialectOption> options,
      Ddl.Condition condition,
      @Nullable Table table) {
    this.name = name;
    this.parts = List.copyOf(parts);
    this.unique = unique;
    this.where = where;
    this.options = List.copyOf(options);
    this.condition = condition;
    this.table = table;
  }

  /**
   * An index over these columns. Its name follows the naming convention unless {@link #named(String)}
   * says another.
   *
   * @param columns the keys of the columns; none if only {@link #onExpression(String)} is to follow
   * @return an index that belongs to no table yet
   */
  public static Index on(String... columns) {
    ArgumentException.requireNonNull(columns, "the columns of an index");
    List<Part> parts = new ArrayList<>(columns.length);
    for (String column : columns) {
      parts.add(new Part(column, null, false));
    }
    return new Index(null, parts, false, null, List.of(), Ddl.Condition.ALWAYS, null);
  }

  /**
   * The same index with a name. A naming convention with the token {@code constraint_name} makes another
   * one of it.
   *
   * @param name the name of the index
   * @return a copy
   */
  public Index named(String name) {
    return named(Constraint.GivenName.of(name, "the name of an index"));
  }

  /**
   * The same index with a name that no naming convention changes.
   *
   * @param name the name of the index
   * @return a copy
   */
  public Index namedExactly(String name) {
    return named(Constraint.GivenName.exactly(name, "the name of an index"));
  }

  private Index named(Constraint.GivenName given) {
    return new Index(given, parts, unique, where, options, condition, table);
  }

  /**
   * The same index, refusing equal rows.
   *
   * @return a copy
   */
  public Index unique() {
    return new Index(name, parts, true, where, options, condition, table);
  }

  /**
   * The same index with one more column.
   *
   * @param column the key of the column
   * @return a copy
   */
  public Index onAscending(String column) {
    return with(new Part(column, null, false));
  }

  /**
   * Whether a name was given.
   *
   * @return false if only a naming convention can name it
   */
  public boolean isNamed() {
    return name != null;
  }

  /**
   * The same index with one more column, in descending order.
   *
   * @param column the key of the column
   * @return a copy
   */
  public Index onDescending(String column) {
    return with(new Part(column, null, true));
  }

  /**
   * The same index with one more expression.
   *
   * @param sql the expression as SQL text, sent as it is, in parentheses
   * @return a copy
   */
  public Index onExpression(String sql) {
    return with(new Part("", SqlText.of(sql, "a part of an index"), false));
  }

  /**
   * The same index with one more expression.
   *
   * @param expression the expression, over columns of the table; its values are written out
   * @return a copy
   */
  public Index onExpression(Expression<?> expression) {
    return with(new Part("", SqlText.of(expression, "a part of an index"), false));
  }

  private Index with(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Index(name, more, unique, where, options, condition, table);
  }

  /**
   * The same index for some of the rows. A database without such indexes refuses to make it; see {@link
   * #onlyIf}.
   *
   * @param sql which rows, as SQL text, sent as it is
   * @return a copy
   */
  public Index where(String sql) {
    SqlText which = SqlText.of(sql, "the condition of an index");
    return new Index(name, parts, unique, which, options, condition, table);
  }

  /**
   * The same index for some of the rows; see {@link #where(String)}.
   *
   * @param rows which rows, over columns of the table; its values are written out
   * @return a copy
   */
  public Index where(Condition rows) {
    SqlText which = SqlText.of(rows, "the condition of an index");
    return new Index(name, parts, unique, which, options, condition, table);
  }

  /**
   * The same index with something said for one kind of database.
   *
   * @param added the options
   * @return a copy
   */
  public Index with(DialectOption... added) {
    List<DialectOption> more = new ArrayList<>(options);
    more.addAll(DialectOption.checked(added, this));
    return new Index(name, parts, unique, where, more, condition, table);
  }

  /**
   * The same index, not created where a condition does not hold.
   *
   * @param wanted the condition
   * @return a copy
   */
  public Index onlyIf(Ddl.Condition wanted) {
    ArgumentException.requireNonNull(wanted, "a condition of DDL");
    return new Index(name, parts, unique, where, options, wanted, table);
  }

  Index boundTo(@Nullable Table owner) {
    if (parts.isEmpty() && owner != null) {
      throw new ArgumentException(
          CoreError.CONSTRAINT_NOT_SPELLABLE,
          "An index of table '" + owner.key() + "' has no columns. Name at least one.");
    }
    return new Index(name, parts, unique, where, options, condition, owner);
  }

  Constraint.@Nullable GivenName given() {
    return name;
  }

  /**
   * The name the index has in the database: the one given, or one that the metadata's naming convention
   * makes.
   *
   * @return the name
   * @throws ArgumentException if none was given and the convention makes none
   */
  public NamingConvention.Name fullName() {
    Table owner = table();
    boolean unnameable = name == null && parts.get(0).expression() != null;
    NamingConvention.Name known = unnameable ? null : owner.metadata().naming().nameOf(this);
    if (known == null) {
      throw new ArgumentException(
          CoreError.CONSTRAINT_NOT_SPELLABLE,
          "The index of table '" + owner.key() + "' on " + parts
              + " has no name, and the naming convention makes none. Name it.");
    }
    return known;
  }

  /**
   * The name the index has in the database.
   *
   * @return the text of {@link #fullName()}
   * @throws ArgumentException if none was given and the convention makes none
   */
  public String name() {
    return fullName().text();
  }

  /**
   * What the index is sorted by.
   *
   * @return the parts in order
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * The columns among the parts.
   *
   * @return the columns of {@link #table()}
   * @throws ArgumentException if the index was not given to a table
   */
  public List<Column<?>> columns() {
    List<Column<?>> columns = new ArrayList<>();
    for (Part part : parts) {
      if (part.expression() == null) {
        columns.add(table().c(part.column()));
      }
    }
    return columns;
  }

  /**
   * Whether equal rows are refused.
   *
   * @return true for a unique index
   */
  public boolean isUnique() {
    return unique;
  }

  /**
   * Which rows the index holds.
   *
   * @return a condition, or null for all
   */
  public @Nullable SqlText where() {
    return where;
  }

  /**
   * What was said for single kinds of databases.
   *
   * @return the options
   */
  public List<DialectOption> options() {
    return options;
  }

  /**
   * Whether the index is wanted on a database.
   *
   * @return the condition, which holds everywhere unless stated
   */
  public Ddl.Condition condition() {
    return condition;
  }

  /**
   * The table the index belongs to.
   *
   * @return the table
   * @throws ArgumentException if the index was not given to a table
   */
  public Table table() {
    if (table == null) {
      throw new ArgumentException(
          CoreError.ALREADY_ATTACHED,
          this + " belongs to no table yet. Take the one that Table.indexes() gives.");
    }
    return table;
  }

  /**
   * Creates this index. Emits one look-up and one CREATE INDEX, nothing if it exists or its condition
   * does not hold.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void create(DdlTarget target) {
    ArgumentException.requireNonNull(target, "the engine or connection that runs DDL");
    target.withDdl(runner -> new SchemaRun(runner, CheckFirst.ON).create(this));
  }

  /**
   * Drops this index if it exists. Emits one look-up and one DROP INDEX.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void drop(DdlTarget target) {
    ArgumentException.requireNonNull(target, "the engine or connection that runs DDL");
    target.withDdl(runner -> new SchemaRun(runner, CheckFirst.ON).drop(this));
  }

  @Override
  public String toString() {
    String called = name == null ? "" : name.text() + " ";
    return (unique ? "unique index " : "index ") + called + "on " + parts;
  }
}
