package io.aludel.orm.mapping;

import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.QueryExpression;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.Nullness;
import io.aludel.orm.mapping.internal.property.Deferral;
import io.aludel.orm.mapping.internal.property.PropertyTraits;
import io.aludel.orm.mapping.internal.property.RecordShape;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an entity that have no column of their own: those worked out by SQL, composites and
 * synonyms. Reads them, adds the columns that composites are kept in, and makes their properties.
 */
final class DerivedFields {
  private final Class<?> type;
  private final EntityMapping<?> mapping;
  private final boolean annotated;
  private final Map<MappedField, Column<?>> computed = new LinkedHashMap<>();
  private final Map<MappedField, String> synonyms = new LinkedHashMap<>();
  private final List<CompositeField> composites = new ArrayList<>();
  private final Map<Column<?>, PropertyTraits> hiddenTraits = new HashMap<>();

  /** A composite that is being read; its columns are found when those of all fields are known. */
  private record CompositeField(
      MappedField field, RecordShape shape, List<String> names, List<Column<?>> columns) {}

  /** Finds or makes a column by name. */
  private interface Columns {
    Column<?> of(String name, RecordShape.Leaf leaf);
  }

  /** For a class whose annotations count, or, mapped to an existing table, do not. */
  DerivedFields(Class<?> type, EntityMapping<?> mapping, boolean annotated) {
    this.type = type;
    this.mapping = mapping;
    this.annotated = annotated;
  }

  /** Keeps a field that is no column by itself; false for any other. */
  boolean take(MappedField field) {
    AttributeMapping words = mapping.attributes().get(field.name());
    boolean supplied = annotated && field.field().isAnnotationPresent(QueryExpression.class);
    if (supplied || (words != null && words.isComputed())) {
      computed.put(field, Schema.column(Naming.snakeCase(field.name()), typeOf(field)));
      return true;
    }
    String target = synonymOf(field);
    if (target != null) {
      synonyms.put(field, target);
      return true;
    }
    List<String> parts = partsOf(field);
    if (parts != null) {
      composites.add(composite(field, parts));
      return true;
    }
    return false;
  }

  /** Whether SQL that the mapping states gives the value of a field. */
  boolean isComputed(MappedField field) {
    return computed.containsKey(field) && traits(field).expression() != null;
  }

  private static SqlType<?> typeOf(MappedField field) {
    SqlType<?> known = SqlTypes.findForJava(field.type());
    return known == null ? SqlTypes.UNKNOWN : known;
  }

  private @Nullable String synonymOf(MappedField field) {
    String said = mapping.synonyms().get(field.name());
    Synonym annotation = annotated ? field.field().getAnnotation(Synonym.class) : null;
    return said == null && annotation != null ? annotation.value() : said;
  }

  private @Nullable List<String> partsOf(MappedField field) {
    List<String> said = mapping.composites().get(field.name());
    Composite annotation = annotated ? field.field().getAnnotation(Composite.class) : null;
    return said == null && annotation != null ? List.of(annotation.value()) : said;
  }

  private CompositeField composite(MappedField field, List<String> names) {
    if (!field.type().isRecord()) {
      throw MappingException.of(
          MappingMessage.COMPOSITE_NO_RECORD,
          field.describe(),
          field.describe(),
          field.type().getName());
    }
    RecordShape shape = shapeOf(field);
    List<String> columns = names;
    if (names.isEmpty()) {
      String prefix = Naming.snakeCase(field.name()) + "_";
      columns = shape.leaves().stream()
          .map(leaf -> prefix + Naming.snakeCase(leaf.path()).replace('.', '_'))
          .toList();
    } else if (names.size() != shape.leaves().size()) {
      throw MappingException.of(
          MappingMessage.COMPOSITE_PARTS,
          field.describe(),
          field.describe(),
          names.size(),
          field.type().getSimpleName(),
          shape.leaves().stream().map(RecordShape.Leaf::path).toList());
    }
    return new CompositeField(field, shape, columns, new ArrayList<>());
  }

  private RecordShape shapeOf(MappedField field) {
    try {
      return RecordShape.of(field.type());
    } catch (IllegalAccessException closed) {
      MappingException failure = MappingException.of(
          MappingMessage.UNREADABLE_MAPPING, field.describe(), field.type().getName(), closed);
      failure.initCause(closed);
      throw failure;
    }
  }

  /** Finds the columns of composites, making those that no field and no relationship has. */
  void addColumns(Map<MappedField, Column<?>> columns, List<Column<?>> hidden, boolean shared) {
    for (CompositeField each : composites) {
      addColumns(each, columns, hidden, (name, leaf) -> {
        Column<?> made = ColumnReader.part(leaf.field(), name, each.field().field());
        return shared ? made.nullable() : made;
      });
    }
  }

  /** Finds the columns of composites among those that exist. */
  void findColumns(
      Map<MappedField, Column<?>> columns,
      List<Column<?>> hidden,
      BiFunction<MappedField, String, Column<?>> finder) {
    for (CompositeField each : composites) {
      addColumns(each, columns, hidden, (name, leaf) -> finder.apply(each.field(), name));
    }
  }

  private void addColumns(
      CompositeField composite,
      Map<MappedField, Column<?>> columns,
      List<Column<?>> hidden,
      Columns maker) {
    PropertyTraits traits = partTraits(composite.field());
    for (int i = 0; i < composite.names().size(); i++) {
      String name = composite.names().get(i);
      Column<?> column = known(name, columns, hidden);
      if (column == null) {
        column = maker.of(name, composite.shape().leaves().get(i));
        hidden.add(column);
        hiddenTraits.put(column, traits);
      }
      composite.columns().add(column);
    }
  }

