package io.aludel.automap;

import io.aludel.ArgumentException;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A relationship as it is going to be written. Immutable; each setting gives a copy.
 *
 * @param end where it stands, and where it leads
 * @param name the name of its field
 * @param collection {@code List}, {@code Set} or {@code Collection}; says nothing for one object
 * @param cascade what is done to the related objects; empty for what is done unless told
 * @param passiveDeletes how far the database is trusted when the owner is deleted
 * @param lazy how it is loaded
 */
public record GeneratedRelationship(
    RelationshipEnd end,
    String name,
    Class<?> collection,
    List<Cascade> cascade,
    PassiveDeletes passiveDeletes,
    Lazy lazy) {
  private static final Set<Class<?>> COLLECTIONS = Set.of(List.class, Set.class, Collection.class);

  /** Creates the relationship. */
  public GeneratedRelationship {
    ArgumentException.requireNonNull(end, "the end of a relationship");
    ArgumentException.requireText(name, "the name of a relationship");
    ArgumentException.requireNonNull(passiveDeletes, "the trust of relationship '" + name + "'");
    ArgumentException.requireNonNull(lazy, "the loading of relationship '" + name + "'");
    cascade = List.copyOf(
        ArgumentException.requireNonNull(cascade, "the cascades of relationship '" + name + "'"));
    if (!COLLECTIONS.contains(collection)) {
      throw new AutomapException(
          AutomapError.NO_NAME,
          "Relationship '" + name + "' of table '" + end.owner().key() + "' cannot be kept in "
              + collection + ". Choose List.class, Set.class or Collection.class.");
    }
  }

  /**
   * The relationship under another name.
   *
   * @param other the name of the field
   * @return a copy
   */
  public GeneratedRelationship name(String other) {
    return new GeneratedRelationship(end, other, collection, cascade, passiveDeletes, lazy);
  }

  /**
   * The relationship with another kind of collection.
   *
   * @param other {@code List.class}, {@code Set.class} or {@code Collection.class}
   * @return a copy
   */
  public GeneratedRelationship collection(Class<?> other) {
    return new GeneratedRelationship(end, name, other, cascade, passiveDeletes, lazy);
  }

  /**
   * The relationship with other cascades.
   *
   * @param others the cascades; none for what is done unless told
   * @return a copy
   */
  public GeneratedRelationship cascade(Cascade... others) {
    ArgumentException.requireNonNull(others, "the cascades of relationship '" + name + "'");
    return new GeneratedRelationship(end, name, collection, List.of(others), passiveDeletes, lazy);
  }

  /**
   * The relationship with another trust in the database.
   *
   * @param other the trust
   * @return a copy
   */
  public GeneratedRelationship passiveDeletes(PassiveDeletes other) {
    return new GeneratedRelationship(end, name, collection, cascade, other, lazy);
  }

  /**
   * The relationship with another way of loading.
   *
   * @param other the way
   * @return a copy
   */
  public GeneratedRelationship lazy(Lazy other) {
    return new GeneratedRelationship(end, name, collection, cascade, passiveDeletes, other);
  }
}
