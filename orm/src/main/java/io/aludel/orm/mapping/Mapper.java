package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.event.EntityEvents;
import io.aludel.orm.event.EventMapper;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.mapping.internal.MappedSource;
import io.aludel.orm.mapping.internal.WrittenTables;
import io.aludel.orm.mapping.internal.declared.HookMethods;
import io.aludel.orm.mapping.internal.declared.ValidatorReader;
import io.aludel.orm.mapping.internal.inheritance.HierarchyPlace;
import io.aludel.orm.weave.EntityShape;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.FromReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Ties an entity class to its table: which attribute is kept in which column, and which attributes are
 * the key. Made once by a {@link Registry}; immutable, safe to share.
 *
 * @param <E> the entity class
 */
public final class Mapper<E> implements EventMapper<E> {
  private final Class<E> type;
  private final Registry registry;
  private final EntityShape shape;
  private final Table table;
  private final @Nullable MappedSource source;
  private final List<Table> writtenTables;
  private final RowRules rules;
  private final Map<String, ColumnProperty<?>> properties = new LinkedHashMap<>();
  private final List<ColumnProperty<?>> columnProperties;
  private final Map<Column<?>, ColumnProperty<?>> byColumn = new LinkedHashMap<>();
  private final List<MapperProperty> derived;
  private final Map<String, AttributeMapping> words;
  private final boolean watched;
  private final List<ColumnProperty<?>> primaryKey;
  private final List<RelationshipDraft> drafts;
  private final HierarchyPlace place;
  private final Hierarchy hierarchy;
  private final Listeners<E> events;
  private volatile Map<String, RelationshipProperty> relationships = Map.of();

  Mapper(
      Class<E> type,
      Registry registry,
      EntityShape shape,
      MappedColumns mapped,
      HierarchyPlace place) {
    this.type = type;
    this.place = place;
    this.registry = registry;
    this.shape = shape;
    this.table = mapped.table();
    this.source = mapped.source();
    this.rules = mapped.rules();
    this.drafts = new CopyOnWriteArrayList<>(mapped.relationships());
    this.derived = mapped.derived();
    this.words = mapped.words();
    for (MapperProperty each : derived) {
      if (each instanceof CompositeProperty composite) {
        composite.owner(this);
      } else if (each instanceof SynonymProperty synonym) {
        synonym.owner(this);
      }
    }
    boolean mutable = false;
    for (ColumnProperty<?> property : mapped.properties()) {
      properties.put(property.name(), property);
      property.owner(this);
      for (Column<?> column : property.columns()) {
        keep(column, property);
      }
      mutable |= property.isMutable();
    }
    this.columnProperties = List.copyOf(properties.values());
    this.primaryKey = findKey(mapped);
    this.writtenTables =
        source == null ? place.tables() : WrittenTables.of(source, byColumn.keySet());
    this.watched = mutable || !derived.isEmpty();
    this.hierarchy = new Hierarchy(this, place, properties);
    this.events = new Listeners<>(entityName(), attributeNames(shape));
    ValidatorReader.read(shape, events);
    HookMethods.register(shape, events);
  }

  private void keep(Column<?> column, ColumnProperty<?> property) {
    ColumnProperty<?> other = byColumn.put(column, property);
    if (other != null) {
      throw MappingException.of(
          MappingMessage.DUPLICATE_COLUMN,
          property.toString(),
          entityName(),
          other.name(),
          entityName(),
          property.name(),
          column.name());
    }
  }

  private static Set<String> attributeNames(EntityShape shape) {
    Set<String> names = new HashSet<>();
    for (EntityShape each = shape; each != null; each = each.parent()) {
      names.addAll(each.attributes());
    }
    return names;
  }

  private List<ColumnProperty<?>> findKey(MappedColumns mapped) {
    List<ColumnProperty<?>> found = new ArrayList<>();
    for (Column<?> column : mapped.keyColumns()) {
      ColumnProperty<?> property = byColumn.get(column);
      if (property == null) {
        throw MappingException.of(
            MappingMessage.KEY_NOT_MAPPED, entityName(), type.getName(), column);
      }
      found.add(property);
    }
    if (found.isEmpty()) {
      throw MappingException.of(MappingMessage.NO_KEY, entityName(), type.getName());
    }
    return List.copyOf(found);
  }

