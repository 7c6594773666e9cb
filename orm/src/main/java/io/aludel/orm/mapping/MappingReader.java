package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.internal.MappedSource;
import io.aludel.orm.mapping.internal.SourceColumns;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.WovenClass;
import io.aludel.orm.mapping.internal.inheritance.HierarchyPlace;
import io.aludel.orm.weave.EntityShape;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.FromNode;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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

  /** Ties the attributes to the columns of a table that exists, or of other rows. */
  Mapper<E> over(FromNode rows) {
    RegistryScope scope = new RegistryScope(registry);
    MappedSource source = rows instanceof Table
        ? null
        : MappedSource.of(
            rows, Naming.snakeCase(type.getSimpleName()), type.getSimpleName(), scope);
    List<Table> tables = source == null ? List.of((Table) rows) : source.tables();
    List<RelationshipDraft> relationships = new ArrayList<>();
    DerivedFields derived = new DerivedFields(type, mapping, false);
    SourceColumns search = new SourceColumns(tables, source, scope);
    Map<MappedField, List<Column<?>>> columns = columns(search, derived, relationships);
    Map<MappedField, Column<?>> first = new LinkedHashMap<>();
    columns.forEach((field, some) -> first.put(field, some.get(0)));
    List<Column<?>> hidden = unmapped(tables, columns.values());
    derived.findColumns(
        first, hidden, (field, name) -> search.named(field, name, name).get(0));
    List<ColumnProperty<?>> properties = properties(columns, hidden, derived);
    return build(
        new Mapped(tables, source, source == null ? List.of() : source.key()),
        properties,
        derived.derived(type.getSimpleName(), properties, null),
        relationships,
        HierarchyPlace.alone(tables));
  }

  /** The columns of each field that has some: first those that the mapping names, then those of its name. */
  private Map<MappedField, List<Column<?>>> columns(
      SourceColumns search, DerivedFields derived, List<RelationshipDraft> relationships) {
    Map<MappedField, List<Column<?>>> columns = new LinkedHashMap<>();
    for (MappedField field : mappedFields()) {
      Column<?> column = mapping.columns().get(field.name());
      List<Expression<?>> stated =
          mapping.shown().getOrDefault(field.name(), column == null ? List.of() : List.of(column));
      RelationshipMapping words = mapping.relationships().get(field.name());
      if (words != null) {
        relationships.add(RelationshipDraft.declared(field, type, words));
      } else if (!derived.take(field)
          && (!stated.isEmpty() || !field.field().isAnnotationPresent(Relationship.class))) {
        columns.put(field, stated.isEmpty() ? List.of() : search.stated(field, stated));
      }
    }
    columns.replaceAll((field, stated) -> stated.isEmpty()
        ? search.named(field, field.name(), Naming.snakeCase(field.name()))
        : stated);
    Set<Column<?>> taken = new HashSet<>();
    columns.values().forEach(taken::addAll);
    columns.replaceAll((field, some) -> {
      List<Column<?>> all = search.withEqual(some, taken);
      search.requireFitting(field, all);
      taken.addAll(all);
      return all;
    });
    return columns;
  }

  /** Columns that relationships need and no attribute shows: the foreign keys. */
  private static List<Column<?>> unmapped(List<Table> tables, Collection<List<Column<?>>> mapped) {
    List<Column<?>> hidden = new ArrayList<>();
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        for (Column<?> column : key.columns()) {
          if (mapped.stream().noneMatch(some -> some.contains(column))
              && !hidden.contains(column)) {
            hidden.add(column);
          }
        }
      }
    }
    return hidden;
  }

  private List<ColumnProperty<?>> properties(
      Map<MappedField, List<Column<?>>> columns, List<Column<?>> hidden, DerivedFields derived) {
    String name = type.getSimpleName();
    List<ColumnProperty<?>> properties = new ArrayList<>();
    columns.forEach((field, some) ->
        properties.add(ColumnProperty.over(field, name, some, derived.traits(field))));
    properties.addAll(derived.computed(name));
    int index = shape.size();
    Set<String> names = new HashSet<>();
    properties.forEach(each -> names.add(each.name()));
    for (Column<?> column : hidden) {
      String own = names.add(column.name()) ? column.name() : column.toString();
      properties.add(derived.hidden(name, own, column, index++));
    }
    return properties;
  }

  /**
   * What a class is mapped to.
   *
   * @param tables the tables of its columns
   * @param source what is read where that is not a table
   * @param key the columns that tell rows of the source apart
   */
  private record Mapped(List<Table> tables, @Nullable MappedSource source, List<Column<?>> key) {
    Table table() {
      return tables.get(tables.size() - 1);
    }
  }

  /** Makes the mapper of a class that declares its table. */
  Mapper<E> build(
      Table table,
      List<ColumnProperty<?>> properties,
      List<MapperProperty> derived,
      List<RelationshipDraft> relationships,
      HierarchyPlace place) {
    return build(
        new Mapped(List.of(table), null, List.of()), properties, derived, relationships, place);
  }

  private Mapper<E> build(
      Mapped mapped,
      List<ColumnProperty<?>> properties,
      List<MapperProperty> derived,
      List<RelationshipDraft> relationships,
      HierarchyPlace place) {
    Mapper<?> parent = place.parent();
    List<Column<?>> key = parent == null
        ? keyColumns(mapped, properties)
        : parent.primaryKey().stream()
            .<Column<?>>map(part -> columnOf(properties, part.name()))
            .toList();
    return new Mapper<>(
        type,
        registry,
        shape,
        new MappedColumns(
            mapped.table(),
            mapped.source(),
            properties,
            key,
            relationships,
            new RowRuleReader(type, mapping).read(mappedFields(), properties),
            derived,
            Map.copyOf(mapping.attributes())),
        place);
  }

  private List<Column<?>> keyColumns(Mapped mapped, List<ColumnProperty<?>> properties) {
    if (mapping.key().isEmpty() && mapped.source() == null) {
      return mapped.table().primaryKey().columns();
    }
    if (mapping.key().isEmpty() && mapped.key().isEmpty()) {
      throw MappingException.of(
          MappingMessage.NO_KEY_OF_SOURCE, type.getSimpleName(), type.getSimpleName());
    }
    if (mapping.key().isEmpty()) {
      return mapped.key();
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
    requireFields(mapping.shown().keySet());
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
