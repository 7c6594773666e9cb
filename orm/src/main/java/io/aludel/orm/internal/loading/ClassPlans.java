package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.OrmError;
import io.aludel.orm.PolymorphicLoadException;
import io.aludel.orm.annotation.PolymorphicLoad;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.Hierarchy;
import io.aludel.orm.mapping.internal.ConcreteRows;
import io.aludel.schema.Column;
import io.aludel.types.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an occurrence of an entity that others extend is read: a plan for each class, found by the
 * discriminator of the row. Made once per compiled statement; immutable.
 */
final class ClassPlans {
  private final EntityPlan base;
  private final Hierarchy hierarchy;
  private final @Nullable ConcreteRows concrete;
  private final ValueReader<?> reader;
  private final int position;
  private final Map<Object, EntityPlan> byValue = new HashMap<>();
  private final Map<Class<?>, EntityPlan> byClass = new HashMap<>();
  private final boolean selects;

  private ClassPlans(EntityPlan base, Occurrence occurrence, Source source) {
    List<EntityLayout> classes = occurrence.classes();
    List<Column<?>> columns = occurrence.read();
    this.base = base;
    this.concrete = occurrence.concrete();
    this.hierarchy = base.layout().mapper().hierarchy();
    int column = source.columns()[offsetOf(columns)];
    this.reader = source.statement().columns().get(column).reader();
    this.position = source.places().position(column);
    this.selects = classes.stream().anyMatch(ClassPlans::isSelected);
    for (EntityLayout layout : classes) {
      EntityPlan plan = layout == base.layout() ? base : planFor(layout, columns, source);
      byClass.put(layout.mapper().type(), plan);
      Object value = concrete == null
          ? layout.mapper().hierarchy().value()
          : ConcreteRows.valueOf(layout.mapper());
      if (value != null) {
        byValue.put(value, plan);
      }
    }
  }

  private static boolean isSelected(EntityLayout layout) {
    return layout.mapper().hierarchy().load() == PolymorphicLoad.When.SELECTIN;
  }

  /** Whether the mapping of a class asks for a SELECT of its own. */
  boolean selects() {
    return selects;
  }

  /** Where the columns of an occurrence lie in a compiled statement. */
  private record Source(CompiledStatement statement, int[] columns, RowPlaces places) {}

  /** The plans of an occurrence, or null if its entity is read by itself. */
  static @Nullable ClassPlans of(
      Occurrence occurrence,
      EntityPlan base,
      CompiledStatement statement,
      int[] columns,
      RowPlaces places) {
    return occurrence.classes().isEmpty()
        ? null
        : new ClassPlans(base, occurrence, new Source(statement, columns, places));
  }

  private int offsetOf(List<Column<?>> columns) {
    var discriminator = hierarchy.discriminator();
    int offset = concrete != null
        ? columns.indexOf(concrete.discriminator())
        : discriminator == null ? -1 : columns.indexOf(discriminator.column());
    if (offset < 0) {
      throw new IllegalStateException("the discriminator is not read");
    }
    return offset;
  }

  private EntityPlan planFor(EntityLayout layout, List<Column<?>> columns, Source source) {
    List<Integer> attributes = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      var property = concrete == null
          ? layout.mapper().findProperty(columns.get(i))
          : concrete.attributeOf(layout.mapper(), columns.get(i));
      int column = source.columns()[i];
      if (property != null && column >= 0 && !attributes.contains(property.index())) {
        attributes.add(property.index());
        offsets.add(column);
      }
    }
    return EntityPlan.scattered(
        layout,
        source.statement(),
        attributes.stream().mapToInt(Integer::intValue).toArray(),
        offsets.stream().mapToInt(Integer::intValue).toArray(),
        source.places());
  }

  /** Whether rows of different classes are of different tables, where each has keys of its own. */
  boolean areApart() {
    return concrete != null;
  }

  /** The plan for the present row, which knows its key; null where an outer join found no row. */
  @Nullable EntityPlan apart(ResultSet row) throws SQLException {
    Object value = reader.read(row, position);
    EntityPlan plan = value == null ? null : byValue.get(value);
    if (plan == null && value != null) {
      throw unknown(value, base.layout().mapper().entityName());
    }
    return plan;
  }

  /** The plan for objects of a class that is there already. */
  EntityPlan of(Class<?> type) {
    return byClass.getOrDefault(type, base);
  }

  /**
   * The plan for the present row.
   *
   * @throws PolymorphicLoadException if its discriminator names no class that may be here
   */
  EntityPlan of(ResultSet row, Object key) throws SQLException {
    Object value = reader.read(row, position);
    EntityPlan plan = value == null ? null : byValue.get(value);
    if (plan == null) {
      throw unreadable(value, key);
    }
    return plan;
  }

  private PolymorphicLoadException unreadable(@Nullable Object value, Object key) {
    EntityLayout layout = base.layout();
    String entity = layout.mapper().entityName();
    String row = entity + "[" + layout.describeKey(key) + "]";
    String start = "Cannot load " + row + ": its discriminator " + hierarchy.discriminator() + " ";
    if (value == null) {
      return new PolymorphicLoadException(
          OrmError.DISCRIMINATOR_NULL,
          row,
          start + "is null, so its class is not known. Store the value of its class in the row.");
    }
    var other = hierarchy.find(value);
    if (other == null) {
      return unknown(value, row);
    }
    return new PolymorphicLoadException(
        OrmError.DISCRIMINATOR_ELSEWHERE,
        row,
        start + "is '" + value + "', that of " + other.entityName() + ", which is no " + entity
            + ". Correct the row, or read it as " + other.entityName() + ".");
  }

  private PolymorphicLoadException unknown(Object value, String row) {
    Object told =
        concrete == null ? hierarchy.discriminator() : concrete.discriminator().name();
    Object known = concrete == null
        ? base.layout().mapper().root().hierarchy().values()
        : byClass.keySet().stream().map(Class::getSimpleName).sorted().toList();
    return new PolymorphicLoadException(
        OrmError.DISCRIMINATOR_UNKNOWN,
        row,
        "Cannot load " + row + ": its discriminator " + told + " is '" + value
            + "', which no entity of its hierarchy has; known are " + known
            + ". Give the missing class to the registry, or correct the row.");
  }
}
