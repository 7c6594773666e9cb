package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Lazy;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.declared.CollectionClass;
import io.aludel.orm.mapping.internal.join.EndColumn;
import io.aludel.orm.mapping.internal.join.Join;
import io.aludel.orm.mapping.internal.property.Container;
import io.aludel.orm.mapping.internal.property.MapKeying;
import io.aludel.orm.mapping.internal.property.Positions;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
  private final List<Node> order;
  private final boolean activeHistory;
  private final Class<?> collectionType;

  RelationshipProperty(
      RelationshipSource source,
      Mapper<?> target,
      Join way,
      JoinCondition join,
      RelationshipSettings settings,
      List<Node> order) {
    this.owner = source.owner();
    this.name = source.name();
    this.index = source.index();
    this.fieldType = source.fieldType();
    this.target = target;
    this.direction = switch (way.foreign()) {
      case OWNER -> Direction.MANY_TO_ONE;
      case TARGET -> Direction.ONE_TO_MANY;
      case LINK -> Direction.MANY_TO_MANY;
    };
    this.join = join;
    this.settings = settings;
    this.secondary = way.link();
    this.order = order;
    this.activeHistory = source.activeHistory();
    this.collectionType = CollectionClass.kept(settings.container().wrapping(), fieldType);
  }

  /**
   * The entity that declares the relationship; its sub classes have it too.
   *
   * @return its mapper
   */
  @Override
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
   * The collection that holds the members: the type of the field, or what a class of the application in the
   * field is made around (parity row ORM-REL-26).
   *
   * @return a collection interface; of a reference the related class
   */
  public Class<?> collectionType() {
    return collectionType;
  }

  /**
   * What the field holds for a collection: that itself, or an instance of the application's collection class
   * around it.
   *
   * @param collection a collection that reports its changes
   * @return the value of the field
   */
  public Object held(Object collection) {
    Container.Wrapping wrapping = settings.container().wrapping();
    return wrapping == null ? collection : wrapping.maker().apply(collection);
  }

  /**
   * Whether the related entity is read from the rows of a query, so that the relationship is loaded only
   * (parity row ORM-REL-10).
   *
   * @return true if it is not read from its tables
   */
  public boolean isOverRows() {
    return settings.loading().rows() != null;
  }

  /**
   * A new occurrence of the related entity as this relationship reads it.
   *
   * @return the occurrence, or null where it is read from its tables
   */
  public @Nullable FromReference rows() {
    EntitySource rows = settings.loading().rows();
    return rows == null ? null : rows.again();
  }

  /**
   * How many relationships may lead from what a statement selects to this one, where the mapping has it loaded
   * along (parity row ORM-REL-01).
   *
   * @return the number; 0 to stop where an entity would come again
   */
  public int joinDepth() {
    return settings.loading().depth();
  }

  /**
   * Whether the attribute is a collection that is never loaded (parity row ORM-REL-33).
   *
   * @return true for a write-only collection
   */
  public boolean isWriteOnly() {
    return settings.lazy() == Lazy.WRITE_ONLY || isDynamic();
  }

  /**
   * Whether the collection is not kept in memory either, but read by a SELECT each time.
   *
   * @return true for a dynamic collection, which is one of those that are never loaded
   */
  public boolean isDynamic() {
    return settings.lazy() == Lazy.DYNAMIC;
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
   * The attributes that order a collection; {@link #order} writes it, whatever it is.
   *
   * @return attribute names of the target, a leading {@code -} for descending; empty for no order, and
   *     for one that is not made of attributes alone
   */
  public List<String> orderBy() {
    List<String> names = new ArrayList<>();
    for (Node key : settings.orderBy()) {
      boolean down =
          key instanceof OrderNode order && order.direction() == OrderNode.Direction.DESCENDING;
      Node what = key instanceof OrderNode order ? order.operand() : key;
      if (!(what instanceof AttributeNode attribute)) {
        return List.of();
      }
      names.add((down ? "-" : "") + attribute.name());
    }
    return names;
  }

  /**
   * The order of a collection, written over an occurrence of the target (parity row ORM-REL-36).
   *
   * @param columns gives what stands for a column of the target, such as the column of an alias
   * @return the keys of the order; empty for none
   */
  public List<Node> order(Function<Column<?>, Node> columns) {
    Rewriter rewriter = new Rewriter(
        element -> element instanceof EndColumn each ? columns.apply(each.column()) : null);
    return rewriter.nodes(order);
  }

  /**
   * The attribute whose value is the key of a map.
   *
   * @return the name of an attribute of the target, or null unless the field is a map
   */
  public @Nullable String mapKey() {
    MapKeying keying = settings.mapKey();
    return keying == null ? null : keying.toString();
  }

  /**
   * The attributes of the members that make the keys of a map, several for keys that are lists.
   *
   * @return their names; none where a function makes the keys, or there is no map
   */
  public List<String> mapKeyAttributes() {
    MapKeying keying = settings.mapKey();
    return keying == null ? List.of() : keying.attributes();
  }

  /**
   * What makes the keys of a map.
   *
   * @return the function, or null where attributes do, or there is no map
   */
  public @Nullable Function<Object, @Nullable Object> mapKeyFunction() {
    MapKeying keying = settings.mapKey();
    return keying == null ? null : keying.function();
  }

  /**
   * The attribute of the members that holds their places in the list (parity row ORM-MAP-27).
   *
   * @return its name, or null if places are not kept
   */
  public @Nullable String positionAttribute() {
    Positions positions = settings.persistence().positions();
    return positions == null ? null : positions.attribute();
  }

  /**
   * What is written for a place in a list whose members hold their places.
   *
   * @param place the place, counted from 0
   * @return the value, or null
   */
  public @Nullable Object positionAt(int place) {
    Positions positions = settings.persistence().positions();
    return positions == null ? null : positions.numbering().apply(place);
  }

  /**
   * Whether a member that comes last in a list is numbered even if it has a number.
   *
   * @return true if so
   */
  public boolean isRenumberedOnAppend() {
    Positions positions = settings.persistence().positions();
    return positions != null && positions.onAppend();
  }

  /**
   * Whether objects without a key stay out of a map, instead of being refused.
   *
   * @return true if so
   */
  public boolean ignoresUnsetMapKeys() {
    MapKeying keying = settings.mapKey();
    return keying != null && keying.ignoresUnset();
  }

  /**
   * Whether the relationship is only loaded and never written.
   *
   * @return true if a flush leaves it alone
   */
  public boolean isViewOnly() {
    return settings.persistence().viewOnly();
  }

  /**
   * Whether an object may be related to one owner only, checked at once.
   *
   * @return true if a second owner is refused
   */
  public boolean isSingleParent() {
    return settings.persistence().singleParent();
  }

  /**
   * Whether the foreign key is written by an UPDATE of its own, after both rows exist.
   *
   * @return true to break circles of rows
   */
  public boolean isPostUpdate() {
    return settings.persistence().postUpdate();
  }

  /**
   * How far the database is trusted when the owner is deleted.
   *
   * @return the trust
   */
  public PassiveDeletes passiveDeletes() {
    return settings.persistence().passiveDeletes();
  }

  /**
   * Whether the database is trusted to follow a changed key of the row referred to.
   *
   * @return true if referring rows are not updated by a flush
   */
  public boolean isPassiveUpdates() {
    return settings.persistence().passiveUpdates();
  }

  /**
   * Whether the object that a reference led to is loaded before it is replaced.
   *
   * @return true if its history always knows it
   */
  public boolean hasActiveHistory() {
    return activeHistory;
  }

  /** The name of the other side, or null. */
  @Nullable String backPopulates() {
    return settings.backPopulates();
  }

  /** The relationships that are known to write the same columns. */
  Set<String> overlaps() {
    return settings.persistence().overlaps();
  }

  /** The relationship as messages write it: {@code User.posts}. */
  @Override
  public String toString() {
    return owner.entityName() + "." + name;
  }
}
