package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.WovenClass;
import io.aludel.orm.mapping.internal.inheritance.HierarchyPlace;
import io.aludel.orm.weave.EntityShape;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a mapper of what is known of a class, and reads that from an existing table. */
final class MappingReader<E> {
  private final Class<E> type;
  private final Registry registry;
  private final EntityShape shape;
  private final EntityMapping<E> mapping;
  private final List<MappedField> fields;
  private @Nullable List<MappedField> mapped;

  MappingReader(Class<E> type, Registry registry) {
    this.type = type;
    this.registry = registry;
    this.shape = WovenClass.shapeOf(type);
    this.mapping = new EntityMapping<>(type);
    this.fields = WovenClass.fieldsOf(shape);
  }

  EntityShape shape() {
    return shape;
  }

  EntityMapping<E> mapping() {
    return mapping;
  }

  /** Ties the attributes to the columns of a table that exists. */
  Mapper<E> over(Table table) {
    Map<MappedField, Column<?>> columns = new LinkedHashMap<>();
    List<RelationshipDraft> relationships = new ArrayList<>();
    DerivedFields derived = new DerivedFields(type, mapping, false);
    for (MappedField field : mappedFields()) {
      Column<?> stated = mapping.columns().get(field.name());
      RelationshipMapping words = mapping.relationships().get(field.name());
      if (words != null) {
        relationships.add(RelationshipDraft.declared(field, type, words));
      } else if (!derived.take(field)
          && (stated != null || !field.field().isAnnotationPresent(Relationship.class))) {
        columns.put(field, stated == null ? columnOf(table, field) : stated);
      }
    }
    List<Column<?>> hidden = unmapped(table, columns);
    derived.findColumns(columns, hidden, table);
    return build(table, properties(columns, hidden, derived), relationships, derived);
  }

