package io.aludel.orm.internal.state;

import io.aludel.orm.internal.collection.LiveValues;
import io.aludel.orm.weave.ManagedEntity;
import org.jspecify.annotations.Nullable;

/** What writing an attribute means for others, in classes that have composites, synonyms or values that change
 * inside. */
final class Specials {
  private Specials() {}

  /** The application writes an attribute: a derived one passes its parts on. */
  static @Nullable Object write(
      EntityState state, ManagedEntity entity, int index, @Nullable Object value) {
    DerivedValue derived = state.layout().derived(index);
    if (derived != null) {
      derived.write(state, entity, value);
      state.markLoaded(entity, index);
      return value;
    }
    partChanged(state, entity, index);
    return held(state, index, value);
  }

  /** The value of an attribute as its object holds it: one that changes inside knows the object. */
  static @Nullable Object held(EntityState state, int index, @Nullable Object value) {
    EntityLayout layout = state.layout();
    return layout.isMutable(index)
        ? LiveValues.held(layout.requireColumn(index).fieldType(), value, state, index)
        : value;
  }

  /** An attribute has another value, or none any more: what is made of it is to be made anew. */
  static void partChanged(EntityState state, ManagedEntity entity, int index) {
    int[] dependents = state.layout().dependents(index);
    if (dependents != null) {
      for (int dependent : dependents) {
        state.markUnloaded(entity, dependent);
      }
    }
  }

  /** An object gets its record after values were set. */
  static void adopt(EntityState state, ManagedEntity entity) {
    for (DerivedValue derived : state.layout().derivedValues()) {
      derived.adopt(state, entity);
    }
    state.layout().mutables().stream()
        .forEach(index -> entity.$write(index, held(state, index, entity.$read(index))));
  }
}