  /**
   * The entity class.
   *
   * @return the class
   */
  @Override
  public Class<E> type() {
    return type;
  }

  /**
   * The entity as messages write it.
   *
   * @return the simple name of the class
   */
  @Override
  public String entityName() {
    return type.getSimpleName();
  }

  /**
   * The registry this mapper belongs to.
   *
   * @return the registry
   */
  public Registry registry() {
    return registry;
  }

  /**
   * The table of the entity; of several that of what it adds itself.
   *
   * @return the last of {@link #tables()}
   */
  public Table table() {
    return table;
  }

  /**
   * The tables that a row of this entity is spread over.
   *
   * @return the tables, that of the topmost entity first; one unless tables are joined by inheritance. Of an
   *     entity that is mapped to a join, an alias or a query, those of its columns, from left to right: what
   *     is no table has one that stands for it, and that no database knows
   */
  public List<Table> tables() {
    return place.tables();
  }

  /**
   * The tables that a flush writes for a row of this entity.
   *
   * @return the tables, each after those it refers to; {@link #tables()} unless the entity is mapped to a
   *     join, an alias or a query (parity row ORM-MAP-40), where only tables count that are named and whose
   *     primary key is mapped
   */
  public List<Table> writtenTables() {
    return writtenTables;
  }

  /**
   * What the entity is mapped to where that is not a table: a join, an alias or a query.
   *
   * @return a reference to it, or null for an entity that has tables
   */
  public @Nullable FromReference source() {
    return source;
  }

  /**
   * Whether a flush writes an attribute to some table.
   *
   * @param property a property of this entity
   * @return false if SQL works it out, or only a query shows it
   */
  public boolean writes(ColumnProperty<?> property) {
    if (source == null) {
      return !property.isComputed();
    }
    return writtenTables.stream().anyMatch(each -> property.columnIn(each) != null);
  }

  /**
   * The entity that this one extends.
   *
   * @return its mapper, or null; null too if their rows have nothing to do with each other
   */
  @SuppressWarnings("unchecked") // the class extends that of its parent
  public @Nullable Mapper<? super E> parent() {
    return (Mapper<? super E>) place.parent();
  }

  /**
   * Where the rows of this entity lie beside those of the one it extends.
   *
   * @return the strategy, or null without a parent
   */
  public @Nullable InheritanceStrategy inheritance() {
    return place.strategy();
  }

  /**
   * The topmost entity of the hierarchy, whose class identifies rows.
   *
   * @return its mapper, this one if the entity extends no other
   */
  public Mapper<? super E> root() {
    Mapper<? super E> above = parent();
    return above == null ? this : above.root();
  }

  /**
   * The entities that extend this one, near and far.
   *
   * @return their mappers, this one first, each before those that extend it
   */
  @SuppressWarnings("unchecked") // they extend this one
  public List<Mapper<? extends E>> selfAndDescendants() {
    List<Mapper<? extends E>> all = new ArrayList<>();
    hierarchy.selfAndDescendants().forEach(each -> all.add((Mapper<? extends E>) each));
    return all;
  }

  /**
   * What tells rows of different classes apart, and which class has which value.
   *
   * @return the hierarchy as seen from this entity; without a discriminator for an entity by itself
   */
  public Hierarchy hierarchy() {
    return hierarchy;
  }

  /** Hears what listeners of a class above want to hear of those below. */
  void listenBelow(@Nullable Mapper<?> above) {
    if (above != null) {
      events.below(above.events);
    }
  }

  /** Takes its place below its parent, once it is mapped. */
  void join() {
    hierarchy.join();
  }

  /**
   * The relationships, those of the super classes first. Works out all relationships of the registry
   * when it is first called (parity row ORM-MAP-14).
   *
   * @return the relationships
   * @throws MappingException if a relationship of the registry cannot be worked out
   */
  public List<RelationshipProperty> relationships() {
    registry.configure();
    registry.requireConfigured(this);
    return List.copyOf(allRelationships().values());
  }

  /**
   * A relationship by name.
   *
   * @param name the name of the attribute
   * @return the relationship
   * @throws MappingException if the entity has no such relationship, or a relationship of the registry
   *     cannot be worked out
   */
  public RelationshipProperty relationship(String name) {
    registry.configure();
    registry.requireConfigured(this);
    RelationshipProperty relationship = allRelationships().get(name);
    if (relationship == null) {
      throw MappingException.of(
          MappingMessage.NO_SUCH_ATTRIBUTE,
          entityName() + "." + name,
          entityName(),
          name,
          allRelationships().keySet());
    }
    return relationship;
  }

