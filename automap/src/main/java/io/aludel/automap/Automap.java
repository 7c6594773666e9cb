package io.aludel.automap;

import com.palantir.javapoet.ClassName;
import io.aludel.ArgumentException;
import io.aludel.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectOptions;
import io.aludel.schema.MetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes entity classes for the tables of a database (parity row ORM-DDL-27). The sources compile with
 * Aludel's processor and map just the tables that are there: a registry of them would create the same.
 * They are a start: from then on they are yours to change.
 *
 * <pre>{@code
 * Sources found = Automap.of(engine).packageName("shop.model").sources();
 * found.notes().forEach(note -> …);
 * found.writeTo(Path.of("src/main/java"));
 * }</pre>
 *
 * <p>Each foreign key between two tables gives a reference and, on the other side, a collection. If a
 * column of the key is NOT NULL, the members are deleted with their owner, and when they lose it. ON
 * DELETE CASCADE, or SET NULL of a key that may be null, leaves that to the database. A table of nothing
 * but two foreign keys becomes a many-to-many relationship instead of a class.
 *
 * <p>Immutable: each setting gives a copy.
 */
public final class Automap {
  /** Where the tables come from. */
  private interface Origin {
    MetaData tables(Automap settings);
  }

  private final Origin origin;
  private final Dialect dialect;
  private final String packageName;
  private final ModelNaming naming;
  private final Map<String, Declared> declared;
  private final Choice choice;

  /** Which tables get a class; names in full. */
  private record Choice(List<@Nullable String> schemas, Set<String> only, Set<String> without) {}

  private Automap(
      Origin origin,
      Dialect dialect,
      String packageName,
      ModelNaming naming,
      Map<String, Declared> declared,
      Choice choice) {
    this.origin = origin;
    this.dialect = dialect;
    this.packageName = packageName;
    this.naming = naming;
    this.declared = declared;
    this.choice = choice;
  }

  /**
   * For the tables of a database, at first those of its default schema.
   *
   * @param engine the database
   * @return the mapping of its tables
   */
  public static Automap of(Engine engine) {
    ArgumentException.requireNonNull(engine, "the database to map");
    return of(settings -> settings.reflect(engine), engine.dialect());
  }

  /**
   * For tables that a metadata has, as {@link Inspector#reflect} put them there.
   *
   * @param metadata the tables
   * @param dialect the dialect of the database that they are from
   * @return the mapping of the tables
   */
  public static Automap of(MetaData metadata, Dialect dialect) {
    ArgumentException.requireNonNull(metadata, "the tables to map");
    ArgumentException.requireNonNull(dialect, "the dialect of the tables to map");
    return of(settings -> metadata, dialect);
  }

  private static Automap of(Origin origin, Dialect dialect) {
    List<@Nullable String> usual = new ArrayList<>();
    usual.add(null);
    return new Automap(
        origin,
        dialect,
        "model",
        ModelNaming.STANDARD,
        Map.of(),
        new Choice(usual, Set.of(), Set.of()));
  }

  /**
   * Writes the classes into a package; without this it is {@code model}.
   *
   * @param name the package
   * @return a copy
   * @throws AutomapException if it is no name of a package
   */
  public Automap packageName(String name) {
    ArgumentException.requireText(name, "the package of mapped classes");
    String checked = JavaNames.checkedPackage(name, "mapped classes");
    return new Automap(origin, dialect, checked, naming, declared, choice);
  }

  /**
   * Calls things by another naming.
   *
   * @param other the naming
   * @return a copy
   */
  public Automap naming(ModelNaming other) {
    ArgumentException.requireNonNull(other, "the naming of mapped classes");
    return new Automap(origin, dialect, packageName, other, declared, choice);
  }

