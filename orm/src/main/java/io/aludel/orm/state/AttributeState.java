package io.aludel.orm.state;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.Weave;
import org.jspecify.annotations.Nullable;

/** What is known of one attribute of one object. A view: it follows the object. */
public final class AttributeState {
  private final EntityState state;
  private final ManagedEntity entity;
  private final ColumnProperty<?> property;

  AttributeState(EntityState state, ManagedEntity entity, ColumnProperty<?> property) {
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
    return isLoaded() ? entity.$read(property.index()) : null;
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
    return entity.$read(property.index());
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

  @Override
  public String toString() {
    return property + " of " + state;
  }
}
