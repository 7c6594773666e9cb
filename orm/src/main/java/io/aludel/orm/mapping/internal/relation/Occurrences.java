package io.aludel.orm.mapping.internal.relation;

import io.aludel.orm.mapping.internal.EntitySource;

/** Tells occurrences of entities apart. */
public final class Occurrences {
  private Occurrences() {}

  /** Whether objects of one class may be objects of the other. */
  public static boolean areRelated(Class<?> one, Class<?> other) {
    return one.isAssignableFrom(other) || other.isAssignableFrom(one);
  }

  /** An occurrence of an entity that cannot be taken for the owner's: a new alias, if it could. */
  public static EntitySource apart(EntitySource owner, EntitySource target) {
    boolean same = !owner.isAlias() && !target.isAlias();
    return same && areRelated(owner.type(), target.type())
        ? EntitySource.hidden(target.type())
        : target;
  }
}
