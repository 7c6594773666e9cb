package io.aludel.orm.internal.option;

import io.aludel.orm.annotation.Lazy;

/** How a relationship is to be loaded. */
public enum LoadStyle {
  /** As the mapping says; an option with this style only leads further. */
  DEFAULT("defaultLoad"),
  LAZY("lazyLoad"),
  JOINED("joinedLoad"),
  SELECTIN("selectinLoad"),
  SUBQUERY("subqueryLoad"),
  IMMEDIATE("immediateLoad"),
  RAISE("raiseLoad"),
  RAISE_ON_SQL("raiseLoadOnSql"),
  NO_LOAD("noLoad"),
  /** From columns that the statement joins by itself. */
  CONTAINED("containsEager"),
  /** Never as a whole. */
  WRITE_ONLY("writeOnly");

  private final String word;

  LoadStyle(String word) {
    this.word = word;
  }

  /** The factory method that asks for it. */
  public String word() {
    return word;
  }

  /** Whether related objects are there once the statement is done. */
  public boolean loadsAtOnce() {
    return switch (this) {
      case JOINED, SELECTIN, SUBQUERY, IMMEDIATE, CONTAINED -> true;
      default -> false;
    };
  }

  /** What the mapping says. */
  public static LoadStyle of(Lazy lazy) {
    return switch (lazy) {
      case SELECT -> LAZY;
      case JOINED -> JOINED;
      case SUBQUERY -> SUBQUERY;
      case SELECTIN -> SELECTIN;
      case IMMEDIATE -> IMMEDIATE;
      case RAISE -> RAISE;
      case RAISE_ON_SQL -> RAISE_ON_SQL;
      case NO_LOAD -> NO_LOAD;
      case WRITE_ONLY, DYNAMIC -> WRITE_ONLY;
    };
  }
}
