package io.aludel.orm.internal.loading;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompiledStatement;
import io.aludel.sql.tree.StatementNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of an execution: those in the statement, and those of its named parameters. */
final class Parameters {
  private Parameters() {}

  static @Nullable Object[] fill(
      CompiledStatement compiled,
      StatementNode statement,
      Map<String, ? extends @Nullable Object> parameters) {
    @Nullable Object[] values = statement.keyed().values();
    Map<String, Integer> slots = compiled.parameters();
    if (slots.isEmpty() && parameters.isEmpty()) {
      return values;
    }
    if (!slots.keySet().equals(parameters.keySet())) {
      throw new ArgumentException(
          CoreError.PARAMETERS,
          "The parameters of a statement must be "
              + slots.keySet()
              + ", and "
              + parameters.keySet()
              + " were given. Name each of them once.");
    }
    @Nullable Object[] filled = values.clone();
    slots.forEach((name, slot) -> filled[slot] = parameters.get(name));
    return filled;
  }
}