  Map<String, RelationshipProperty> allRelationships() {
    Mapper<?> above = parent();
    if (above == null) {
      return relationships;
    }
    Map<String, RelationshipProperty> all = new LinkedHashMap<>(above.allRelationships());
    all.putAll(relationships);
    return all;
  }

  void relationships(Map<String, RelationshipProperty> configured) {
    relationships = configured;
  }

  /** The relationships this entity declares, as its source has them. */
  List<RelationshipDraft> drafts() {
    return drafts;
  }

  /** Adds a relationship that another entity's backref makes of a field. */
  void addDraft(RelationshipDraft draft) {
    drafts.add(draft);
  }

  /** Whether {@code other} is this mapper, or one above it. */
  boolean selfOrAbove(Mapper<?> other) {
    for (Mapper<?> each = this; each != null; each = each.parent()) {
      if (each == other) {
        return true;
      }
    }
    return false;
  }

  /** A relationship that this entity or one above it declares, before it is worked out. */
  @Nullable RelationshipDraft findDraft(String attribute) {
    for (RelationshipDraft draft : drafts) {
      if (draft.name().equals(attribute)) {
        return draft;
      }
    }
    Mapper<?> above = parent();
    return above == null ? null : above.findDraft(attribute);
  }

  /**
   * How the rows of the entity are written.
   *
   * @return versions and defaults
   */
  public RowRules rules() {
    return rules;
  }

  /**
   * The listeners of what happens to objects of this entity.
   *
   * @return where listeners are registered
   */
  public EntityEvents<E> events() {
    return events;
  }

  /**
   * What the woven class says of itself.
   *
   * @return the shape
   */
  public EntityShape shape() {
    return shape;
  }

  /**
   * The attributes kept in columns, super class first, in source order, and after them the hidden
   * columns.
   *
   * @return the properties
   */
  public List<ColumnProperty<?>> columnProperties() {
    return columnProperties;
  }

  /**
   * The key attributes, in the order of the key.
   *
   * @return one property or more
   */
  public List<ColumnProperty<?>> primaryKey() {
    return primaryKey;
  }

  /**
   * The property of an attribute.
   *
   * @param name the name of the attribute
   * @return the property
   * @throws MappingException if the entity has no such attribute
   */
  public ColumnProperty<?> property(String name) {
    ColumnProperty<?> property = findProperty(name);
    if (property == null) {
      throw MappingException.of(
          MappingMessage.NO_SUCH_ATTRIBUTE,
          entityName() + "." + name,
          entityName(),
          name,
          properties.keySet());
    }
    return property;
  }

  /**
   * The property of an attribute, if there is one.
   *
   * @param name the name of the attribute
   * @return the property, or null
   */
  public @Nullable ColumnProperty<?> findProperty(String name) {
    ColumnProperty<?> property =
        properties.get(ArgumentException.requireNonNull(name, "the name of an attribute"));
    return property == null && !derived.isEmpty() ? findDerived(name) : property;
  }

  /** The column that a synonym stands for, or that keeps a part of a composite. */
  private @Nullable ColumnProperty<?> findDerived(String name) {
    int point = name.indexOf('.');
    for (MapperProperty each : derived) {
      MapperProperty meant = each instanceof SynonymProperty synonym ? synonym.target() : each;
      if (meant instanceof ColumnProperty<?> column && each.name().equals(name)) {
        return column;
      }
      if (meant instanceof CompositeProperty composite
          && point > 0
          && each.name().equals(name.substring(0, point))) {
        return composite.findPart(name.substring(point + 1));
      }
    }
    return null;
  }

  /** What was said in Java about an attribute, here or in an entity above; null for nothing. */
  @Nullable AttributeMapping words(String attribute) {
    AttributeMapping own = words.get(attribute);
    Mapper<?> above = parent();
    return own == null && above != null ? above.words(attribute) : own;
  }

  /**
   * All attributes: those with a column, columns without a field, composites, synonyms, and relationships
   * (parity row ORM-INS-02). Works out the relationships first.
   *
   * @return the properties
   * @throws MappingException if a relationship of the registry cannot be worked out
   */
  public List<MapperProperty> attributes() {
    List<MapperProperty> all = new ArrayList<>(properties.values());
    all.addAll(derived);
    all.addAll(relationships());
    return all;
  }

