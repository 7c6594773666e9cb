package io.aludel.reflection;

import io.aludel.ArgumentException;
import io.aludel.reflection.Relation.Kind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which tables and views a bulk method of the {@link Inspector} tells about (parity row ORM-DDL-26).
 * Immutable.
 *
 * @param kinds tables, views, materialized views
 * @param lifetimes lasting ones, temporary ones
 * @param names the names; empty for all
 */
public record TableFilter(Set<Kind> kinds, Set<Lifetime> lifetimes, Set<String> names) {
  /** How long a table lives. */
  public enum Lifetime {
    /** Until it is dropped. */
    LASTING,
    /** As long as the session. */
    TEMPORARY
  }

  /** Lasting tables. */
  public static final TableFilter TABLES =
      new TableFilter(EnumSet.of(Kind.TABLE), EnumSet.of(Lifetime.LASTING), Set.of());

  /** Everything: tables and views of any kind, temporary ones too. */
  public static final TableFilter ANY =
      new TableFilter(EnumSet.allOf(Kind.class), EnumSet.allOf(Lifetime.class), Set.of());

  /** Creates the filter. */
  public TableFilter {
    kinds = Set.copyOf(ArgumentException.requireNonNull(kinds, "the kinds of a filter"));
    lifetimes =
        Set.copyOf(ArgumentException.requireNonNull(lifetimes, "the lifetimes of a filter"));
    names = Set.copyOf(ArgumentException.requireNonNull(names, "the names of a filter"));
  }

  /**
   * The filter for other kinds.
   *
   * @param others the kinds
   * @return a copy
   */
  public TableFilter kinds(Kind... others) {
    return new TableFilter(Set.of(others), lifetimes, names);
  }

  /**
   * The filter for other lifetimes.
   *
   * @param others the lifetimes
   * @return a copy
   */
  public TableFilter lifetimes(Lifetime... others) {
    return new TableFilter(kinds, Set.of(others), names);
  }

  /**
   * The filter for some names. Names that do not exist are left out silently.
   *
   * @param others the names
   * @return a copy
   */
  public TableFilter names(String... others) {
    return new TableFilter(kinds, lifetimes, Set.of(others));
  }

  boolean accepts(Relation relation) {
    Lifetime lifetime = relation.temporary() ? Lifetime.TEMPORARY : Lifetime.LASTING;
    return kinds.contains(relation.kind())
        && lifetimes.contains(lifetime)
        && (names.isEmpty() || names.contains(relation.name()));
  }
}