  /** The columns of a deferred composite are loaded together. */
  private PropertyTraits partTraits(MappedField field) {
    PropertyTraits traits = traits(field);
    Deferral deferral = traits.deferral();
    return deferral == null || !deferral.group().isEmpty()
        ? traits
        : traits.deferred(new Deferral(field.name(), deferral.refused()));
  }

  private static @Nullable Column<?> known(
      String name, Map<MappedField, Column<?>> columns, List<Column<?>> hidden) {
    for (Map.Entry<MappedField, Column<?>> each : columns.entrySet()) {
      if (each.getKey().name().equals(name)) {
        return each.getValue();
      }
    }
    List<Column<?>> all = new ArrayList<>(columns.values());
    all.addAll(hidden);
    return all.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
  }

  /** What sets a field apart. */
  PropertyTraits traits(MappedField field) {
    AttributeMapping words = mapping.attributes().get(field.name());
    PropertyTraits said = AttributeMapping.traits(field.field(), words, annotated);
    boolean supplied = annotated && field.field().isAnnotationPresent(QueryExpression.class);
    return supplied && !said.supplied()
        ? new PropertyTraits(said.deferral(), null, true, said.keptByFlush(), false, false)
        : said;
  }

  /** The property of a column without a field. */
  ColumnProperty<?> hidden(String entity, Column<?> column, int index) {
    return hidden(entity, column.name(), column, index);
  }

  /** The property of a column without a field, under another name than that of the column. */
  ColumnProperty<?> hidden(String entity, String name, Column<?> column, int index) {
    PropertyTraits traits = hiddenTraits.getOrDefault(column, PropertyTraits.NONE);
    return ColumnProperty.hidden(entity, name, column, index, traits);
  }

  /** The properties of the fields worked out by SQL. Their columns stand in a table that nobody declares. */
  List<ColumnProperty<?>> computed(String entity) {
    if (computed.isEmpty()) {
      return List.of();
    }
    SchemaItem[] items = computed.values().toArray(SchemaItem[]::new);
    Table.of("(computed)", new MetaData(), items);
    List<ColumnProperty<?>> properties = new ArrayList<>();
    computed.forEach((field, column) ->
        properties.add(new ColumnProperty<>(field, entity, column, traits(field))));
    return properties;
  }

  /** The composites and synonyms, among them those of the entity above. */
  List<MapperProperty> derived(
      String entity, List<ColumnProperty<?>> properties, @Nullable Mapper<?> parent) {
    Map<String, MapperProperty> derived = new LinkedHashMap<>();
    if (parent != null) {
      inherit(derived, entity, properties, parent);
    }
    for (CompositeField each : composites) {
      MappedField field = each.field();
      boolean nullable = Nullness.isNullable(field.field());
      derived.put(
          field.name(),
          new CompositeProperty(
              entity,
              field.name(),
              field.index(),
              nullable,
              each.shape(),
              each.columns().stream()
                  .<ColumnProperty<?>>map(c -> keeping(c, properties))
                  .toList()));
    }
    synonyms.forEach((field, target) -> derived.put(
        field.name(),
        new SynonymProperty(
            entity, field.name(), field.index(), target(field, target, properties, derived))));
    return List.copyOf(derived.values());
  }

  private static void inherit(
      Map<String, MapperProperty> derived,
      String entity,
      List<ColumnProperty<?>> properties,
      Mapper<?> parent) {
    for (CompositeProperty each : parent.composites()) {
      List<ColumnProperty<?>> parts = new ArrayList<>();
      each.parts().forEach(part -> parts.add(keeping(part.column(), properties)));
      derived.put(each.name(), each.inheritedBy(entity, parts));
    }
    for (SynonymProperty each : parent.synonyms()) {
      MapperProperty target = each.target() instanceof ColumnProperty<?> column
          ? keeping(column.column(), properties)
          : derived.getOrDefault(each.target().name(), each.target());
      derived.put(each.name(), new SynonymProperty(entity, each.name(), each.index(), target));
    }
  }

  private static ColumnProperty<?> keeping(Column<?> column, List<ColumnProperty<?>> properties) {
    for (ColumnProperty<?> each : properties) {
      if (each.columns().contains(column)) {
        return each;
      }
    }
    throw new IllegalStateException(column + " is not mapped");
  }

  private MapperProperty target(
      MappedField field,
      String name,
      List<ColumnProperty<?>> properties,
      Map<String, MapperProperty> derived) {
    List<MapperProperty> all = new ArrayList<>(properties);
    all.addAll(derived.values());
    for (MapperProperty each : all) {
      if (each.name().equals(name)) {
        Class<?> held = each instanceof ColumnProperty<?> column
            ? column.fieldType()
            : each instanceof CompositeProperty composite ? composite.type() : field.type();
        if (held != field.type() || each instanceof SynonymProperty) {
          throw MappingException.of(
              MappingMessage.WRONG_SYNONYM,
              field.describe(),
              field.describe(),
              name,
              each instanceof SynonymProperty
                  ? "a synonym itself"
                  : "of type " + held.getSimpleName(),
              field.type().getSimpleName());
        }
        return each;
      }
    }
    throw MappingException.of(
        MappingMessage.NO_SUCH_ATTRIBUTE,
        field.describe(),
        type.getSimpleName(),
        name,
        all.stream().map(MapperProperty::name).toList());
  }
}
