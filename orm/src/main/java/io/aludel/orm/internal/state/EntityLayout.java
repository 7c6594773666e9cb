package io.aludel.orm.internal.state;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.event.internal.AttributeListeners;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.internal.collection.LiveValues;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.Weave;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the attributes of a mapper lie in its woven class: what bookkeeping, flush and loading need to
 * know by index. One per mapper and session factory.
 */
public final class EntityLayout {
  /** From this index on attributes share a bit. */
  static final int WIDE = 63;

  private final Mapper<?> mapper;
  private final int hierarchy;
  private final int fields;
  private final @Nullable MapperProperty[] byIndex;
  private final int[] columns;
  private final int[] selected;
  private final int[] dropped;
  private final @Nullable DerivedValue[] derived;
  private final List<DerivedValue> derivedValues;
  private final int[][] dependents;
  private final long derivedMask;
  private final boolean special;
  private final BitSet mutable = new BitSet();
  private final int[] relationships;
  private final int[] key;
  private final @Nullable OtherSide[] otherSides;
  private final @Nullable DroppedCollection[] formerCollections;
  private final @Nullable ReferenceKey[] referenceKeys;
  private final int discriminator;
  private final Listeners<Object> listeners;
  private final @Nullable AttributeListeners[] attributeListeners;
  private final long columnMask;
  private final long relationshipMask;
  private final Map<Integer, String> notInherited;
  private final long keyMask;
  private volatile @Nullable List<RelationshipProperty> orphanedBy;

  /**
   * Reads the layout of a mapper.
   *
   * @param mapper the mapper
   * @param hierarchy the number of its class hierarchy, unique within the factory
   */
  public EntityLayout(Mapper<?> mapper, int hierarchy) {
    this.mapper = mapper;
    this.hierarchy = hierarchy;
    List<RelationshipProperty> related = mapper.relationships(); // declares hidden columns
    List<? extends ColumnProperty<?>> properties = mapper.columnProperties();
    this.fields = mapper.shape().size();
    int size = fields;
    for (ColumnProperty<?> property : properties) {
      size = Math.max(size, property.index() + 1);
    }
    this.byIndex = new MapperProperty[size];
    this.columns = indexes(properties);
    this.selected = chosen(properties, property -> !property.isLeftOut(), columns);
    this.dropped = chosen(properties, each -> isDropped(mapper, each), new int[0]);
    this.relationships = indexes(related);
    keep(properties);
    keep(related);
    this.otherSides = new OtherSide[size];
    this.formerCollections = new DroppedCollection[size];
    this.referenceKeys = new ReferenceKey[size];
    this.listeners = listenersOf(mapper);
    this.attributeListeners = new AttributeListeners[size];
    this.columnMask = mask(columns);
    this.notInherited = notInherited(mapper);
    this.relationshipMask = mask(relationships) | mask(notInherited.keySet());
    this.key = indexes(mapper.primaryKey());
    this.keyMask = mask(key);
    ColumnProperty<?> classes = mapper.hierarchy().discriminator();
    this.discriminator = classes == null ? -1 : classes.index();
    List<DerivedValue> made = DerivedValue.of(mapper);
    this.derivedValues = made;
    this.derived = new DerivedValue[made.isEmpty() ? 0 : size];
    this.dependents = new int[derived.length][];
    long mask = 0;
    for (DerivedValue each : made) {
      byIndex[each.index()] = each.property();
      derived[each.index()] = each;
      mask |= bit(each.index());
      each.noteIn(dependents);
    }
    this.derivedMask = mask;
    for (ColumnProperty<?> property : properties) {
      if (property.isMutable()) {
        noteMutable(property);
      }
    }
    this.special = !made.isEmpty() || !mutable.isEmpty();
  }

  /**
   * Relationships of entities that are extended with a table of one's own, by index: their names (parity row
   * ORM-MAP-36).
   */
  private Map<Integer, String> notInherited(Mapper<?> mapper) {
    Map<Integer, String> names = new HashMap<>();
    Mapper<?> above = mapper.hierarchy().concreteParent();
    while (above != null) {
      for (RelationshipProperty each : above.relationships()) {
        if (byIndex[each.index()] == null) {
          names.putIfAbsent(each.index(), each.name());
        }
      }
      above = above.hierarchy().concreteParent();
    }
    return Map.copyOf(names);
  }

  /** Whether attribute {@code index} is a relationship above that this entity does not have. */
  boolean isNotInherited(int index) {
    return !notInherited.isEmpty() && notInherited.containsKey(index);
  }

