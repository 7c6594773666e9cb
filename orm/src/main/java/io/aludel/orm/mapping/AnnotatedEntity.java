package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Column.Nullability;
import io.aludel.orm.annotation.Discriminator;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.InheritanceStrategy;
import io.aludel.orm.annotation.InheritedKey;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.WovenClass;
import io.aludel.orm.mapping.internal.inheritance.HierarchyMarks;
import io.aludel.orm.mapping.internal.inheritance.HierarchyPlace;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity mapped by its annotations, on the way to its mapper: first its class is read, then it gets its
 * table, which may be that of an entity above, then the mapper is made. Entities above go first.
 */
final class AnnotatedEntity<E> {
  private final Class<E> type;
  private final Registry registry;
  private final MappingReader<E> reader;
  private final @Nullable InheritanceStrategy strategy;
  private final @Nullable AnnotatedEntity<?> above;
  private final @Nullable AnnotatedEntity<?> apart;
  private final AnnotatedEntity<?> owner;
  private final List<AnnotatedEntity<?>> sharing = new ArrayList<>();
  private final Map<MappedField, Column<?>> columns = new LinkedHashMap<>();
  private final List<RelationshipDraft> relationships = new ArrayList<>();
  private final List<SchemaItem> references = new ArrayList<>();
  private final List<Column<?>> hidden = new ArrayList<>();
  private final DerivedFields derived;
  private List<Column<?>> inheritedKey = List.of();
  private @Nullable Table table;

  private AnnotatedEntity(
      Class<E> type, Registry registry, @Nullable AnnotatedEntity<?> entityAbove) {
    this.type = type;
    this.registry = registry;
    this.reader = new MappingReader<>(type, registry);
    this.derived = new DerivedFields(type, reader.mapping(), true);
    this.strategy = HierarchyMarks.strategy(type);
    boolean concrete = strategy == InheritanceStrategy.CONCRETE;
    this.above = concrete ? null : entityAbove;
    this.apart = concrete ? entityAbove : null;
    this.owner = above != null && strategy == InheritanceStrategy.SINGLE_TABLE ? above.owner : this;
  }

  /** Reads a class; {@code entityAbove} is the entity it extends, read already, or null. */
  static <E> AnnotatedEntity<E> read(
      Class<E> type, Registry registry, @Nullable AnnotatedEntity<?> entityAbove) {
    AnnotatedEntity<E> entity = new AnnotatedEntity<>(type, registry, entityAbove);
    entity.read();
    return entity;
  }

  private void read() {
    reader.callMappingMethod();
    requireOwnTable();
    List<MappedField> fields = reader.mappedFields();
    int first = above == null ? 0 : above.reader.shape().size();
    int inherited = HierarchyMarks.entityAbove(type) == null
        ? 0
        : WovenClass.shapeOf(Objects.requireNonNull(HierarchyMarks.entityAbove(type)))
            .size();
    EntityMapping<E> mapping = reader.mapping();
    requireOwnColumns(mapping);
    for (MappedField field : fields) {
      if (field.index() < first) {
        continue;
      }
      Relationship annotation = field.field().getAnnotation(Relationship.class);
      RelationshipMapping words = mapping.relationships().get(field.name());
      boolean redeclared = field.index() >= inherited || words != null;
      if (annotation != null && redeclared) {
        relationships.add(RelationshipDraft.annotated(field, type, annotation, words));
      } else if (words != null) {
        relationships.add(RelationshipDraft.declared(field, type, words));
      } else if (annotation == null && !derived.take(field)) {
        Column<?> stated = mapping.columns().get(field.name());
        columns.put(field, stated == null ? columnOf(field) : stated);
      }
    }
    readReferences();
    readDiscriminator();
    derived.addColumns(columns, hidden, owner != this);
    if (owner != this) {
      owner.sharing.add(this);
    }
  }

  /** A class that declares its table has no columns of others. */
  private void requireOwnColumns(EntityMapping<E> mapping) {
    if (!mapping.shown().isEmpty()) {
      String attribute =
          type.getSimpleName() + "." + mapping.shown().keySet().iterator().next();
      throw MappingException.of(
          MappingMessage.NOT_SUPPORTED,
          attribute,
          attribute,
          "its class declares a table of its own, and has no columns of other rows. Give it one free"
              + " column, or map the class with registry.map(…)");
    }
  }

