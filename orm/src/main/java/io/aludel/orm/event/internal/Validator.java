package io.aludel.orm.event.internal;

import org.jspecify.annotations.Nullable;

/**
 * A method of the entity that checks or converts values of some attributes.
 *
 * @param removals whether it is also called for what is taken out
 * @param backrefs whether it is also called when the other side of a relationship changes
 * @param body calls the method
 */
public record Validator(boolean removals, boolean backrefs, Body body) {
  /** Calls the method of an entity. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object validate(Object entity, @Nullable Object value, boolean removal);
  }
}
