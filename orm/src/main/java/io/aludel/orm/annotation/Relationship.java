package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a field refer to one object of another entity, or to a collection of them. The type of the
 * field tells which: an entity class, or {@code List}, {@code Set}, {@code Collection} or {@code Map}
 * of an entity class, {@link io.aludel.orm.collection.WriteOnlyCollection}, {@link
 * io.aludel.orm.collection.DynamicCollection}, or a class of your own that is a
 * {@link io.aludel.orm.collection.MemberCollection}. Other collection classes are refused at compile time,
 * because the collection is replaced by one that reports its changes (parity row ORM-REL-01).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Relationship {
  /**
   * The attribute of the other entity that is the other side of this relationship. Both sides name
   * each other; setting one sets the other at once (parity rows ORM-REL-12 and 14).
   *
   * @return the name of the attribute; empty when there is no other side
   */
  String backPopulates() default "";

  /**
   * What is done to the related objects when it is done to the owner.
   *
   * @return the cascades; {@code SAVE_UPDATE} and {@code MERGE} unless said otherwise
   */
  Cascade[] cascade() default {Cascade.SAVE_UPDATE, Cascade.MERGE};

  /**
   * How the relationship is loaded when no option of a statement says otherwise.
   *
   * @return the way of loading
   */
  Lazy lazy() default Lazy.SELECT;

  /**
   * The link table of a many-to-many relationship; {@link Secondary} says more about it.
   *
   * @return the name of the table; empty when there is none
   */
  String secondary() default "";

  /**
   * The order of a collection, as attribute names of the related entity; a leading {@code -} means
   * descending (parity row ORM-REL-36).
   *
   * @return the names; empty for no order
   */
  String[] orderBy() default {};

  /**
   * The foreign key columns to join by, where several lead to the related entity.
   *
   * @return column names, of this entity's table for one object and of the other table for a
   *     collection; empty when there is only one way
   */
  String[] foreignKeys() default {};

  /**
   * Whether the relationship is only loaded and never written (parity row ORM-REL-10).
   *
   * @return true to leave its columns alone
   */
  boolean viewOnly() default false;

  /**
   * Whether an object may belong to one owner only: a second one is refused at once (parity row
   * ORM-REL-21).
   *
   * @return true to refuse a second owner
   */
  boolean singleParent() default false;

  /**
   * Whether the foreign key is written by an UPDATE of its own, after both rows exist, so that two rows
   * may refer to each other (parity row ORM-REL-24).
   *
   * @return true to break circles of rows
   */
  boolean postUpdate() default false;

  /**
   * How far the database is trusted when the owner is deleted.
   *
   * @return the trust
   */
  PassiveDeletes passiveDeletes() default PassiveDeletes.LOAD;

  /**
   * Whether the database is trusted to follow a changed key of the row referred to (parity row
   * ORM-REL-23).
   *
   * @return false to have a flush update the referring rows
   */
  boolean passiveUpdates() default true;

  /**
   * Other relationships that write the same columns on purpose, so that nobody is warned (parity row
   * ORM-REL-11).
   *
   * @return the names of their attributes
   */
  String[] overlaps() default {};
}