  /** Columns that relationships need and no attribute shows: the foreign keys. */
  private static List<Column<?>> unmapped(Table table, Map<MappedField, Column<?>> columns) {
    List<Column<?>> hidden = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      for (Column<?> column : key.columns()) {
        if (!columns.containsValue(column) && !hidden.contains(column)) {
          hidden.add(column);
        }
      }
    }
    return hidden;
  }

  private List<ColumnProperty<?>> properties(
      Map<MappedField, Column<?>> columns, List<Column<?>> hidden, DerivedFields derived) {
    String name = type.getSimpleName();
    List<ColumnProperty<?>> properties = new ArrayList<>();
    columns.forEach((field, column) ->
        properties.add(new ColumnProperty<>(field, name, column, derived.traits(field))));
    properties.addAll(derived.computed(name));
    int index = shape.size();
    for (Column<?> column : hidden) {
      properties.add(derived.hidden(name, column, index++));
    }
    return properties;
  }

  private Mapper<E> build(
      Table table,
      List<ColumnProperty<?>> properties,
      List<RelationshipDraft> relationships,
      DerivedFields derived) {
    return build(
        table,
        properties,
        derived.derived(type.getSimpleName(), properties, null),
        relationships,
        HierarchyPlace.alone(table));
  }

  /** Makes the mapper. */
  Mapper<E> build(
      Table table,
      List<ColumnProperty<?>> properties,
      List<MapperProperty> derived,
      List<RelationshipDraft> relationships,
      HierarchyPlace place) {
    Mapper<?> parent = place.parent();
    List<Column<?>> key = parent == null
        ? keyColumns(table, properties)
        : parent.primaryKey().stream()
            .<Column<?>>map(part -> columnOf(properties, part.name()))
            .toList();
    return new Mapper<>(
        type,
        registry,
        shape,
        new MappedColumns(
            table,
            properties,
            key,
            relationships,
            new RowRuleReader(type, mapping).read(mappedFields(), properties),
            derived,
            Map.copyOf(mapping.attributes())),
        place);
  }

  private List<Column<?>> keyColumns(Table table, List<ColumnProperty<?>> properties) {
    if (mapping.key().isEmpty()) {
      return table.primaryKey().columns();
    }
    List<Column<?>> columns = new ArrayList<>();
    for (String name : mapping.key()) {
      columns.add(columnOf(properties, name));
    }
    return columns;
  }

  private Column<?> columnOf(List<ColumnProperty<?>> properties, String name) {
    return properties.stream()
        .filter(property -> property.name().equals(name))
        .findFirst()
        .orElseThrow(() -> noAttribute(name))
        .column();
  }

  /** The fields that are mapped, inherited ones too. Asked for when the mapping has said all. */
  List<MappedField> mappedFields() {
    List<MappedField> known = mapped;
    if (known == null) {
      known = findMapped();
      mapped = known;
    }
    return known;
  }

  private List<MappedField> findMapped() {
    requireFields(mapping.excluded());
    requireFields(mapping.included());
    requireFields(mapping.columns().keySet());
    requireFields(mapping.relationships().keySet());
    requireFields(mapping.attributes().keySet());
    requireFields(mapping.composites().keySet());
    requireFields(mapping.synonyms().keySet());
    List<MappedField> found = new ArrayList<>();
    for (MappedField field : fields) {
      boolean wanted = mapping.included().isEmpty() || mapping.included().contains(field.name());
      if (wanted && !mapping.excluded().contains(field.name())) {
        found.add(field);
      }
    }
    return found;
  }

  private void requireFields(Set<String> names) {
    for (String name : names) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        throw noAttribute(name);
      }
    }
  }

  private MappingException noAttribute(String name) {
    List<String> names = fields.stream().map(MappedField::name).toList();
    return MappingException.of(
        MappingMessage.NO_SUCH_ATTRIBUTE,
        type.getSimpleName() + "." + name,
        type.getSimpleName(),
        name,
        names);
  }

  private Column<?> columnOf(Table table, MappedField field) {
    Column<?> found = findColumn(table, field.name());
    if (found == null) {
      found = findColumn(table, Naming.snakeCase(field.name()));
    }
    if (found == null) {
      throw MappingException.of(
          MappingMessage.NO_COLUMN,
          field.describe(),
          field.describe(),
          table.name(),
          table.columns().stream().map(Column::name).toList());
    }
    return found;
  }

  static @Nullable Column<?> findColumn(Table table, String name) {
    for (Column<?> column : table.columns()) {
      if (column.key().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** Lets the class say in Java what its annotations do not. */
  void callMappingMethod() {
    if (!shape.annotatesMethods()) {
      return;
    }
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Mapping.class)) {
        if (!Modifier.isStatic(method.getModifiers())) {
          throw misshapen(method, "not static");
        }
        if (method.getParameterCount() != 1
            || method.getParameterTypes()[0] != EntityMapping.class) {
          throw misshapen(method, "declared with other parameters");
        }
        call(method);
      }
    }
  }

  private void call(Method method) {
    try {
      method.setAccessible(true);
      method.invoke(null, mapping);
    } catch (IllegalAccessException | InaccessibleObjectException closed) {
      throw failed(
          MappingMessage.UNREADABLE_MAPPING,
          closed,
          type.getName(),
          String.valueOf(closed.getMessage()));
    } catch (InvocationTargetException failure) {
      Throwable cause = failure.getTargetException();
      throw failed(
          MappingMessage.MAPPING_METHOD_FAILED, cause, type.getName(), method.getName(), cause);
    }
  }

  private MappingException misshapen(Method method, String shape) {
    String name = type.getSimpleName();
    return MappingException.of(
        MappingMessage.MAPPING_METHOD, name, name, method.getName(), shape, name);
  }

  private MappingException failed(MappingMessage message, Throwable cause, Object... things) {
    MappingException failure = MappingException.of(message, type.getSimpleName(), things);
    failure.initCause(cause);
    return failure;
  }
}