  /** What to say where such a relationship is used. */
  ObjectStateException notInherited(int index) {
    String name = Objects.requireNonNull(notInherited.get(index));
    return new ObjectStateException(
        OrmError.NOT_INHERITED,
        mapper.entityName() + "." + name,
        "Cannot use "
            + mapper.entityName()
            + "."
            + name
            + ": the class it extends keeps its rows in another table, and relationships are not inherited from"
            + " there. Say m.relationship(\""
            + name
            + "\") in the @Mapping method of "
            + mapper.entityName()
            + ".");
  }

  private static int[] indexes(List<? extends MapperProperty> properties) {
    int[] indexes = new int[properties.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = properties.get(i).index();
    }
    return indexes;
  }

  private void keep(List<? extends MapperProperty> properties) {
    for (MapperProperty property : properties) {
      byIndex[property.index()] = property;
    }
  }

  /** The indexes of some of the columns; {@code all} itself if they are as many. */
  private static int[] chosen(
      List<? extends ColumnProperty<?>> properties,
      Predicate<ColumnProperty<?>> choice,
      int[] all) {
    int[] found =
        properties.stream().filter(choice).mapToInt(MapperProperty::index).toArray();
    return found.length == all.length ? all : found;
  }

  private void noteMutable(ColumnProperty<?> property) {
    if (!LiveValues.canReport(property.fieldType())) {
      throw MappingException.of(
          MappingMessage.MUTABLE_TYPE,
          property.toString(),
          property,
          property.fieldType().getSimpleName());
    }
    mutable.set(property.index());
  }

  /** Whether the value of attribute {@code index} reports what changes inside it. */
  public boolean isMutable(int index) {
    return special && mutable.get(index);
  }

  /** The attributes whose values report what changes inside them. */
  BitSet mutables() {
    return mutable;
  }

  /** The attributes that a plain SELECT of the entity reads, in column order; not to be changed. */
  public int[] selected() {
    return selected;
  }

  /** The computed attributes whose values a flush of the row drops; not to be changed. */
  public int[] droppedByFlush() {
    return dropped;
  }

  /** How the value of attribute {@code index} is made of others, or null if it is not. */
  public @Nullable DerivedValue derived(int index) {
    return derived.length == 0 ? null : derived[index];
  }

  /** All attributes whose values are made of others. */
  List<DerivedValue> derivedValues() {
    return derivedValues;
  }

  /** The bits of the attributes whose values are made of others. */
  long derivedMask() {
    return derivedMask;
  }

  /** Whether writing an attribute may concern more than the attribute itself. */
  boolean isSpecial() {
    return special;
  }

  /** The attributes whose values attribute {@code index} is a part of, or null. */
  public int @Nullable [] dependents(int index) {
    return dependents.length == 0 ? null : dependents[index];
  }

  @SuppressWarnings("unchecked") // they are only told of objects of the mapped class
  private static Listeners<Object> listenersOf(Mapper<?> mapper) {
    return (Listeners<Object>) mapper.events();
  }

  /** The listeners of the class. */
  public Listeners<Object> listeners() {
    return listeners;
  }

  /** The listeners of attribute {@code index}, or null if there have never been any. */
  @Nullable AttributeListeners listeners(int index) {
    AttributeListeners known = attributeListeners[index];
    if (known == null && listeners.listensToAttributes() && byIndex[index] != null) {
      known = listeners.findAttribute(byIndex[index].name());
      attributeListeners[index] = known;
    }
    return known;
  }

  /** Whether each write of attribute {@code index} has to be reported. */
  boolean wantsWrites(int index) {
    if (special && (derived(index) != null || dependents(index) != null || mutable.get(index))) {
      return true;
    }
    AttributeListeners present = listeners(index);
    return present != null && present.wantsWrites();
  }

  /** The bits of the attributes each of whose writes has to be reported. */
  long wantedWrites() {
    long mask = derivedMask;
    if (special || listeners.listensToAttributes()) {
      for (int index : columns) {
        mask |= wantsWrites(index) ? bit(index) : 0;
      }
    }
    return mask;
  }

  /** Whether another value may be read once the row was written. */
  private static boolean isDropped(Mapper<?> mapper, ColumnProperty<?> property) {
    return !mapper.writes(property)
        && !property.isKeptByFlush()
        && !mapper.primaryKey().contains(property);
  }

  private static long mask(int[] indexes) {
    long mask = 0;
    for (int index : indexes) {
      mask |= bit(index);
    }
    return mask;
  }

