package io.aludel.orm.state;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.collection.LiveCollections;
import io.aludel.orm.internal.state.DerivedValue;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.Places;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.CompositeProperty;
import io.aludel.orm.mapping.MapperProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.SynonymProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of one attribute of one object. A view: it follows the object. */
public final class AttributeState {
  private final EntityState state;
  private final ManagedEntity entity;
  private final MapperProperty property;

  AttributeState(EntityState state, ManagedEntity entity, MapperProperty property) {
    this.state = state;
    this.entity = entity;
    this.property = property;
  }

  /**
   * The name of the attribute.
   *
   * @return the name
   */
  public String name() {
    return property.name();
  }

  /**
   * Whether the object has a value for the attribute, be it null.
   *
   * @return false for an attribute that is expired, deferred or was never set
   */
  public boolean isLoaded() {
    return !state.isUnloaded(entity, property.index());
  }

  /**
   * The value that is there. Never loads.
   *
   * @return the value; null if none is loaded
   */
  public @Nullable Object loadedValue() {
    return isLoaded() ? state.read(entity, property.index()) : null;
  }

  /**
   * The value, as reading the attribute gives it: loads an expired one with one SELECT.
   *
   * @return the value
   * @throws io.aludel.orm.DetachedInstanceException if it is not loaded and the object is detached
   */
  public @Nullable Object value() {
    if (!isLoaded()) {
      Weave.load(entity, property.index());
    }
    return state.read(entity, property.index());
  }

  /**
   * What happened to the attribute since it was loaded. Never loads.
   *
   * @return the history; empty if no value is loaded
   */
  public History<Object> history() {
    return History.of(state, entity, property.index());
  }

  /**
   * What happened to the attribute since it was loaded; loads an expired one with one SELECT.
   *
   * @return the history
   */
  public History<Object> loadHistory() {
    if (state.hasIdentity() && !isLoaded()) {
      Weave.load(entity, property.index());
    }
    return history();
  }

  /**
   * Sets the attribute, as assigning the field does: the change is recorded and will be flushed.
   *
   * @param value the new value
   * @throws ArgumentException if the attribute does not hold such a value
   */
  public void set(@Nullable Object value) {
    state.put(entity, property.index(), fitted(value));
  }

  /**
   * Puts a value in place as if it had been loaded: nothing is recorded, nothing will be flushed, nobody
   * is told (parity row ORM-INS-12). A collection takes the place of the present one, and what is queued
   * for it is applied.
   *
   * @param value the value
   * @throws ArgumentException if the attribute does not hold such a value
   */
  public void setCommitted(@Nullable Object value) {
    Object fitted = fitted(value);
    if (property instanceof RelationshipProperty) {
      putLoaded(fitted);
      return;
    }
    DerivedValue derived = state.layout().derived(property.index());
    if (derived != null) {
      derived.writeLoaded(state, entity, fitted);
      return;
    }
    state.write(entity, property.index(), fitted);
    state.markLoaded(entity, property.index());
    state.commitChange(entity, property.index());
  }

  private void putLoaded(@Nullable Object value) {
    int index = property.index();
    if (state.layout().isCollection(index)) {
      state.loadedCollection(
          entity, index, value == null ? List.of() : LiveCollections.membersOf(value));
    } else {
      state.commitChange(entity, index);
      state.loadedReference(entity, index, value);
    }
  }

  /**
   * Numbers all members of a list whose members hold their places (parity row ORM-MAP-27). Does nothing for
   * any other attribute.
   */
  public void renumber() {
    if (property instanceof RelationshipProperty relationship
        && LiveCollections.find(value()) instanceof List<?> list) {
      Places.renumber(relationship, list);
    }
  }

  /**
   * Makes the next flush write the attribute whatever its value (parity row ORM-INS-13).
   *
   * @throws ObjectStateException if it has no value
   */
  public void flagModified() {
    if (!isLoaded()) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot flag "
              + property
              + " of "
              + state
              + " as modified: it has no value here. Read it first, or set it.");
    }
    state.tellModified(entity, property.index());
    if (state.hasIdentity()) {
      state.register(entity);
    }
    if (!state.hasIdentity()) {
      return;
    }
    DerivedValue derived = state.layout().derived(property.index());
    if (derived != null) {
      for (int part : derived.parts()) {
        state.record(entity, part, EntityState.UNKNOWN);
      }
    } else if (property instanceof ColumnProperty<?>) {
      state.record(entity, property.index(), EntityState.UNKNOWN);
    }
  }

  private @Nullable Object fitted(@Nullable Object value) {
    MapperProperty meant =
        property instanceof SynonymProperty synonym ? synonym.target() : property;
    if (meant instanceof ColumnProperty<?> column) {
      return fitted(column, value);
    }
    if (meant instanceof CompositeProperty composite) {
      composite.decompose(value); // refuses what is no such record
      return value;
    }
    return related((RelationshipProperty) meant, value);
  }

  private @Nullable Object fitted(ColumnProperty<?> column, @Nullable Object value) {
    if (value == null) {
      if (column.fieldType().isPrimitive()) {
        throw wrongValue(column.fieldType(), "null");
      }
      return null;
    }
    Object fitted = column.type().fit(value);
    if (fitted == null) {
      throw wrongValue(column.fieldType(), "a value of " + value.getClass().getName());
    }
    return fitted;
  }

  private @Nullable Object related(RelationshipProperty relationship, @Nullable Object value) {
    if (value != null && !relationship.fieldType().isInstance(value)) {
      throw wrongValue(
          relationship.fieldType(), "a value of " + value.getClass().getName());
    }
    return value;
  }

  private ArgumentException wrongValue(Class<?> type, String found) {
    return new ArgumentException(
        CoreError.WRONG_VALUE,
        "Cannot set "
            + property
            + " of "
            + state
            + ": it holds "
            + type.getSimpleName()
            + ", and "
            + found
            + " was given. Give a value of that type.");
  }

  @Override
  public String toString() {
    return property + " of " + state;
  }
}
