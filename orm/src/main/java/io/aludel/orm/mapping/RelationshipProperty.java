package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.schema.Table;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A relationship of an entity to one object or a collection of objects, with everything about it
 * worked out. Immutable, safe to share.
 */
public final class RelationshipProperty implements MapperProperty {
  private final Mapper<?> owner;
  private final Mapper<?> target;
  private final String name;
  private final int index;
  private final Class<?> fieldType;
  private final Direction direction;
  private final JoinCondition join;
  private final RelationshipSettings settings;
  private final @Nullable Table secondary;

  RelationshipProperty(
      RelationshipSource source,
      Mapper<?> target,
      Direction direction,
      JoinCondition join,
      RelationshipSettings settings,
      @Nullable Table secondary) {
    this.owner = source.owner();
    this.name = source.name();
    this.index = source.index();
    this.fieldType = source.fieldType();
    this.target = target;
    this.direction = direction;
    this.join = join;
    this.settings = settings;
    this.secondary = secondary;
  }

  /**
   * The entity that declares the relationship; its sub classes have it too.
   *
   * @return its mapper
   */
  public Mapper<?> owner() {
    return owner;
  }

  /**
   * The related entity.
   *
   * @return its mapper
   */
  public Mapper<?> target() {
    return target;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int index() {
    return index;
  }

  /**
   * The declared type of the field.
   *
   * @return the related class, or a collection interface
   */
  public Class<?> fieldType() {
    return fieldType;
  }

  /**
   * Where the foreign key lies.
   *
   * @return the direction
   */
  public Direction direction() {
    return direction;
  }

  /**
   * Whether the attribute holds a collection and not one object.
   *
   * @return true for a collection or a map
   */
  public boolean isCollection() {
    return settings.collection();
  }

  /**
   * How the rows belong together.
   *
   * @return the condition
   */
  public JoinCondition join() {
    return join;
  }

  /**
   * The link table.
   *
   * @return the table, or null unless the direction is {@code MANY_TO_MANY}
   */
  public @Nullable Table secondary() {
    return secondary;
  }

  /**
   * What is done to related objects along with the owner; {@code ALL} is spelt out.
   *
   * @return the cascades
   */
  public Set<Cascade> cascades() {
    return settings.cascades();
  }

  /**
   * Whether something is done to related objects along with the owner.
   *
   * @param cascade what is done
   * @return true if it is
   */
  public boolean cascades(Cascade cascade) {
    return settings.cascades().contains(cascade);
  }

  /**
   * How the relationship is loaded when no option says otherwise.
   *
   * @return the way of loading
   */
  public Lazy lazy() {
    return settings.lazy();
  }

  /**
   * The other side, kept in step with this one.
   *
   * @return the relationship of the target that leads back, or null
   */
  public @Nullable RelationshipProperty reverse() {
    String back = settings.backPopulates();
    return back == null ? null : target.relationship(back);
  }

  /**
   * The attributes that order a collection.
   *
   * @return attribute names of the target, a leading {@code -} for descending; empty for no order
   */
  public List<String> orderBy() {
    return settings.orderBy();
  }

  /**
   * The attribute whose value is the key of a map.
   *
   * @return the name of an attribute of the target, or null unless the field is a map
   */
  public @Nullable String mapKey() {
    return settings.mapKey();
  }

  /**
   * Whether the relationship is only loaded and never written.
   *
   * @return true if a flush leaves it alone
   */
  public boolean isViewOnly() {
    return settings.viewOnly();
  }

  /**
   * Whether an object may be related to one owner only, checked at once.
   *
   * @return true if a second owner is refused
   */
  public boolean isSingleParent() {
    return settings.singleParent();
  }

  /**
   * Whether the foreign key is written by an UPDATE of its own, after both rows exist.
   *
   * @return true to break circles of rows
   */
  public boolean isPostUpdate() {
    return settings.postUpdate();
  }

  /**
   * How far the database is trusted when the owner is deleted.
   *
   * @return the trust
   */
  public PassiveDeletes passiveDeletes() {
    return settings.passiveDeletes();
  }

  /**
   * Whether the database is trusted to follow a changed key of the row referred to.
   *
   * @return true if referring rows are not updated by a flush
   */
  public boolean isPassiveUpdates() {
    return settings.passiveUpdates();
  }

  /** The relationship as messages write it: {@code User.posts}. */
  @Override
  public String toString() {
    return owner.entityName() + "." + name;
  }
}