  private void readReferences() {
    boolean stated = false;
    for (RelationshipDraft draft : relationships) {
      stated |= !draft.joinColumns().isEmpty();
    }
    if (!stated) {
      return;
    }
    Map<MappedField, Column<?>> visible = new LinkedHashMap<>();
    if (owner != this) {
      visible.putAll(owner.columns);
      owner.sharing.forEach(other -> visible.putAll(other.columns));
    }
    visible.putAll(columns);
    ReferenceColumns found =
        new ReferenceColumns(registry, visible, reader.mapping().tableItems());
    relationships.forEach(found::declare);
    for (SchemaItem item : found.items()) {
      if (item instanceof Column<?> column) {
        hidden.add(owner == this ? column : column.nullable());
      } else {
        references.add(item);
      }
    }
  }

  private void requireOwnTable() {
    String stated = entity().table();
    if (owner != this && !stated.isEmpty() && !stated.equals(owner.tableName())) {
      throw MappingException.of(
          MappingMessage.TABLE_IN_SINGLE_TABLE,
          type.getSimpleName(),
          type.getSimpleName(),
          stated,
          owner.type.getSimpleName(),
          owner.tableName());
    }
  }

  private Column<?> columnOf(MappedField field) {
    if (above != null && field.field().isAnnotationPresent(Id.class)) {
      throw MappingException.of(
          MappingMessage.KEY_BELOW,
          field.describe(),
          type.getSimpleName(),
          field.name(),
          above.type.getSimpleName());
    }
    Column<?> column = ColumnReader.read(field);
    if (owner == this) {
      return column;
    }
    io.aludel.orm.annotation.Column said =
        field.field().getAnnotation(io.aludel.orm.annotation.Column.class);
    Column<?> taken = owner.find(column.name());
    if (taken == null) {
      boolean never = said != null && said.nullable() == Nullability.NOT_NULL;
      return never ? column : column.nullable();
    }
    if (said == null || !said.useExisting()) {
      throw MappingException.of(
          MappingMessage.COLUMN_TAKEN,
          field.describe(),
          field.describe(),
          column.name(),
          owner.tableName());
    }
    return taken;
  }