  private static long mask(Set<Integer> indexes) {
    long mask = 0;
    for (int index : indexes) {
      mask |= bit(index);
    }
    return mask;
  }

  /** The bit of attribute {@code index} in the masks of an object; shared from index 63 on. */
  public static long bit(int index) {
    return Weave.bit(index);
  }

  public Mapper<?> mapper() {
    return mapper;
  }

  public int hierarchy() {
    return hierarchy;
  }

  public EntityShape shape() {
    return mapper.shape();
  }

  /** The number of attributes, mapped or not, and of columns without a field. */
  public int size() {
    return byIndex.length;
  }

  /** The number of attributes that lie in fields of the woven class. */
  public int fields() {
    return fields;
  }

  /** Whether attribute {@code index} is a column without a field, whose value lies in the record. */
  public boolean isHidden(int index) {
    return index >= fields();
  }

  /** Whether several attributes share a bit of the masks. */
  boolean isWide() {
    return byIndex.length > WIDE;
  }

  /** What the mapper knows of attribute {@code index}, or null if it is not mapped. */
  @Nullable MapperProperty property(int index) {
    return byIndex[index];
  }

  /** The column property at {@code index}, or null if the attribute has no column. */
  public @Nullable ColumnProperty<?> column(int index) {
    return byIndex[index] instanceof ColumnProperty<?> column ? column : null;
  }

  /** The column property at an index that is known to have one. */
  public ColumnProperty<?> requireColumn(int index) {
    ColumnProperty<?> property = column(index);
    if (property == null) {
      throw new IllegalStateException("no column at attribute " + index + " of " + mapper);
    }
    return property;
  }

  /** The relationship at {@code index}, or null if the attribute is none. */
  public @Nullable RelationshipProperty relationship(int index) {
    return byIndex[index] instanceof RelationshipProperty relationship ? relationship : null;
  }

  /** The relationship at an index that is known to have one. */
  public RelationshipProperty requireRelationship(int index) {
    RelationshipProperty property = relationship(index);
    if (property == null) {
      throw new IllegalStateException("no relationship at attribute " + index + " of " + mapper);
    }
    return property;
  }

  /** Whether attribute {@code index} holds a collection of related objects. */
  public boolean isCollection(int index) {
    RelationshipProperty property = relationship(index);
    return property != null && property.isCollection();
  }

  /** The other side of the relationship at {@code index} that is kept in step with it, or null. */
  @Nullable OtherSide otherSide(int index) {
    OtherSide known = otherSides[index];
    if (known == null) {
      RelationshipProperty property = requireRelationship(index);
      RelationshipProperty reverse = property.isViewOnly() ? null : property.reverse();
      if (reverse == null || reverse.isViewOnly()) {
        return null;
      }
      refuseConflict(property, reverse);
      known = new OtherSide(reverse, property);
      otherSides[index] = known;
    }
    return known;
  }

  /** What collections of the relationship at {@code index} report to once their owners were expired. */
  DroppedCollection formerCollection(int index) {
    DroppedCollection known = formerCollections[index];
    if (known == null) {
      known = new DroppedCollection(this, index);
      formerCollections[index] = known;
    }
    return known;
  }

  /** Where the key of the object lies that a many-to-one refers to. */
  public ReferenceKey referenceKey(
      RelationshipProperty relationship, Function<Class<?>, EntityLayout> layouts) {
    ReferenceKey known = referenceKeys[relationship.index()];
    if (known == null) {
      known = new ReferenceKey(
          this, relationship, layouts.apply(relationship.target().type()));
      referenceKeys[relationship.index()] = known;
    }
    return known;
  }

  private static void refuseConflict(RelationshipProperty property, RelationshipProperty reverse) {
    RelationshipProperty back = reverse.reverse();
    if (back != null
        && (back.index() != property.index()
            || !back.owner().type().isAssignableFrom(property.owner().type()))) {
      throw new ObjectStateException(
          OrmError.CONFLICTING_SIDES,
          property.toString(),
          "Cannot change "
              + property
              + ": its other side "
              + reverse
              + " would change "
              + back
              + " in turn. Let each relationship have a reverse side of its own.");
    }
  }

  /** Where an attribute of an entity above lies here: those without a field have other places. */
  public int indexFrom(EntityLayout above, int index) {
    return mapper == above.mapper || !above.isHidden(index)
        ? index
        : Objects.requireNonNull(mapper.findProperty(above.requireColumn(index).column()))
            .index();
  }

