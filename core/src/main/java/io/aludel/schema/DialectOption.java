package io.aludel.schema;

import io.aludel.ArgumentException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something said of a table, column, constraint or index that only one kind of database understands;
 * the others ignore it. The packages of the dialects have the words for theirs, for example {@code
 * SqliteOptions.strict()}. Immutable.
 *
 * @param dialect the name of the dialect, such as {@code postgresql}; MariaDB also heeds {@code mysql}
 * @param name the name of the option, such as {@code tablespace}
 * @param value what it says
 */
public record DialectOption(String dialect, String name, String value) implements TableOption {
  /**
   * Creates the option.
   *
   * @throws ArgumentException if an argument is null, or {@code dialect} or {@code name} is blank
   */
  public DialectOption {
    ArgumentException.requireText(dialect, "the dialect of an option");
    ArgumentException.requireText(name, "the name of an option");
    ArgumentException.requireNonNull(value, "the value of option '" + name + "'");
  }

  /**
   * What an option says.
   *
   * @param options the options of a table, column, constraint or index
   * @param dialect the name of a dialect
   * @param name the name of the option
   * @return the value, the last one if it was said twice, or null if it was not
   */
  public static @Nullable String find(
      Collection<DialectOption> options, String dialect, String name) {
    String found = null;
    for (DialectOption option : options) {
      if (option.dialect.equals(dialect) && option.name.equals(name)) {
        found = option.value;
      }
    }
    return found;
  }

  static List<DialectOption> checked(DialectOption[] options, Object owner) {
    ArgumentException.requireNonNull(options, "the options of " + owner);
    for (DialectOption option : options) {
      ArgumentException.requireNonNull(option, "an option of " + owner);
    }
    return List.of(options);
  }
}
