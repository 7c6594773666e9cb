package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.Quoting;
import io.aludel.types.EnumType;
import io.aludel.types.SchemaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables that belong together: those whose foreign keys point at each other, and that are created
 * and dropped together (parity row ORM-DDL-01). Filled by one thread while an application starts,
 * afterwards safe to share.
 */
public final class MetaData {
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final Map<String, Sequence> sequences = new LinkedHashMap<>();
  private final Map<String, Object> info = new HashMap<>();
  private final DdlEvents events = new DdlEvents(null);
  private final Settings settings;

  /**
   * What is said of a metadata as a whole. Immutable.
   *
   * @param schema the schema of tables that name none, or null for the database's default
   * @param schemaQuoting whether the name of that schema stands in quotes
   * @param naming how constraints and indexes without a name are named
   */
  public record Settings(@Nullable String schema, Quoting schemaQuoting, NamingConvention naming) {
    /** The default schema, and {@link NamingConvention#STANDARD}. */
    public static final Settings DEFAULT =
        new Settings(null, Quoting.AUTO, NamingConvention.STANDARD);

    /** Creates the settings. */
    public Settings {
      ArgumentException.requireNonNull(schemaQuoting, "the quoting of a schema");
      ArgumentException.requireNonNull(naming, "a naming convention");
    }

    /**
     * The settings with a schema.
     *
     * @param name the schema of tables that name none
     * @return a copy
     * @throws ArgumentException if {@code name} is null or blank
     */
    public Settings schema(String name) {
      String checked = ArgumentException.requireText(name, "the schema of a metadata");
      return new Settings(checked, schemaQuoting, naming);
    }

    /**
     * The settings with quotes around the name of the schema.
     *
     * @param quoting whether it stands in quotes
     * @return a copy
     */
    public Settings schemaQuoting(Quoting quoting) {
      return new Settings(schema, quoting, naming);
    }

    /**
     * The settings with a naming convention.
     *
     * @param convention the convention
     * @return a copy
     */
    public Settings naming(NamingConvention convention) {
      return new Settings(schema, schemaQuoting, convention);
    }
  }

  /** Creates an empty metadata whose tables are in the database's default schema. */
  public MetaData() {
    this(Settings.DEFAULT);
  }

  /**
   * Creates an empty metadata.
   *
   * @param schema the schema of tables that name none
   * @throws ArgumentException if {@code schema} is null or blank
   */
  public MetaData(String schema) {
    this(Settings.DEFAULT.schema(schema));
  }

  /**
   * Creates an empty metadata.
   *
   * @param naming how constraints and indexes without a name are named
   */
  public MetaData(NamingConvention naming) {
    this(Settings.DEFAULT.naming(naming));
  }

  /**
   * Creates an empty metadata.
   *
   * @param settings schema and naming convention
   */
  public MetaData(Settings settings) {
    this.settings = ArgumentException.requireNonNull(settings, "the settings of a metadata");
  }

  /**
   * The schema of tables that name none.
   *
   * @return the schema, or null for the database's default
   */
  public @Nullable String schema() {
    return settings.schema();
  }

  Quoting schemaQuoting() {
    return settings.schemaQuoting();
  }

  /**
   * How constraints and indexes without a name are named.
   *
   * @return the convention
   */
  public NamingConvention naming() {
    return settings.naming();
  }

  /**
   * Whatever the application keeps with the metadata.
   *
   * @return the map itself, which may be changed
   */
  public Map<String, Object> info() {
    return info;
  }

  /**
   * Where one listens to the creation and dropping of the tables.
   *
   * @return the events
   */
  public DdlEvents events() {
    return events;
  }

  /**
   * The schemas that tables and sequences are in.
   *
   * @return the names in order, without the database's default
   */
  public Set<String> schemas() {
    Set<String> found = new TreeSet<>();
    tables.values().forEach(table -> addSchema(found, table.schema()));
    sequences.values().forEach(sequence -> addSchema(found, sequence.schema()));
    return found;
  }

  private static void addSchema(Set<String> found, @Nullable String schema) {
    if (schema != null) {
      found.add(schema);
    }
  }

  /**
   * The sequences that are created and dropped with the tables.
   *
   * @return a copy, in the order they were declared
   */
  public List<Sequence> sequences() {
    return List.copyOf(sequences.values());
  }

  /**
   * The sequence of this key.
   *
   * @param key {@code sequence}, or {@code schema.sequence} for one in a schema
   * @return the sequence
   * @throws NoSuchNameException if there is none
   */
  public Sequence sequence(String key) {
    Sequence found = sequences.get(ArgumentException.requireNonNull(key, "the key of a sequence"));
    if (found == null) {
      throw NoSuchNameException.sequence(key, sequences.keySet());
    }
    return found;
  }

  /**
   * The types of the database that columns of the tables use: enums and domains, each once.
   *
   * @param kind the kind wanted, such as {@code EnumType.class}, or {@link SchemaType} for all
   * @param <S> the kind
   * @return the types, in the order of their tables
   */
  public <S extends SchemaType> List<S> types(Class<S> kind) {
    ArgumentException.requireNonNull(kind, "the kind of types");
    Set<S> found = new LinkedHashSet<>();
    for (Table table : tables.values()) {
      for (Column<?> column : table.columns()) {
        if (kind.isInstance(column.type())) {
          found.add(kind.cast(column.type()));
        }
      }
    }
    return List.copyOf(found);
  }