  /**
   * Looks at these schemas instead of the default one. Tables elsewhere that theirs refer to get a class
   * too.
   *
   * @param names the schemas
   * @return a copy
   */
  public Automap schemas(String... names) {
    ArgumentException.requireNonNull(names, "the schemas to map");
    List<@Nullable String> schemas = new ArrayList<>();
    for (String name : names) {
      schemas.add(ArgumentException.requireText(name, "a schema to map"));
    }
    return with(new Choice(schemas, choice.only(), choice.without()));
  }

  /**
   * Writes classes for these tables and no others.
   *
   * @param tables names of tables, with their schema unless that is the default one
   * @return a copy
   */
  public Automap only(String... tables) {
    return with(new Choice(choice.schemas(), names(tables), choice.without()));
  }

  /**
   * Writes no classes for these tables.
   *
   * @param tables names of tables, with their schema unless that is the default one
   * @return a copy
   */
  public Automap without(String... tables) {
    return with(new Choice(choice.schemas(), choice.only(), names(tables)));
  }

  private static Set<String> names(String... tables) {
    ArgumentException.requireNonNull(tables, "names of tables");
    Set<String> names = new LinkedHashSet<>();
    for (String table : tables) {
      names.add(ArgumentException.requireText(table, "the name of a table"));
    }
    return names;
  }

  private Automap with(Choice other) {
    return new Automap(origin, dialect, packageName, naming, declared, other);
  }

  /**
   * Keeps a class that the application has for a table: no source is written for it, others refer to it.
   * A relationship of theirs is populated from the other side where the class has one of the name that
   * the naming gives to that side, and stands alone where it has none.
   *
   * @param table the name of the table, with its schema unless that is the default one
   * @param className the qualified name of the class
   * @param relationships the names of the relationships that it has with classes still to be written
   * @return a copy
   * @throws AutomapException if that is no name of a class
   */
  public Automap declared(String table, String className, String... relationships) {
    ArgumentException.requireText(table, "the name of a table with a class");
    ArgumentException.requireText(className, "the class of table '" + table + "'");
    ArgumentException.requireNonNull(relationships, "the relationships of " + className);
    JavaNames.checkedPackage(className, "the class of table '" + table + "'");
    Map<String, Declared> more = new LinkedHashMap<>(declared);
    int dot = className.lastIndexOf('.');
    ClassName type =
        ClassName.get(dot < 0 ? "" : className.substring(0, dot), className.substring(dot + 1));
    more.put(table, new Declared(type, Set.copyOf(Arrays.asList(relationships))));
    return new Automap(origin, dialect, packageName, naming, more, choice);
  }

  /**
   * Reads the tables and makes the sources. For an engine, opens a connection for each question to the
   * catalogue, of which there is a fixed number for each schema; writes no file.
   *
   * @return the sources
   * @throws AutomapException if a table that was named is not there, or the naming gives what is no name
   */
  public Sources sources() {
    MetaData metadata = origin.tables(this);
    requireTables(metadata);
    ModelPlan plan = new ModelPlan(
        metadata,
        new PlannedNames(naming, packageName),
        declared,
        table -> (choice.only().isEmpty() || choice.only().contains(table.key()))
            && !choice.without().contains(table.key()));
    return plan.sources(new MadeNames(dialect.name()));
  }

  private MetaData reflect(Engine engine) {
    Inspector inspector = Inspector.of(engine);
    MetaData metadata = new MetaData();
    for (String schema : choice.schemas()) {
      inspector.in(schema).reflect(metadata, ReflectOptions.ALL);
    }
    return metadata;
  }

  private void requireTables(MetaData metadata) {
    Set<String> wanted = new LinkedHashSet<>(choice.only());
    wanted.addAll(choice.without());
    wanted.addAll(declared.keySet());
    for (String name : wanted) {
      if (metadata.findTable(name) == null) {
        throw new AutomapException(
            AutomapError.UNKNOWN_TABLE,
            "No classes can be written: table '" + name + "' was named, but is not there. The"
                + " tables are " + metadata.tables() + ". Correct the name, or add its schema.");
      }
    }
  }
}
