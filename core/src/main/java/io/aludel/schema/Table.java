package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.FromClause;
import io.aludel.sql.tree.TableNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as the application knows it, and the thing statements read from and write to. Two tables are
 * the same only if they are the same object. Safe to share once made.
 */
public final class Table implements TableNode, FromClause {
  private final String name;
  private final @Nullable String schema;
  private final MetaData metadata;
  private final Map<String, Column<?>> columns;
  private final List<Column<?>> columnList;
  private final List<Constraint> constraints;
  private final List<Index> indexes;
  private final List<ForeignKey> foreignKeys;
  private final PrimaryKey primaryKey;
  private final List<Column<?>> columnsWithClientDefaults;

  private Table(String name, @Nullable String schema, MetaData metadata, List<SchemaItem> items) {
    this.name = name;
    this.schema = schema;
    this.metadata = metadata;
    TableParts parts = new TableParts(this, items);
    this.columns = parts.columns();
    this.columnList = List.copyOf(columns.values());
    this.primaryKey = parts.primaryKey();
    this.foreignKeys = parts.foreignKeys();
    this.constraints = parts.constraints();
    this.indexes = parts.indexes();
    this.columnsWithClientDefaults = columnList.stream()
        .filter(column -> column.defaultValue() != null || column.onUpdateValue() != null)
        .toList();
  }

  /**
   * Declares a table and adds it to {@code metadata}. Emits no SQL.
   *
   * @param name the name of the table
   * @param metadata what the table belongs to
   * @param items columns, constraints, indexes and options, in any order but that of the columns
   * @return the table
   * @throws DuplicateNameException if the metadata has a table of that name and schema, or two columns
   *     have the same key or name
   * @throws NoSuchNameException if a constraint or index names a column that is not among the items
   * @throws ArgumentException if an argument is null or blank, or a column belongs to another table
   */
  public static Table of(String name, MetaData metadata, SchemaItem... items) {
    ArgumentException.requireText(name, "the name of a table");
    ArgumentException.requireNonNull(metadata, "the metadata of table '" + name + "'");
    ArgumentException.requireNonNull(items, "the parts of table '" + name + "'");
    List<SchemaItem> checked = new ArrayList<>(items.length);
    for (SchemaItem item : items) {
      checked.add(ArgumentException.requireNonNull(item, "a part of table '" + name + "'"));
    }
    String schema = TableParts.schema(checked, metadata.schema());
    metadata.refuseSecond(key(schema, name));
    Table table = new Table(name, schema, metadata, checked);
    metadata.add(table);
    return table;
  }

  static String key(@Nullable String schema, String name) {
    return schema == null ? name : schema + "." + name;
  }

  /**
   * The name of the table.
   *
   * @return the name, without schema
   */
  @Override
  public String name() {
    return name;
  }

  /**
   * The schema of the table.
   *
   * @return the schema, or null for the database's default
   */
  @Override
  public @Nullable String schema() {
    return schema;
  }

  /**
   * What {@link MetaData#table(String)} finds the table by.
   *
   * @return {@code table} or {@code schema.table}
   */
  public String key() {
    return key(schema, name);
  }

  /**
   * The metadata the table was declared in.
   *
   * @return the metadata
   */
  public MetaData metadata() {
    return metadata;
  }

  /**
   * The columns in the order they were declared.
   *
   * @return the columns
   */
  public List<Column<?>> columns() {
    return columnList;
  }

  /**
   * The column of this key. The caller says what it holds: assign it to a {@code Column<Integer>}, or use
   * it where any column will do. A value that does not fit is refused when an expression is made with
   * it.
   *
   * @param key the key of the column, which is its name unless stated
   * @param <T> the Java type of the values, as the caller expects it
   * @return the column
   * @throws NoSuchNameException if there is none
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // documented: the caller knows
  public <T> Column<T> c(String key) {
    Column<?> found = findColumn(key);
    if (found == null) {
      throw NoSuchNameException.column(key(), key, columns.keySet());
    }
    return (Column<T>) found;
  }

  /**
   * The column of this key, if there is one.
   *
   * @param key the key of the column, which is its name unless stated
   * @return the column, or null
   */
  public @Nullable Column<?> findColumn(String key) {
    return columns.get(ArgumentException.requireNonNull(key, "the key of a column"));
  }

  /**
   * The columns that the client gives a value to when a statement does not.
   *
   * @return those with a default for INSERT or UPDATE
   */
  public List<Column<?>> columnsWithClientDefaults() {
    return columnsWithClientDefaults;
  }

  /**
   * The primary key.
   *
   * @return the key, without columns if none was declared
   */
  public PrimaryKey primaryKey() {
    return primaryKey;
  }

  /**
   * The column whose values the database generates, by the rule of {@link Autoincrement}.
   *
   * @return the column, or null
   * @throws ArgumentException if a column that must generate cannot, or two must
   */
  public @Nullable Column<?> autoincrementColumn() {
    return primaryKey.autoincrementColumn();
  }

  /**
   * All constraints: the primary key, those stated, and those that columns asked for.
   *
   * @return the constraints in that order
   */
  public List<Constraint> constraints() {
    return constraints;
  }

  /**
   * The foreign keys among the constraints.
   *
   * @return the foreign keys
   */
  public List<ForeignKey> foreignKeys() {
    return foreignKeys;
  }

  /**
   * The indexes.
   *
   * @return those stated, and those that columns asked for
   */
  public List<Index> indexes() {
    return indexes;
  }

  /**
   * Creates this table with its indexes if it does not exist. Emits one look-up, one CREATE TABLE, and
   * one CREATE INDEX an index.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void create(DdlTarget target) {
    metadata.createAll(target, List.of(this), CheckFirst.ON);
  }

  /**
   * Drops this table if it exists. Emits one look-up and one DROP TABLE.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void drop(DdlTarget target) {
    metadata.dropAll(target, List.of(this), CheckFirst.ON);
  }

  /**
   * The node of the table.
   *
   * @return this table
   */
  @Override
  public TableNode fromNode() {
    return this;
  }

  /**
   * The columns, as statements see them.
   *
   * @return {@link #columns()}
   */
  @Override
  public List<Column<?>> columnNodes() {
    return columnList;
  }

  /**
   * The foreign keys, as joins see them: those whose targets are declared.
   *
   * @return one link for each foreign key
   */
  @Override
  public List<ForeignKeyLink> foreignKeyLinks() {
    List<ForeignKeyLink> links = new ArrayList<>(foreignKeys.size());
    for (ForeignKey key : foreignKeys) {
      if (key.isResolvable()) {
        links.add(new ForeignKeyLink(key.columns(), key.referredTable(), key.referredColumns()));
      }
    }
    return links;
  }

  Collection<String> columnKeys() {
    return columns.keySet();
  }

  @Override
  public String toString() {
    return key();
  }
}
