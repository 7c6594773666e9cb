package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.CompositeProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.schema.Column;
import io.aludel.sql.Selectable;
import io.aludel.sql.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the values of maps into rows: by attribute, by column, by composite; SQL among them. */
final class MapRows {
  private final Mapper<?> mapper;
  private final Map<String, CompositeProperty> composites = new HashMap<>();
  private final Map<String, ColumnProperty<?>> properties = new HashMap<>();

  MapRows(EntityLayout layout) {
    this.mapper = layout.mapper();
    mapper.composites().forEach(each -> composites.put(each.name(), each));
  }

  void put(FlushRow row, Map<String, ? extends @Nullable Object> values) {
    Map<Integer, Node> expressions = new HashMap<>();
    values.forEach((name, value) -> {
      CompositeProperty composite = composites.get(name);
      if (composite == null) {
        put(row, properties.computeIfAbsent(name, this::property), value, expressions);
      } else {
        List<ColumnProperty<?>> parts = composite.parts();
        @Nullable Object[] decomposed = composite.decompose(value);
        for (int i = 0; i < decomposed.length; i++) {
          put(row, parts.get(i), decomposed[i], expressions);
        }
      }
    });
    if (!expressions.isEmpty()) {
      row.expressions(expressions);
    }
  }

  private static void put(
      FlushRow row,
      ColumnProperty<?> property,
      @Nullable Object value,
      Map<Integer, Node> expressions) {
    BulkWork.requireKept(property);
    if (value instanceof Selectable<?> expression) {
      expressions.put(property.index(), expression.node());
    } else if (value instanceof Node expression) {
      expressions.put(property.index(), expression);
    } else {
      row.put(property.index(), fitted(property, value));
    }
  }

  /** The attribute of a name, or the one that is kept in the column of that name. */
  private ColumnProperty<?> property(String name) {
    ColumnProperty<?> property = mapper.findProperty(name);
    if (property != null) {
      return property;
    }
    for (ColumnProperty<?> each : mapper.columnProperties()) {
      for (Column<?> column : each.columns()) {
        if (column.name().equals(name)) {
          return each;
        }
      }
    }
    return mapper.property(name);
  }

  static @Nullable Object fitted(ColumnProperty<?> property, @Nullable Object value) {
    Object fitted = value == null ? null : property.type().fit(value);
    if (value != null && fitted == null) {
      throw new FlushException(
          OrmError.WRONG_VALUE,
          "Cannot write "
              + property
              + " in bulk: it holds "
              + property.type().javaType().getSimpleName()
              + ", and a value of "
              + value.getClass().getName()
              + " was given. Convert it.");
    }
    return fitted;
  }
}
