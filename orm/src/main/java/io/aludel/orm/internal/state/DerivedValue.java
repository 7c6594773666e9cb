package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.CompositeProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.SynonymProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose value is made of others: a composite of its parts, a synonym of what it stands for.
 * It counts as unloaded until it is read, and again when one of its parts gets another value.
 */
public final class DerivedValue {
  private final MapperProperty property;
  private final @Nullable CompositeProperty composite;
  private final int[] parts;

  private DerivedValue(MapperProperty property, MapperProperty meant) {
    this.property = property;
    this.composite = meant instanceof CompositeProperty several ? several : null;
    this.parts = composite == null
        ? new int[] {meant.index()}
        : composite.parts().stream().mapToInt(ColumnProperty::index).toArray();
  }

  static List<DerivedValue> of(Mapper<?> mapper) {
    List<DerivedValue> all = new ArrayList<>();
    for (CompositeProperty each : mapper.composites()) {
      all.add(new DerivedValue(each, each));
    }
    for (SynonymProperty each : mapper.synonyms()) {
      all.add(new DerivedValue(each, each.target()));
    }
    return all;
  }

  int index() {
    return property.index();
  }

  MapperProperty property() {
    return property;
  }

  /** The attributes it is made of; not to be changed. */
  public int[] parts() {
    return parts;
  }

  /** Notes at each part that this depends on it. */
  void noteIn(int[][] dependents) {
    for (int part : parts) {
      int[] known = dependents[part] == null ? new int[0] : dependents[part];
      dependents[part] = Arrays.copyOf(known, known.length + 1);
      dependents[part][known.length] = index();
    }
  }

  /** The value that parts make. */
  public @Nullable Object compose(@Nullable Object[] values) {
    return composite == null ? values[0] : composite.compose(values);
  }

  private @Nullable Object[] decompose(@Nullable Object value) {
    return composite == null ? new @Nullable Object[] {value} : composite.decompose(value);
  }

  /** Puts the value in place, loading the parts if need be. */
  void read(EntityState state, ManagedEntity entity) {
    @Nullable Object[] values = new Object[parts.length];
    boolean set = state.hasIdentity();
    for (int i = 0; i < values.length; i++) {
      values[i] = state.value(entity, parts[i]);
      set |= !state.isUnloaded(entity, parts[i]);
    }
    if (set) {
      entity.$write(index(), compose(values));
      state.markLoaded(entity, index());
    }
  }

  /** Writes a value to the parts, as the application does. */
  void write(EntityState state, ManagedEntity entity, @Nullable Object value) {
    @Nullable Object[] values = decompose(value);
    for (int i = 0; i < values.length; i++) {
      state.put(entity, parts[i], values[i]);
    }
  }

  /** Puts the parts of a value in place as if they had been loaded. */
  public void writeLoaded(EntityState state, ManagedEntity entity, @Nullable Object value) {
    @Nullable Object[] values = decompose(value);
    for (int i = 0; i < values.length; i++) {
      state.write(entity, parts[i], values[i]);
      state.markLoaded(entity, parts[i]);
      state.commitChange(entity, parts[i]);
    }
  }

  /** The parts of an object that came without a record, such as one that was serialized. */
  void adopt(EntityState state, ManagedEntity entity) {
    Object value = entity.$read(index());
    if (value == null || state.isUnloaded(entity, index())) {
      return;
    }
    @Nullable Object[] values = decompose(value);
    for (int i = 0; i < values.length; i++) {
      if (state.layout().isHidden(parts[i]) || state.isUnloaded(entity, parts[i])) {
        state.write(entity, parts[i], values[i]);
        state.markLoaded(entity, parts[i]);
      }
    }
    state.markLoaded(entity, index());
  }

  /** The value as it was last stored, of an attribute with a change; unknown if a part is. */
  public @Nullable Object committed(EntityState state, ManagedEntity entity) {
    @Nullable Object[] values = new Object[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = state.isRecorded(parts[i])
          ? state.committed(parts[i])
          : state.isUnloaded(entity, parts[i]) ? EntityState.UNKNOWN : state.read(entity, parts[i]);
      if (values[i] == EntityState.UNKNOWN) {
        return EntityState.UNKNOWN;
      }
    }
    return compose(values);
  }

  /** Whether a part has a change. */
  public boolean isRecorded(EntityState state) {
    return Arrays.stream(parts).anyMatch(state::isRecorded);
  }
}