  /** A column of the table that this entity, or one that shares the table, has. */
  private @Nullable Column<?> find(String name) {
    List<Column<?>> all = new ArrayList<>(columns.values());
    sharing.forEach(other -> all.addAll(other.columns.values()));
    for (Column<?> column : all) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  private void readDiscriminator() {
    if (!HierarchyMarks.isTop(type)) {
      return;
    }
    Discriminator said = type.getAnnotation(Discriminator.class);
    if (said == null) {
      throw MappingException.of(
          MappingMessage.NO_DISCRIMINATOR, type.getSimpleName(), type.getSimpleName());
    }
    if (find(said.column()) == null && attributeNamed(said.column()) == null) {
      hidden.add(Schema.column(said.column(), SqlTypes.STRING(said.length())).notNull());
    }
  }

  private @Nullable String discriminator() {
    if (above != null) {
      return above.discriminator();
    }
    Discriminator said = type.getAnnotation(Discriminator.class);
    if (said == null || !HierarchyMarks.isTop(type)) {
      return null;
    }
    for (Map.Entry<MappedField, Column<?>> each : columns.entrySet()) {
      if (each.getValue().name().equals(said.column())) {
        return each.getKey().name();
      }
    }
    return said.column();
  }

  /** The attribute of a name, which is mapped to a column of another name or worked out by SQL. */
  private @Nullable MappedField attributeNamed(String name) {
    for (MappedField field : reader.mappedFields()) {
      if (field.name().equals(name)) {
        if (!columns.containsKey(field) && !derived.isComputed(field)) {
          throw MappingException.of(
              MappingMessage.NO_DISCRIMINATOR_ATTRIBUTE,
              field.describe(),
              type.getSimpleName(),
              name);
        }
        return field;
      }
    }
    return null;
  }

  private Entity entity() {
    Entity entity = type.getAnnotation(Entity.class);
    if (entity == null) {
      throw MappingException.of(MappingMessage.NOT_AN_ENTITY, type.getSimpleName(), type.getName());
    }
    return entity;
  }

  private String tableName() {
    return entity().table().isEmpty()
        ? Naming.snakeCase(type.getSimpleName())
        : entity().table();
  }

  /** Declares the table, unless it is that of an entity above. */
  void declare(MetaData metadata) {
    if (owner != this) {
      return;
    }
    Set<SchemaItem> items = new LinkedHashSet<>();
    if (above != null) {
      addInheritedKey(above.owner, items);
    }
    List<AnnotatedEntity<?>> all = new ArrayList<>();
    all.add(this);
    all.addAll(sharing);
    all.forEach(each -> items.addAll(each.columns.values()));
    all.forEach(each -> items.addAll(each.hidden));
    all.forEach(each -> items.addAll(each.references));
    all.forEach(each -> items.addAll(each.reader.mapping().tableItems()));
    if (!entity().schema().isEmpty()) {
      items.add(Schema.inSchema(entity().schema()));
    }
    table = Table.of(tableName(), metadata, items.toArray(new SchemaItem[0]));
    if (HierarchyMarks.isWithoutRows(type)) {
      metadata.remove(
          table); // it says what the rows of sub classes have in common, and is never made
    }
  }

  /** The key of the table above, which refers to it. */
  private void addInheritedKey(AnnotatedEntity<?> upper, Set<SchemaItem> items) {
    List<Column<?>> key = upper.table().primaryKey().columns();
    List<String> names = key.stream().map(Column::name).toList();
    List<String> own = ownKeyNames(names);
    inheritedKey =
        own.stream().<Column<?>>map(name -> Schema.column(name).primaryKey()).toList();
    items.addAll(inheritedKey);
    items.add(ForeignKey.resolvedBy(own, upper.tableName(), () -> key));
  }

  private List<String> ownKeyNames(List<String> above) {
    InheritedKey said = type.getAnnotation(InheritedKey.class);
    if (said == null) {
      return above;
    }
    if (said.value().length != above.size()) {
      throw MappingException.of(
          MappingMessage.INHERITED_KEY_SIZE,
          type.getSimpleName(),
          type.getSimpleName(),
          List.of(said.value()),
          above);
    }
    return List.of(said.value());
  }

  private Table table() {
    return Objects.requireNonNull(owner.table);
  }

  /** Makes the mapper. The table is declared, and the entity above is mapped. */
  Mapper<E> build() {
    Mapper<?> parent = above == null ? null : registry.mapper(above.type);
    List<ColumnProperty<?>> properties = properties(parent);
    return reader.build(
        table(),
        properties,
        derived.derived(type.getSimpleName(), properties, parent),
        relationships,
        new HierarchyPlace(
            parent,
            above == null ? null : strategy,
            tables(),
            discriminator(),
            value(),
            apart == null ? null : registry.mapper(apart.type),
            !HierarchyMarks.isWithoutRows(type)));
  }

  private @Nullable String value() {
    return discriminator() == null ? null : HierarchyMarks.value(type);
  }

  private List<Table> tables() {
    List<Table> tables = new ArrayList<>(above == null ? List.of() : above.tables());
    if (owner == this) {
      tables.add(table());
    }
    return tables;
  }

  private List<ColumnProperty<?>> properties(@Nullable Mapper<?> parent) {
    String name = type.getSimpleName();
    List<ColumnProperty<?>> inherited = new ArrayList<>();
    List<ColumnProperty<?>> inheritedHidden = new ArrayList<>();
    if (parent != null) {
      for (ColumnProperty<?> each : parent.columnProperties()) {
        (each.isHidden() ? inheritedHidden : inherited).add(each);
      }
    }
    List<ColumnProperty<?>> properties = new ArrayList<>();
    for (ColumnProperty<?> each : inherited) {
      int part = parent == null ? -1 : parent.primaryKey().indexOf(each);
      properties.add(
          part < 0 || inheritedKey.isEmpty()
              ? each.inheritedBy(name, each.index())
              : each.inheritedBy(name, inheritedKey.get(part)));
    }
    columns.forEach((field, column) ->
        properties.add(new ColumnProperty<>(field, name, column, derived.traits(field))));
    properties.addAll(derived.computed(name));
    int index = reader.shape().size();
    for (ColumnProperty<?> each : inheritedHidden) {
      properties.add(each.inheritedBy(name, index++));
    }
    for (Column<?> column : hidden) {
      properties.add(derived.hidden(name, column, index++));
    }
    return properties;
  }
}