  /** Whether objects of this class are objects of another. */
  public boolean isOf(Class<?> type) {
    return type.isAssignableFrom(mapper.type());
  }

  /** The attribute that tells of which class a row is, or -1. */
  public int discriminator() {
    return discriminator;
  }

  /** Whether rows of this entity are those of other classes too, or lie in several tables. */
  public boolean isHierarchical() {
    return discriminator >= 0;
  }

  /** The indexes of the relationships, super class first; not to be changed. */
  public int[] relationships() {
    return relationships;
  }

  /** The bits of all relationships. */
  public long relationshipMask() {
    return relationshipMask;
  }

  /** The relationships of other entities that make an object of this class an orphan when it leaves them. */
  public List<RelationshipProperty> orphanedBy() {
    List<RelationshipProperty> known = orphanedBy;
    if (known == null) {
      known = findOrphanedBy();
      orphanedBy = known;
    }
    return known;
  }

  private List<RelationshipProperty> findOrphanedBy() {
    List<RelationshipProperty> found = new ArrayList<>();
    for (Mapper<?> other : mapper.registry().mappers()) {
      for (RelationshipProperty property : other.relationships()) {
        if (property.owner() == other
            && property.cascades(Cascade.DELETE_ORPHAN)
            && property.target().type().isAssignableFrom(mapper.type())) {
          found.add(property);
        }
      }
    }
    return List.copyOf(found);
  }

  /** The indexes of the attributes with a column, in column order; not to be changed. */
  public int[] columns() {
    return columns;
  }

  /** The indexes of the key attributes, in key order; not to be changed. */
  public int[] key() {
    return key;
  }

  public boolean isKey(int index) {
    return keyPosition(index) >= 0;
  }

  /** The position of an attribute in the key, or -1. */
  public int keyPosition(int index) {
    for (int part = 0; part < key.length; part++) {
      if (key[part] == index) {
        return part;
      }
    }
    return -1;
  }

  /** The bits of all attributes with a column. */
  long columnMask() {
    return columnMask;
  }

  /** The bits of the key attributes. */
  long keyMask() {
    return keyMask;
  }

  /** The attribute {@code index} as messages write it. */
  public String describe(int index) {
    return mapper.entityName() + "." + nameOf(index);
  }

  /** The name of attribute {@code index}. */
  public String nameOf(int index) {
    MapperProperty property = byIndex[index];
    return property == null ? "[" + index + "]" : property.name();
  }

  /**
   * The identity key of a row with one key value: the value itself, unless equal rows may have values
   * that Java calls different.
   */
  public Object keyOf(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros();
    }
    return value.getClass().isArray() ? new CompositeKey(new Object[] {value}) : value;
  }

  /** The identity key of a row, from its key values in key order; the array is taken over. */
  public Object keyOf(@Nullable Object[] parts) {
    if (parts.length == 1) {
      return keyOf(Objects.requireNonNull(parts[0]));
    }
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] instanceof BigDecimal decimal) {
        parts[i] = decimal.stripTrailingZeros();
      }
    }
    return new CompositeKey(parts);
  }

  /** The values of an identity key, in key order. */
  public @Nullable Object[] keyParts(Object identityKey) {
    @Nullable Object[] parts = new Object[key.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = identityKey instanceof CompositeKey composite ? composite.part(i) : identityKey;
    }
    return parts;
  }

  /** The value of key attribute {@code index} in an identity key. */
  public @Nullable Object keyPart(Object identityKey, int index) {
    if (!(identityKey instanceof CompositeKey composite)) {
      return identityKey;
    }
    for (int part = 0; part < key.length; part++) {
      if (key[part] == index) {
        return composite.part(part);
      }
    }
    throw new IllegalArgumentException(describe(index) + " is not part of the key");
  }

  /** An identity key as messages write it: {@code id=7}. */
  public String describeKey(@Nullable Object identityKey) {
    if (identityKey == null) {
      return "new";
    }
    StringJoiner text = new StringJoiner(", ");
    for (int index : key) {
      text.add(requireColumn(index).name() + "=" + show(keyPart(identityKey, index)));
    }
    return text.toString();
  }

  private static String show(@Nullable Object value) {
    return value instanceof String ? "'" + value + "'" : String.valueOf(value);
  }

  /** Whether a stored value may stay where {@code current} is wanted: the same to the database. */
  public boolean sameValue(int index, @Nullable Object committed, @Nullable Object current) {
    ColumnProperty<?> property = column(index);
    return property == null || committed == current || property.sameValue(committed, current);
  }
}
