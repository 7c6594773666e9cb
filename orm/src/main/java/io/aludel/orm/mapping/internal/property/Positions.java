package io.aludel.orm.mapping.internal.property;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the members of a list are numbered.
 *
 * @param attribute the attribute of the members that holds the number
 * @param numbering makes the number of a place, counted from 0
 * @param onAppend whether members that come last lose a number they have
 */
public record Positions(
    String attribute, IntFunction<? extends @Nullable Object> numbering, boolean onAppend) {
  /** Numbers that count on from a first one. */
  public static Positions from(String attribute, int first, boolean onAppend) {
    return new Positions(attribute, place -> place + first, onAppend);
  }
}
