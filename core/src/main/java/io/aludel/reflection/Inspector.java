package io.aludel.reflection;

import io.aludel.ArgumentException;
import io.aludel.reflection.Relation.Kind;
import io.aludel.schema.MetaData;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says what a database holds: schemas, tables, views, columns, keys, constraints, indexes (parity rows
 * ORM-DDL-24 to 26). Looks at one schema, the default one unless {@link #in} says another. Answers are
 * kept until {@link #clearCache()}; each new question emits a fixed number of queries, however many tables
 * there are. Names of one case, as the dialect spells them without quotes, are given in lower case. Safe
 * to share over an engine; over a connection it belongs to the connection's thread.
 *
 * <pre>{@code
 * Inspector inspector = Inspector.of(engine);
 * for (String table : inspector.tables()) {
 *   inspector.columns(table).forEach(column -> …);
 * }
 * }</pre>
 */
public final class Inspector {
  private final Inspectable target;
  private final CatalogCache cache;
  private final @Nullable String schema;

  private Inspector(Inspectable target, CatalogCache cache, @Nullable String schema) {
    this.target = target;
    this.cache = cache;
    this.schema = schema;
  }

  /**
   * An inspector of a database. Emits nothing.
   *
   * @param target an engine, which opens a connection for each question, or a connection
   * @return the inspector, which looks at the default schema
   */
  public static Inspector of(Inspectable target) {
    ArgumentException.requireNonNull(target, "the engine or connection to inspect");
    return new Inspector(target, new CatalogCache(target), null);
  }

  /**
   * An inspector of another schema, which shares what is kept.
   *
   * @param name the schema, or null for the default one
   * @return the inspector
   */
  public Inspector in(@Nullable String name) {
    return new Inspector(target, cache, name);
  }

  /** Forgets all answers, so that what has changed is seen. */
  public void clearCache() {
    cache.forget();
  }

  /**
   * The schema that is looked at.
   *
   * @return its name, or null for the default one
   */
  public @Nullable String schema() {
    return schema;
  }

  /**
   * The name of the default schema.
   *
   * @return the name
   */
  public String defaultSchema() {
    return cache.ask("default", new Scope(null, null), Catalog::defaultSchema);
  }

  /**
   * The schemas of the database.
   *
   * @return their names in order
   */
  public List<String> schemas() {
    return cache.ask("schemas", new Scope(null, null), Catalog::schemas);
  }

  /**
   * Whether the database has a schema.
   *
   * @param name the schema
   * @return true if it has
   */
  public boolean hasSchema(String name) {
    return schemas().contains(ArgumentException.requireText(name, "the name of a schema"));
  }

  /**
   * Everything that has columns.
   *
   * @return tables and views, by name
   */
  public List<Relation> relations() {
    return cache.ask("relations", all(), (catalog, query) -> catalog.relations(query, all()));
  }

  private Scope all() {
    return new Scope(schema, null);
  }

  private List<String> names(Kind kind, boolean temporary) {
    return relations().stream()
        .filter(found -> found.kind() == kind && found.temporary() == temporary)
        .map(Relation::name)
        .toList();
  }

  /**
   * The tables but temporary ones.
   *
   * @return their names in order
   */
  public List<String> tables() {
    return names(Kind.TABLE, false);
  }

  /**
   * The temporary tables of this session.
   *
   * @return their names in order
   */
  public List<String> temporaryTables() {
    return names(Kind.TABLE, true);
  }

  /**
   * The views but temporary and materialized ones.
   *
   * @return their names in order
   */
  public List<String> views() {
    return names(Kind.VIEW, false);
  }

  /**
   * The temporary views of this session.
   *
   * @return their names in order
   */
  public List<String> temporaryViews() {
    return names(Kind.VIEW, true);
  }

  /**
   * The views whose rows the database keeps.
   *
   * @return their names in order
   */
  public List<String> materializedViews() {
    return names(Kind.MATERIALIZED_VIEW, false);
  }

  /**
   * The sequences, but those behind identity columns.
   *
   * @return the sequences by name; none where the database has none
   */
  public List<ReflectedSequence> sequences() {
    return cache.ask("sequences", all(), (catalog, query) -> catalog.sequences(query, schema));
  }

  /**
   * The enum types that the database keeps.
   *
   * @return the types by name; none where the database has none
   */
  public List<ReflectedEnum> enums() {
    return cache.ask("enums", all(), (catalog, query) -> catalog.enums(query, schema));
  }

  /**
   * Whether there is a table or view, a temporary one too.
   *
   * @param name its name
   * @return true if it exists
   */
  public boolean hasTable(String name) {
    return find(name) != null;
  }

  /**
   * Whether there is a sequence.
   *
   * @param name its name
   * @return true if it exists
   */
  public boolean hasSequence(String name) {
    ArgumentException.requireText(name, "the name of a sequence");
    return sequences().stream().anyMatch(found -> found.name().equals(name));
  }

  /**
   * Whether a table has an index.
   *
   * @param table the name of the table
   * @param index the name of the index
   * @return false if either does not exist
   */
  public boolean hasIndex(String table, String index) {
    ArgumentException.requireText(index, "the name of an index");
    return hasTable(table)
        && indexes(table).stream().anyMatch(found -> found.name().equals(index));
  }

  private @Nullable Relation find(String name) {
    ArgumentException.requireText(name, "the name of a table");
    for (Relation found : relations()) {
      if (found.name().equals(name)) {
        return found;
      }
    }
    return null;
  }

  Relation require(String name) {
    Relation found = find(name);
    if (found == null) {
      throw new NoSuchTableException(schema, List.of(name));
    }
    return found;
  }

  /** One subject of all tables, or of one. */
  private <V> Map<String, V> ask(Subject<V> subject, @Nullable String table) {
    Scope scope = new Scope(schema, table);
    return cache.ask(
        subject.name(), scope, (catalog, query) -> subject.read(catalog, query, scope));
  }

  private <V> V one(Subject<V> subject, String table, V none) {
    require(table);
    return ask(subject, table).getOrDefault(table, none);
  }

  private <V> Map<String, V> many(
      Subject<V> subject, TableFilter filter, Function<String, V> none) {
    ArgumentException.requireNonNull(filter, "which tables are asked for");
    String only = filter.names().size() == 1 ? filter.names().iterator().next() : null;
    Map<String, V> all = ask(subject, only);
    Map<String, V> chosen = new LinkedHashMap<>();
    for (Relation relation : relations()) {
      if (filter.accepts(relation)) {
        V found = all.get(relation.name());
        chosen.put(relation.name(), found == null ? none.apply(relation.name()) : found);
      }
    }
    return chosen;
  }

  /**
   * The columns of a table or view.
   *
   * @param table its name
   * @return the columns in order
   * @throws NoSuchTableException if there is no such table or view
   */
  public List<ReflectedColumn> columns(String table) {
    return one(Subject.COLUMNS, table, List.of());
  }

  /**
   * The columns of many tables.
   *
   * @param filter which tables and views
   * @return the columns of each, by name
   */
  public Map<String, List<ReflectedColumn>> columns(TableFilter filter) {
    return many(Subject.COLUMNS, filter, name -> List.of());
  }

  /**
   * The primary key of a table.
   *
   * @param table its name
   * @return the key, without columns if it has none
   * @throws NoSuchTableException if there is no such table
   */
  public ReflectedKey primaryKey(String table) {
    return one(Subject.PRIMARY_KEYS, table, Subject.NO_KEY);
  }

  /**
   * The primary keys of many tables.
   *
   * @param filter which tables
   * @return the key of each, by name
   */
  public Map<String, ReflectedKey> primaryKeys(TableFilter filter) {
    return many(Subject.PRIMARY_KEYS, filter, name -> Subject.NO_KEY);
  }

  /**
   * The unique constraints of a table.
   *
   * @param table its name
   * @return the constraints
   * @throws NoSuchTableException if there is no such table
   */
  public List<ReflectedKey> uniqueConstraints(String table) {
    return one(Subject.UNIQUE_CONSTRAINTS, table, List.of());
  }

  /**
   * The unique constraints of many tables.
   *
   * @param filter which tables
   * @return the constraints of each, by name
   */
  public Map<String, List<ReflectedKey>> uniqueConstraints(TableFilter filter) {
    return many(Subject.UNIQUE_CONSTRAINTS, filter, name -> List.of());
  }

  /**
   * The foreign keys of a table.
   *
   * @param table its name
   * @return the foreign keys
   * @throws NoSuchTableException if there is no such table
   */
  public List<ReflectedForeignKey> foreignKeys(String table) {
    return one(Subject.FOREIGN_KEYS, table, List.of());
  }

  /**
   * The foreign keys of many tables.
   *
   * @param filter which tables
   * @return the foreign keys of each, by name
   */
  public Map<String, List<ReflectedForeignKey>> foreignKeys(TableFilter filter) {
    return many(Subject.FOREIGN_KEYS, filter, name -> List.of());
  }

  /**
   * The indexes of a table, but that of the primary key.
   *
   * @param table its name
   * @return the indexes, those behind unique constraints too
   * @throws NoSuchTableException if there is no such table
   */
  public List<ReflectedIndex> indexes(String table) {
    return one(Subject.INDEXES, table, List.of());
  }

  /**
   * The indexes of many tables.
   *
   * @param filter which tables
   * @return the indexes of each, by name
   */
  public Map<String, List<ReflectedIndex>> indexes(TableFilter filter) {
    return many(Subject.INDEXES, filter, name -> List.of());
  }

  /**
   * The check constraints of a table.
   *
   * @param table its name
   * @return the constraints
   * @throws NoSuchTableException if there is no such table
   */
  public List<ReflectedCheck> checkConstraints(String table) {
    return one(Subject.CHECKS, table, List.of());
  }

  /**
   * The check constraints of many tables.
   *
   * @param filter which tables
   * @return the constraints of each, by name
   */
  public Map<String, List<ReflectedCheck>> checkConstraints(TableFilter filter) {
    return many(Subject.CHECKS, filter, name -> List.of());
  }

  /**
   * The comment on a table.
   *
   * @param table its name
   * @return the comment, or null
   * @throws NoSuchTableException if there is no such table
   */
  public @Nullable String tableComment(String table) {
    return require(table).comment();
  }

  /**
   * What the dialect says of a table.
   *
   * @param table its name
   * @return for example {@code engine} on MariaDB
   * @throws NoSuchTableException if there is no such table
   */
  public Map<String, String> tableOptions(String table) {
    return require(table).options();
  }

  /**
   * The query of a view.
   *
   * @param view its name
   * @return the query as the database writes it
   * @throws NoSuchTableException if there is no such view
   */
  public String viewDefinition(String view) {
    String definition = require(view).definition();
    if (definition == null) {
      throw new NoSuchTableException(schema, List.of(view));
    }
    return definition;
  }

  /**
   * The names of the tables in an order in which each stands after those its foreign keys point at.
   *
   * @return the names; tables on a cycle stand in some order
   */
  public List<String> sortedTables() {
    Map<String, List<ReflectedForeignKey>> keys = foreignKeys(TableFilter.TABLES);
    List<String> open = new ArrayList<>(keys.keySet());
    List<String> sorted = new ArrayList<>();
    while (!open.isEmpty()) {
      List<String> ready = new ArrayList<>();
      for (String table : open) {
        List<ReflectedForeignKey> own = keys.getOrDefault(table, List.of());
        if (own.stream().noneMatch(key -> waits(key, table, open))) {
          ready.add(table);
        }
      }
      List<String> next = ready.isEmpty() ? List.of(open.get(0)) : ready;
      sorted.addAll(next);
      open.removeAll(next);
    }
    return sorted;
  }

  private static boolean waits(ReflectedForeignKey key, String table, List<String> open) {
    String other = key.target().table();
    return key.target().schema() == null && !other.equals(table) && open.contains(other);
  }

  /**
   * Adds one table of the database to a metadata (parity row ORM-DDL-24). Tables that it refers to are
   * added too.
   *
   * @param name its name
   * @param metadata what gets it
   * @param items columns, which replace those found of the same name, constraints and options
   * @return the table
   * @throws NoSuchTableException if there is no such table or view
   * @throws UnreflectableTableException if the database cannot tell the columns of a view
   */
  public Table table(String name, MetaData metadata, SchemaItem... items) {
    return table(name, metadata, ReflectOptions.ALL, items);
  }

  /**
   * Adds one table of the database to a metadata.
   *
   * @param name its name
   * @param metadata what gets it
   * @param options which columns, and whether tables that it refers to are added too
   * @param items columns, which replace those found of the same name, constraints and options
   * @return the table
   * @throws NoSuchTableException if there is no such table or view
   * @throws UnreflectableTableException if the database cannot tell the columns of a view
   */
  public Table table(String name, MetaData metadata, ReflectOptions options, SchemaItem... items) {
    ArgumentException.requireNonNull(metadata, "the metadata for table '" + name + "'");
    ArgumentException.requireNonNull(items, "the parts of table '" + name + "'");
    Inspector within = in(place(metadata, options));
    within.require(name);
    return new MetaDataReflection(within, metadata, options).one(name, List.of(items));
  }

  /**
   * Adds tables of the database to a metadata. Views whose columns the database cannot tell are left out,
   * with a warning in the log.
   *
   * @param metadata what gets them
   * @param options which tables, and what of them
   * @throws NoSuchTableException if a table that is asked for by name is not there
   */
  public void reflect(MetaData metadata, ReflectOptions options) {
    ArgumentException.requireNonNull(metadata, "the metadata for tables of the database");
    ArgumentException.requireNonNull(options, "which tables are added");
    Inspector within = in(place(metadata, options));
    Set<String> present =
        Set.copyOf(within.relations().stream().map(Relation::name).toList());
    List<String> missing =
        options.only().stream().filter(name -> !present.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw new NoSuchTableException(within.schema(), missing);
    }
    new MetaDataReflection(within, metadata, options).many();
  }

  private @Nullable String place(MetaData metadata, ReflectOptions options) {
    if (options.schema() != null) {
      return options.schema();
    }
    return schema == null ? metadata.schema() : schema;
  }
}
