package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.types.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of a compiled statement make which attributes of one entity. Made once per compiled
 * statement; immutable.
 */
final class EntityPlan {
  /** In place of the index of an attribute. */
  static final int NO_ATTRIBUTE = -1;

  private final EntityLayout layout;
  private final ValueReader<?>[] readers;
  private final int[] attributes;
  private final int[] positions;
  private final int[] key;
  private final int[] rest;
  private final int[] hidden;
  private final int[] leftOut;
  private final int leastParts;
  private final int given;

  private EntityPlan(
      EntityLayout layout,
      CompiledStatement statement,
      int[] attributes,
      int[] columns,
      RowPlaces places) {
    this.layout = layout;
    this.attributes = attributes;
    this.readers = new ValueReader<?>[attributes.length];
    this.positions = new int[attributes.length];
    for (int i = 0; i < attributes.length; i++) {
      readers[i] = statement.columns().get(columns[i]).reader();
      positions[i] = places.position(columns[i]);
    }
    this.key = keyIn(layout, attributes);
    this.leastParts = layout.mapper().rules().refusesPartialKeys() ? key.length : 1;
    this.rest = IntStream.range(0, attributes.length)
        .filter(i -> !layout.isKey(attributes[i]))
        .toArray();
    this.hidden = Arrays.stream(attributes)
        .filter(index -> layout.isHidden(index) || layout.isMutable(index))
        .toArray();
    this.leftOut = Arrays.stream(layout.columns())
        .filter(index -> Arrays.stream(attributes).noneMatch(read -> read == index))
        .toArray();
    this.given = NO_ATTRIBUTE;
  }

  private EntityPlan(EntityPlan plan, int given) {
    this.layout = plan.layout;
    this.readers = plan.readers;
    this.attributes = plan.attributes;
    this.positions = plan.positions;
    this.key = plan.key;
    this.rest = Arrays.stream(plan.rest).filter(i -> attributes[i] != given).toArray();
    this.hidden = plan.hidden;
    this.leftOut = plan.leftOut;
    this.leastParts = plan.leastParts;
    this.given = given;
  }

  /** A plan for a statement that selects some columns of one entity and nothing else. */
  static EntityPlan of(EntityLayout layout, CompiledStatement statement, int[] attributes) {
    int[] columns = IntStream.range(0, attributes.length).toArray();
    return new EntityPlan(layout, statement, attributes, columns, RowPlaces.compiled(statement));
  }

  /** A plan for attributes whose columns lie anywhere among those of a statement. */
  static EntityPlan scattered(
      EntityLayout layout,
      CompiledStatement statement,
      int[] attributes,
      int[] columns,
      RowPlaces places) {
    return new EntityPlan(layout, statement, attributes, columns, places);
  }

  /** The same for objects one of whose attributes has a value that is known before the row is read. */
  EntityPlan given(int attribute) {
    return new EntityPlan(this, attribute);
  }

  /** Whether an attribute is among those that are read after the key. */
  boolean readsBeside(int attribute) {
    return Arrays.stream(rest).anyMatch(i -> attributes[i] == attribute);
  }

  /** The attribute beside the key that a reader reads from a position of the row, or none. */
  int attributeAt(int position, ValueReader<?> reader) {
    return Arrays.stream(rest)
        .filter(i -> positions[i] == position && readers[i] == reader)
        .map(i -> attributes[i])
        .findFirst()
        .orElse(NO_ATTRIBUTE);
  }

  boolean isGivenValue() {
    return given != NO_ATTRIBUTE;
  }

  private static int[] keyIn(EntityLayout layout, int[] attributes) {
    int[] found = new int[layout.key().length];
    for (int part = 0; part < found.length; part++) {
      found[part] = -1;
      for (int i = 0; i < attributes.length; i++) {
        if (attributes[i] == layout.key()[part]) {
          found[part] = i;
        }
      }
    }
    return found;
  }

  EntityLayout layout() {
    return layout;
  }

  /** The attribute indexes, in column order; not to be changed. */
  int[] attributes() {
    return attributes;
  }

  /**
   * Reads the key columns of the present row into {@code values}, and makes the identity key of them;
   * null if every part is null, or any part where the mapping says so.
   */
  @Nullable Object readKey(ResultSet row, @Nullable Object[] values) throws SQLException {
    if (key.length == 1) {
      Object value = read(row, key[0]);
      values[attributes[key[0]]] = value;
      return value == null ? null : layout.keyOf(value);
    }
    @Nullable Object[] parts = new Object[key.length];
    int present = 0;
    for (int part = 0; part < parts.length; part++) {
      parts[part] = read(row, key[part]);
      values[attributes[key[part]]] = parts[part];
      present += parts[part] == null ? 0 : 1;
    }
    return present >= leastParts ? layout.keyOf(parts) : null;
  }

  /** Whether every attribute with a column is read. */
  boolean readsAll() {
    return attributes.length == layout.columns().length;
  }

  /** Notes which attributes were left out and have no value. */
  void markLeftOut(EntityState state, ManagedEntity entity) {
    for (int index : leftOut) {
      state.markUnloaded(entity, index);
    }
  }

  /** Puts values in place that are no business of the woven class alone: without a field, or alive. */
  void keepHidden(EntityState state, ManagedEntity entity, @Nullable Object[] values) {
    for (int index : hidden) {
      state.write(entity, index, values[index]);
    }
  }

  /** Refuses a row whose version is not the one that the session knows of its object. */
  void requireVersion(ResultSet row, EntityState state, ManagedEntity entity) throws SQLException {
    ColumnProperty<?> version = layout.mapper().rules().version();
    if (version == null
        || state.isRecorded(version.index())
        || state.isUnloaded(entity, version.index())) {
      return;
    }
    for (int i = 0; i < attributes.length; i++) {
      if (attributes[i] == version.index()) {
        Object known = state.read(entity, version.index());
        Object found = read(row, i);
        if (!layout.sameValue(version.index(), known, found)) {
          throw StaleDataException.ofLoad(
              layout.mapper().table().name(), state.toString(), known, found);
        }
      }
    }
  }

  /** Reads column {@code i} of this plan from the present row. */
  @Nullable Object read(ResultSet row, int i) throws SQLException {
    return readers[i].read(row, positions[i]);
  }

  /**
   * Reads all columns but those of the key into {@code values}, each at the index of its attribute.
   *
   * @param known the value that is given, if one is
   */
  void readRest(ResultSet row, @Nullable Object[] values, @Nullable Object known)
      throws SQLException {
    if (given != NO_ATTRIBUTE) {
      values[given] = known;
    }
    for (int i : rest) {
      values[attributes[i]] = readers[i].read(row, positions[i]);
    }
  }
}
