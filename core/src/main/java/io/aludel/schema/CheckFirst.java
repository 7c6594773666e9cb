package io.aludel.schema;

import io.aludel.ArgumentException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What creating and dropping look for in the database before they begin (parity row ORM-DDL-15).
 * Existing things are then not created, missing ones not dropped. Immutable.
 */
public final class CheckFirst {
  /** A kind of thing that can be looked for. */
  public enum Kind {
    /** Tables. */
    TABLES,
    /** Views. */
    VIEWS,
    /** Indexes that are created or dropped by themselves, without their table. */
    INDEXES,
    /** Sequences. */
    SEQUENCES,
    /** Types that the database keeps, such as native enums. */
    TYPES
  }

  /** Everything is looked for. Costs one look-up a schema for each kind of thing there is. */
  public static final CheckFirst ON = new CheckFirst(EnumSet.allOf(Kind.class));

  /** Nothing is: the database reports what cannot be done. */
  public static final CheckFirst OFF = new CheckFirst(EnumSet.noneOf(Kind.class));

  private final Set<Kind> kinds;

  private CheckFirst(Set<Kind> kinds) {
    this.kinds = Set.copyOf(kinds);
  }

  /**
   * Looks for some kinds of things.
   *
   * @param kinds the kinds
   * @return the check
   */
  public static CheckFirst of(Kind... kinds) {
    return new CheckFirst(
        Set.of(ArgumentException.requireNonNull(kinds, "what to look for in the database")));
  }

  /**
   * Whether a kind of thing is looked for.
   *
   * @param kind the kind
   * @return true if it is
   */
  public boolean asksFor(Kind kind) {
    return kinds.contains(ArgumentException.requireNonNull(kind, "a kind of thing"));
  }

  @Override
  public String toString() {
    return "CheckFirst" + kinds;
  }
}
