package io.aludel.reflection;

import io.aludel.ArgumentException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which tables of the database are added to a metadata, and what of them; see {@link Inspector#reflect}.
 * Immutable.
 *
 * @param schema the schema that is looked at, or null for that of the metadata
 * @param only the names that are asked for; empty for all that {@code wanted} accepts
 * @param wanted accepts the names of tables
 * @param wantedColumns accepts the names of columns
 * @param extras what is added besides
 */
public record ReflectOptions(
    @Nullable String schema,
    List<String> only,
    Predicate<String> wanted,
    Predicate<String> wantedColumns,
    Set<Extra> extras) {
  /** What can be added besides tables. */
  public enum Extra {
    /** Views. */
    VIEWS,
    /** Tables that foreign keys point at, in whatever schema. */
    REFERRED,
    /** To tables that the metadata has: columns, constraints and indexes that they lack. */
    MISSING_PARTS,
    /** To tables that the metadata has: all columns, in place of those declared. */
    REPLACED_COLUMNS
  }

  /** All tables of the metadata's schema, those that they refer to, and no views. */
  public static final ReflectOptions ALL =
      new ReflectOptions(null, List.of(), name -> true, name -> true, Set.of(Extra.REFERRED));

  /** Creates the options. */
  public ReflectOptions {
    only = List.copyOf(ArgumentException.requireNonNull(only, "the tables to reflect"));
    ArgumentException.requireNonNull(wanted, "which tables to reflect");
    ArgumentException.requireNonNull(wantedColumns, "which columns to reflect");
    extras = Set.copyOf(ArgumentException.requireNonNull(extras, "what to reflect besides"));
  }

  /**
   * The options with a schema.
   *
   * @param name the schema
   * @return a copy
   */
  public ReflectOptions inSchema(String name) {
    String checked = ArgumentException.requireText(name, "the schema to reflect");
    return new ReflectOptions(checked, only, wanted, wantedColumns, extras);
  }

  /**
   * The options with some tables, or views, asked for by name.
   *
   * @param names the names, all of which must exist
   * @return a copy
   */
  public ReflectOptions only(String... names) {
    List<String> asked = List.of(ArgumentException.requireNonNull(names, "the tables to reflect"));
    return new ReflectOptions(schema, asked, wanted, wantedColumns, extras);
  }

  /**
   * The options with a choice of tables.
   *
   * @param accepted accepts the names of tables
   * @return a copy
   */
  public ReflectOptions matching(Predicate<String> accepted) {
    return new ReflectOptions(schema, only, accepted, wantedColumns, extras);
  }

  /**
   * The options with a choice of columns. Constraints and indexes over others are left out.
   *
   * @param accepted accepts the names of columns
   * @return a copy
   */
  public ReflectOptions columns(Predicate<String> accepted) {
    return new ReflectOptions(schema, only, wanted, accepted, extras);
  }

  /**
   * The options with other extras.
   *
   * @param others what is added besides tables, in place of what was
   * @return a copy
   */
  public ReflectOptions with(Extra... others) {
    return new ReflectOptions(schema, only, wanted, wantedColumns, Set.of(others));
  }

  boolean adds(Extra extra) {
    return extras.contains(extra);
  }
}
