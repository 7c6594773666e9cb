package io.aludel.schema;

import io.aludel.ArgumentException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tables that belong together: those whose foreign keys point at each other, and that are created
 * and dropped together (parity row ORM-DDL-01). Filled by one thread while an application starts,
 * afterwards safe to share.
 */
public final class MetaData {
  private final Map<String, Table> tables = new LinkedHashMap<>();
  private final @Nullable String schema;

  /** Creates an empty metadata whose tables are in the database's default schema. */
  public MetaData() {
    this.schema = null;
  }

  /**
   * Creates an empty metadata.
   *
   * @param schema the schema of tables that name none
   * @throws ArgumentException if {@code schema} is null or blank
   */
  public MetaData(String schema) {
    this.schema = ArgumentException.requireText(schema, "the schema of a metadata");
  }

  /**
   * The schema of tables that name none.
   *
   * @return the schema, or null for the database's default
   */
  public @Nullable String schema() {
    return schema;
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
   * cycle are ignored.
   *
   * @return the tables, each once
   * @throws NoReferencedTableException if a foreign key points at a table that is not here
   */
  public List<Table> sortedTables() {
    return SchemaPlan.sorted(tables());
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
    target.withDdl(runner -> SchemaPlan.create(chosen, check, runner));
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
    target.withDdl(runner -> SchemaPlan.drop(chosen, tables(), check, runner));
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

  void refuseSecond(String key) {
    if (tables.containsKey(key)) {
      throw DuplicateNameException.table(key);
    }
  }

  void add(Table table) {
    tables.put(table.key(), table);
  }

  Collection<String> tableKeys() {
    return tables.keySet();
  }

  @Override
  public String toString() {
    return "MetaData" + tables.keySet();
  }
}