  /**
   * An attribute of any kind.
   *
   * @param name the name of the attribute
   * @return its property
   * @throws MappingException if the entity has no such attribute
   */
  public MapperProperty attribute(String name) {
    MapperProperty found = findAttribute(name);
    if (found == null) {
      throw MappingException.of(
          MappingMessage.NO_SUCH_ATTRIBUTE,
          entityName() + "." + name,
          entityName(),
          name,
          attributes().stream().map(MapperProperty::name).toList());
    }
    return found;
  }

  /**
   * An attribute of any kind, if there is one.
   *
   * @param name the name of the attribute
   * @return its property, or null
   */
  public @Nullable MapperProperty findAttribute(String name) {
    ArgumentException.requireText(name, "the name of an attribute");
    for (MapperProperty each : attributes()) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    return null;
  }

  /**
   * The columns that are mapped, those of every table.
   *
   * @return the columns in mapping order; a key that several tables have stands once for each
   */
  public List<Column<?>> columns() {
    List<Column<?>> all = new ArrayList<>();
    for (ColumnProperty<?> each : properties.values()) {
      if (!each.isComputed()) {
        all.addAll(each.columns());
      }
    }
    return all;
  }

  /**
   * Whether this entity is another one, or extends it.
   *
   * @param other the other
   * @return true if objects of this entity are objects of the other
   */
  public boolean isA(Mapper<?> other) {
    return selfOrAbove(ArgumentException.requireNonNull(other, "the mapper to compare with"));
  }

  /**
   * Whether this entity and another one belong to the same hierarchy.
   *
   * @param other the other
   * @return true if they have the same topmost entity
   */
  public boolean hasCommonRoot(Mapper<?> other) {
    return root()
        == ArgumentException.requireNonNull(other, "the mapper to compare with").root();
  }

  /**
   * This entity and those it extends.
   *
   * @return their mappers, this one first, the topmost last
   */
  public List<Mapper<? super E>> lineage() {
    List<Mapper<? super E>> all = new ArrayList<>();
    for (Mapper<? super E> each = this; each != null; each = each.parent()) {
      all.add(each);
    }
    return all;
  }

  /**
   * A new object with values, each set as an assignment sets it: validators and listeners are asked. No
   * constructor of the class runs (parity row ORM-MAP-12).
   *
   * @param values values by the names of attributes
   * @return the object, transient
   * @throws MappingException if the entity has no such attribute
   * @throws ArgumentException if an attribute does not hold such a value
   */
  public E make(Map<String, ? extends @Nullable Object> values) {
    return NewObject.of(this, ArgumentException.requireNonNull(values, "the values of an object"));
  }

  /**
   * The records that are kept in several columns, those of super classes first (parity row ORM-MAP-23).
   *
   * @return the composites
   */
  public List<CompositeProperty> composites() {
    List<CompositeProperty> found = new ArrayList<>();
    for (MapperProperty each : derived) {
      if (each instanceof CompositeProperty composite) {
        found.add(composite);
      }
    }
    return found;
  }

  /**
   * The attributes that are a second name of another one (parity row ORM-MAP-24).
   *
   * @return the synonyms
   */
  public List<SynonymProperty> synonyms() {
    List<SynonymProperty> found = new ArrayList<>();
    for (MapperProperty each : derived) {
      if (each instanceof SynonymProperty synonym) {
        found.add(synonym);
      }
    }
    return found;
  }

  /**
   * Whether writes of attributes concern more than the attribute, even on objects that no session knows:
   * there are composites, synonyms, or values that report their changes.
   *
   * @return true if writes of new objects are watched
   */
  public boolean watchesNewObjects() {
    return watched;
  }

  /**
   * The property that is kept in a column.
   *
   * @param column a column
   * @return the property, or null if the column is not mapped
   */
  public @Nullable ColumnProperty<?> findProperty(Column<?> column) {
    return byColumn.get(ArgumentException.requireNonNull(column, "the column of an attribute"));
  }

  /** The entity and its table: {@code User(users)}. */
  @Override
  public String toString() {
    return entityName() + "(" + table.name() + ")";
  }
}
