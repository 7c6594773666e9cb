package io.aludel.orm.mapping;

import io.aludel.orm.OrmError;
import io.aludel.orm.weave.EntityShape;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a mapper: from the annotations of a class, or from an existing table. */
final class MappingReader<E> {
  private final Class<E> type;
  private final Registry registry;
  private final EntityShape shape;
  private final EntityMapping<E> mapping;

  MappingReader(Class<E> type, Registry registry) {
    this.type = type;
    this.registry = registry;
    this.shape = WovenClass.shapeOf(type);
    this.mapping = new EntityMapping<>(type);
  }

  EntityMapping<E> mapping() {
    return mapping;
  }

  /** Reads annotations and declares the table. */
  Mapper<E> declared(MetaData metadata) {
    Entity entity = type.getAnnotation(Entity.class);
    if (entity == null) {
      throw new MappingException(
          OrmError.NOT_AN_ENTITY,
          type.getSimpleName(),
          "Cannot map "
              + type.getName()
              + " by its annotations: it is not marked @Entity. Mark it, or map it to a table with"
              + " registry.map(…).");
    }
    refuseInheritance();
    callMappingMethod();
    Map<MappedField, Column<?>> columns = new LinkedHashMap<>();
    for (MappedField field : mappedFields()) {
      Column<?> stated = mapping.columns().get(field.name());
      columns.put(field, stated == null ? ColumnReader.read(field) : stated);
    }
    Table table = Table.of(tableName(entity), metadata, items(entity, columns.values()));
    return build(table, columns);
  }

  /** Ties the attributes to the columns of a table that exists. */
  Mapper<E> over(Table table) {
    Map<MappedField, Column<?>> columns = new LinkedHashMap<>();
    for (MappedField field : mappedFields()) {
      Column<?> stated = mapping.columns().get(field.name());
      columns.put(field, stated == null ? columnOf(table, field) : stated);
    }
    return build(table, columns);
  }

  private Mapper<E> build(Table table, Map<MappedField, Column<?>> columns) {
    List<ColumnProperty<?>> properties = new ArrayList<>();
    columns.forEach(
        (field, column) ->
            properties.add(new ColumnProperty<>(field, type.getSimpleName(), column)));
    return new Mapper<>(
        type, registry, shape, new MappedColumns(table, properties, keyColumns(table, properties)));
  }

  private List<Column<?>> keyColumns(Table table, List<ColumnProperty<?>> properties) {
    if (mapping.key().isEmpty()) {
      return table.primaryKey().columns();
    }
    List<Column<?>> columns = new ArrayList<>();
    for (String name : mapping.key()) {
      columns.add(
          properties.stream()
              .filter(property -> property.name().equals(name))
              .findFirst()
              .orElseThrow(() -> noAttribute(name))
              .column());
    }
    return columns;
  }

  private List<MappedField> mappedFields() {
    List<MappedField> fields = WovenClass.fieldsOf(shape);
    for (String name : mapping.excluded()) {
      requireField(fields, name);
    }
    for (String name : mapping.columns().keySet()) {
      requireField(fields, name);
    }
    return fields.stream().filter(field -> !mapping.excluded().contains(field.name())).toList();
  }

  private void requireField(List<MappedField> fields, String name) {
    if (fields.stream().noneMatch(field -> field.name().equals(name))) {
      throw noAttribute(name);
    }
  }

  private MappingException noAttribute(String name) {
    List<String> names = WovenClass.fieldsOf(shape).stream().map(MappedField::name).toList();
    return new MappingException(
        OrmError.NO_SUCH_ATTRIBUTE,
        type.getSimpleName() + "." + name,
        "Cannot map "
            + type.getName()
            + ": its mapping names an attribute '"
            + name
            + "', the class has "
            + names
            + ". Use one of these.");
  }

  private Column<?> columnOf(Table table, MappedField field) {
    Column<?> found = findColumn(table, field.name());
    if (found == null) {
      found = findColumn(table, Naming.snakeCase(field.name()));
    }
    if (found == null) {
      throw new MappingException(
          OrmError.NO_SUCH_ATTRIBUTE,
          field.describe(),
          "Cannot map "
              + field.describe()
              + ": table '"
              + table.name()
              + "' has no column of that name; it has "
              + table.columns().stream().map(Column::name).toList()
              + ". Name its column, or exclude the attribute.");
    }
    return found;
  }

  private static @Nullable Column<?> findColumn(Table table, String name) {
    for (Column<?> column : table.columns()) {
      if (column.key().equals(name)) {
        return column;
      }
    }
    return null;
  }

  private String tableName(Entity entity) {
    return entity.table().isEmpty() ? Naming.snakeCase(type.getSimpleName()) : entity.table();
  }

  private SchemaItem[] items(Entity entity, Iterable<Column<?>> columns) {
    List<SchemaItem> items = new ArrayList<>();
    columns.forEach(items::add);
    items.addAll(mapping.tableItems());
    if (!entity.schema().isEmpty()) {
      items.add(Schema.inSchema(entity.schema()));
    }
    return items.toArray(SchemaItem[]::new);
  }

  private void refuseInheritance() {
    for (Class<?> above = type.getSuperclass(); above != null; above = above.getSuperclass()) {
      if (above.isAnnotationPresent(Entity.class)) {
        throw new MappingException(
            OrmError.UNSUPPORTED_MAPPING,
            type.getSimpleName(),
            "Cannot map "
                + type.getName()
                + ": it extends the entity "
                + above.getName()
                + ", and this version does not map inheritance between entities. Mark the super class"
                + " @MappedSuperclass instead of @Entity.");
      }
    }
  }

  private void callMappingMethod() {
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Mapping.class)) {
        if (!Modifier.isStatic(method.getModifiers())
            || method.getParameterCount() != 1
            || method.getParameterTypes()[0] != EntityMapping.class) {
          throw mappingMethod(method, "it has to be static with one parameter EntityMapping", null);
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
      throw mappingMethod(method, "it cannot be called (" + closed.getMessage() + ")", closed);
    } catch (InvocationTargetException failed) {
      throw mappingMethod(method, "it failed with " + failed.getCause(), failed.getCause());
    }
  }

  private MappingException mappingMethod(Method method, String reason, @Nullable Throwable cause) {
    MappingException failure =
        new MappingException(
            OrmError.MAPPING_METHOD,
            type.getSimpleName(),
            "Cannot use the mapping method "
                + type.getSimpleName()
                + "."
                + method.getName()
                + ": "
                + reason
                + ". Correct the method.");
    if (cause != null) {
      failure.initCause(cause);
    }
    return failure;
  }
}
