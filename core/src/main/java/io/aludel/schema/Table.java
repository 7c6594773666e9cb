package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.FromClause;
import io.aludel.sql.tree.Quoting;
import io.aludel.sql.tree.TableNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table as the application knows it, and the thing statements read from and write to. Two tables are
 * the same only if they are the same object. Parts are added while an application starts; afterwards safe
 * to share.
 */
public final class Table implements TableNode, FromClause, DdlElement.Commented {
  private final String name;
  private final MetaData metadata;
  private final TableSettings settings;
  private final DdlEvents events;
  private final TableParts parts;
  private final List<Table> dependencies = new ArrayList<>();
  private @Nullable DdlElement creator;
  private @Nullable DdlElement dropper;
  private List<Column<?>> columns = List.of();
  private List<Constraint> constraints = List.of();
  private List<Index> indexes = List.of();
  private List<ForeignKey> foreignKeys = List.of();
  private List<Column<?>> columnsWithClientDefaults = List.of();

  private Table(String name, MetaData metadata, TableSettings settings) {
    this.name = name;
    this.metadata = metadata;
    this.settings = settings;
    this.events = new DdlEvents(metadata.events());
    this.parts = new TableParts(this);
  }

  /**
   * Declares a table and adds it to {@code metadata}. Emits no SQL.
   *
   * @param name the name of the table
   * @param metadata what the table belongs to
   * @param items columns, constraints, indexes and options, in any order but that of the columns
   * @return the table; the one that is there already if an {@link TableOption.OnDuplicate} option says so
   * @throws DuplicateNameException if the metadata has a table of that name and schema, or two columns
   *     have the same key or name
   * @throws NoSuchNameException if a constraint or index names a column that is not among the items
   * @throws ArgumentException if an argument is null or blank, or a column belongs to another table
   */
  public static Table of(String name, MetaData metadata, SchemaItem... items) {
    ArgumentException.requireText(name, "the name of a table");
    ArgumentException.requireNonNull(metadata, "the metadata of table '" + name + "'");
    List<SchemaItem> checked = checked(items, "table '" + name + "'");
    TableSettings settings = new TableSettings(metadata, checked);
    Table known = metadata.findTable(key(settings.schema(), name));
    if (known != null) {
      return known.metAgain(settings.rule(), checked);
    }
    Table table = new Table(name, metadata, settings);
    for (SchemaItem item : checked) {
      if (item instanceof TableOption.Listening listening) {
        listening.registration().accept(table.events);
      }
    }
    metadata.events().tellBeforeAttach(table, metadata);
    table.add(checked, false);
    metadata.add(table);
    metadata.events().tellAfterAttach(table, metadata);
    return table;
  }

  private Table metAgain(TableOption.OnDuplicate.Rule rule, List<SchemaItem> items) {
    if (rule == TableOption.OnDuplicate.Rule.REFUSE) {
      throw DuplicateNameException.table(key());
    }
    if (rule == TableOption.OnDuplicate.Rule.EXTEND) {
      items.forEach(settings::apply);
      add(items, true);
    }
    return this;
  }

  private static List<SchemaItem> checked(SchemaItem[] items, String owner) {
    ArgumentException.requireNonNull(items, "the parts of " + owner);
    List<SchemaItem> checked = new ArrayList<>(items.length);
    for (SchemaItem item : items) {
      checked.add(ArgumentException.requireNonNull(item, "a part of " + owner));
    }
    return checked;
  }

  private void add(List<SchemaItem> items, boolean replacing) {
    try {
      parts.add(items, replacing);
    } finally {
      see();
    }
  }

  /** Takes over what the parts have become. */
  private void see() {
    columns = List.copyOf(parts.columns().values());
    constraints = parts.constraints();
    indexes = parts.indexes();
    List<ForeignKey> keys = new ArrayList<>();
    for (Constraint constraint : constraints) {
      if (constraint instanceof ForeignKey key) {
        keys.add(key);
      }
    }
    foreignKeys = List.copyOf(keys);
    List<Column<?>> defaults = new ArrayList<>();
    for (Column<?> column : columns) {
      if (column.defaultValue() != null || column.onUpdateValue() != null) {
        defaults.add(column);
      }
      if (column.defaultValue() instanceof ColumnDefault.Next<?> next) {
        metadata.adopt(next.sequence());
      }
    }
    columnsWithClientDefaults = List.copyOf(defaults);
  }

  /**
   * Adds columns, constraints, indexes and options to this table. Emits no SQL, so that a table that
   * exists in the database lacks them; statements made before do not know them.
   *
   * @param items the parts; columns come after those that are there
   * @return this table
   * @throws DuplicateNameException if the table has a column of the same key or name
   * @throws NoSuchNameException if a constraint or index names a column that the table does not have
   */
  public Table append(SchemaItem... items) {
    List<SchemaItem> checked = checked(items, "table '" + key() + "'");
    checked.forEach(settings::apply);
    add(checked, false);
    return this;
  }

