package io.aludel.dialect;

import io.aludel.types.SqlType;
import io.aludel.types.ValueBinder;
import org.jspecify.annotations.Nullable;

/**
 * One question mark of a compiled statement, or one list of them.
 *
 * @param slot where its value is in the values of an execution, or -1 for {@code constant}
 * @param constant the value when it belongs to the compilation itself
 * @param type the type of the value, or of each value of a list
 * @param binder puts the value, or each value of a list, into the JDBC statement
 * @param list whether the value is an {@code Object[]} that becomes one question mark for each
 */
public record Placeholder(
    int slot, @Nullable Object constant, SqlType<?> type, ValueBinder<?> binder, boolean list) {
  /**
   * The value of this placeholder.
   *
   * @param values the values of an execution in slot order
   * @return the value
   */
  public @Nullable Object value(@Nullable Object[] values) {
    return slot < 0 ? constant : values[slot];
  }
}