  /**
   * The enum or domain of a name that columns of the tables use.
   *
   * @param name the name of the type in the database
   * @return the type
   * @throws NoSuchNameException if no column uses a type of that name
   */
  public SchemaType type(String name) {
    ArgumentException.requireNonNull(name, "the name of a type");
    Set<String> known = new TreeSet<>();
    for (SchemaType type : types(SchemaType.class)) {
      if (type instanceof EnumType<?> constants && constants.isAnonymous()) {
        continue;
      }
      if (type.typeName().equals(name)) {
        return type;
      }
      known.add(type.typeName());
    }
    throw NoSuchNameException.type(name, known);
  }

  /** Forgets all tables and sequences. Emits no SQL. */
  public void clear() {
    tables.clear();
    sequences.clear();
  }

  /**
   * The tables in the order they were declared.
   *
   * @return a copy
   */
  public List<Table> tables() {
    return List.copyOf(tables.values());
  }

  /**
   * The tables in an order in which each stands after those its foreign keys point at. Foreign keys in a
   * cycle are ignored, with a warning in the log.
   *
   * @return the tables, each once
   * @throws NoReferencedTableException if a foreign key points at a table that is not here
   */
  public List<Table> sortedTables() {
    return SortedTables.of(tables()).warned("sorted").tables();
  }

  /**
   * The table of this key.
   *
   * @param key {@code table}, or {@code schema.table} for a table in a schema
   * @return the table
   * @throws NoSuchNameException if there is none
   */
  public Table table(String key) {
    Table found = findTable(key);
    if (found == null) {
      throw NoSuchNameException.table(this, key);
    }
    return found;
  }

  /**
   * The table of this key, if there is one.
   *
   * @param key {@code table}, or {@code schema.table} for a table in a schema
   * @return the table, or null
   */
  public @Nullable Table findTable(String key) {
    return tables.get(ArgumentException.requireNonNull(key, "the key of a table"));
  }

  /**
   * Forgets a table. Foreign keys of other tables that point at it stay as they are.
   *
   * @param table the table, ignored if it is not here
   */
  public void remove(Table table) {
    ArgumentException.requireNonNull(table, "the table to remove");
    tables.remove(table.key(), table);
  }

  /**
   * Creates all tables that do not exist, with constraints and indexes, in an order no foreign key
   * objects to. Emits one look-up a schema, one CREATE TABLE a table, one CREATE INDEX an index, and one ALTER
   * TABLE for each foreign key in a cycle. Tables that exist are left as they are.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void createAll(DdlTarget target) {
    createAll(target, tables(), CheckFirst.ON);
  }

  /**
   * Creates some tables, in an order no foreign key objects to.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   * @param some tables of this metadata
   * @param check whether to leave out tables that exist
   */
  public void createAll(DdlTarget target, Collection<Table> some, CheckFirst check) {
    List<Table> chosen = checked(target, some, check);
    List<Sequence> counters = wanted(some);
    target.withDdl(runner -> new SchemaRun(runner, check).create(this, chosen, counters));
  }

  /**
   * Drops all tables that exist, in the opposite order of {@link #createAll(DdlTarget)}. Emits one
   * look-up a schema and one DROP TABLE a table, and first one ALTER TABLE for each foreign key in a cycle.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void dropAll(DdlTarget target) {
    dropAll(target, tables(), CheckFirst.ON);
  }

  /**
   * Drops some tables, in an order no foreign key objects to.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   * @param some tables of this metadata
   * @param check whether to leave out tables that do not exist
   */
  public void dropAll(DdlTarget target, Collection<Table> some, CheckFirst check) {
    List<Table> chosen = checked(target, some, check);
    List<Sequence> counters = wanted(some);
    target.withDdl(runner -> new SchemaRun(runner, check).drop(this, chosen, counters));
  }

  private List<Table> checked(DdlTarget target, Collection<Table> some, CheckFirst check) {
    ArgumentException.requireNonNull(target, "the engine or connection that runs DDL");
    ArgumentException.requireNonNull(check, "whether to check first");
    List<Table> chosen = new ArrayList<>();
    for (Table table : ArgumentException.requireNonNull(some, "the tables")) {
      chosen.add(table(ArgumentException.requireNonNull(table, "a table").key()));
    }
    return chosen;
  }

  /** The sequences that go with some tables: all with all of them, else those of their columns. */
  private List<Sequence> wanted(Collection<Table> some) {
    if (some.size() == tables.size()) {
      return sequences();
    }
    List<Sequence> wanted = new ArrayList<>();
    for (Table table : some) {
      for (Column<?> column : table.columns()) {
        if (column.defaultValue() instanceof ColumnDefault.Next<?> next) {
          wanted.add(sequences.getOrDefault(next.sequence().key(), next.sequence()));
        }
      }
    }
    return wanted;
  }

  /**
   * Adds tables that the database has and this metadata has not, with columns, keys, constraints, indexes
   * and comments (parity row ORM-DDL-24). Emits a fixed number of queries a schema, however many tables.
   *
   * @param target an engine, which uses a connection and transaction of its own, or a connection
   */
  public void reflect(DdlTarget target) {
    ArgumentException.requireNonNull(target, "the engine or connection that is looked at");
    target.withDdl(runner -> runner.reflect(this));
  }

  void add(Table table) {
    tables.put(table.key(), table);
  }

  void add(Sequence sequence) {
    if (sequences.putIfAbsent(sequence.key(), sequence) != null) {
      throw DuplicateNameException.sequence(sequence.key());
    }
  }

  /** Takes the sequence of a column in, unless it is here or elsewhere. */
  void adopt(Sequence sequence) {
    if (sequence.metadata() == null) {
      sequences.putIfAbsent(sequence.key(), sequence);
      sequence.ownedBy(this);
    }
  }

  Collection<String> tableKeys() {
    return tables.keySet();
  }

  @Override
  public String toString() {
    return "MetaData" + tables.keySet();
  }
}