  /**
   * Replaces columns by others of the same key, together with the constraints and indexes that they asked
   * for. Emits no SQL.
   *
   * @param items the columns
   * @return this table
   */
  public Table replace(Column<?>... items) {
    add(checked(items, "table '" + key() + "'"), true);
    return this;
  }

  /**
   * Adds a column before others. Emits no SQL.
   *
   * @param column the column
   * @param position 0 for the first place
   * @return this table
   * @throws DuplicateNameException if the table has a column of the same key or name
   * @throws ArgumentException if there is no such place
   */
  public Table insert(Column<?> column, int position) {
    ArgumentException.requireNonNull(column, "a column of table '" + key() + "'");
    if (position < 0 || position > columns.size()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Column '" + column + "' cannot be inserted at " + position + " of table '" + key()
              + "', which has " + columns.size() + " columns. Give a place from 0 to that number.");
    }
    parts.insert(position, column);
    see();
    return this;
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
    return settings.schema();
  }

  @Override
  public Quoting quoting() {
    return settings.quoting();
  }

  @Override
  public Quoting schemaQuoting() {
    return settings.schemaQuoting();
  }

  @Override
  public @Nullable String comment() {
    return settings.comment();
  }

  /**
   * Whatever the application keeps with the table.
   *
   * @return the map itself, which may be changed
   */
  public Map<String, Object> info() {
    return settings.info();
  }

  /**
   * Words between CREATE and TABLE.
   *
   * @return the words
   */
  public List<String> prefixes() {
    return settings.prefixes();
  }

  /**
   * What was said for single kinds of databases.
   *
   * @return the options
   */
  public List<DialectOption> options() {
    return settings.options();
  }

  /**
   * Whether generated values may be asked for with RETURNING.
   *
   * @return true unless stated
   */
  public boolean allowsReturning() {
    return settings.returning();
  }

  /**
   * Where one listens to the creation and dropping of this table.
   *
   * @return the events
   */
  public DdlEvents events() {
    return events;
  }

  /**
   * The same table in another metadata: copies of columns, constraints and indexes. Foreign keys point at
   * tables of the same names there.
   *
   * @param target the other metadata
   * @param place in which schema, and under which name
   * @return the copy, or the table that is there already
   */
  public Table toMetaData(MetaData target, CopyOptions place) {
    ArgumentException.requireNonNull(target, "the metadata for a copy of table '" + key() + "'");
    ArgumentException.requireNonNull(place, "the place of a copy of table '" + key() + "'");
    return new CopyOptions.TableCopy(this, target, place).make();
  }

  /**
   * The same table in another metadata, in the schema it has here, or the one of that metadata.
   *
   * @param target the other metadata
   * @return the copy, or the table that is there already
   */
  public Table toMetaData(MetaData target) {
    return toMetaData(target, CopyOptions.SAME);
  }

  TableSettings settings() {
    return settings;
  }

  /**
   * States that this table must be created after another one and dropped before, though no foreign key
   * says so.
   *
   * @param other the table that comes first
   */
  public void dependsOn(Table other) {
    dependencies.add(ArgumentException.requireNonNull(other, "the table that comes first"));
  }

  List<Table> dependencies() {
    return dependencies;
  }

  /**
   * Creates this table by another statement than CREATE TABLE of its columns.
   *
   * @param element the statement, for example with IF NOT EXISTS
   */
  public void createBy(DdlElement element) {
    creator = ArgumentException.requireNonNull(element, "what creates table '" + key() + "'");
  }

  /**
   * Drops this table by another statement than DROP TABLE.
   *
   * @param element the statement, for example with IF EXISTS
   */
  public void dropBy(DdlElement element) {
    dropper = ArgumentException.requireNonNull(element, "what drops table '" + key() + "'");
  }

  @Nullable DdlElement creator() {
    return creator;
  }

  @Nullable DdlElement dropper() {
    return dropper;
  }

  void tellBeforeAttach(SchemaItem part) {
    events.tellBeforeAttach(part, this);
  }

  void tellAfterAttach(SchemaItem part) {
    events.tellAfterAttach(part, this);
  }

  /**
   * What {@link MetaData#table(String)} finds the table by.
   *
   * @return {@code table} or {@code schema.table}
   */
  public String key() {
    return key(settings.schema(), name);
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
    return columns;
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
      throw NoSuchNameException.column(key(), key, parts.columns().keySet());
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
    return parts.columns().get(ArgumentException.requireNonNull(key, "the key of a column"));
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
    return parts.primaryKey();
  }

  /**
   * The column whose values the database generates, by the rule of {@link Autoincrement}.
   *
   * @return the column, or null
   * @throws ArgumentException if a column that must generate cannot, or two must
   */
  public @Nullable Column<?> autoincrementColumn() {
    return primaryKey().autoincrementColumn();
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
    return columns;
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

  @Nullable Column<?> findColumnByName(String columnName) {
    for (Column<?> column : columns) {
      if (column.name().equals(columnName)) {
        return column;
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return key();
  }
}
