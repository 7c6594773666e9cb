package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.Collection;

/** Says that a metadata has no table, or a table no column, of this name. */
public final class NoSuchNameException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final String name;

  private NoSuchNameException(String name, String message) {
    super(CoreError.NO_SUCH_NAME, message);
    this.name = name;
  }

  static NoSuchNameException column(String table, String column, Collection<String> known) {
    return new NoSuchNameException(
        column, "Table '" + table + "' has no column '" + column + "', only " + known + ".");
  }

  static NoSuchNameException table(MetaData metadata, String key) {
    return new NoSuchNameException(
        key, "The metadata has no table '" + key + "', only " + metadata.tableKeys() + ".");
  }

  static NoSuchNameException sequence(String key, Collection<String> known) {
    return new NoSuchNameException(
        key, "The metadata has no sequence '" + key + "', only " + known + ".");
  }

  static NoSuchNameException type(String name, Collection<String> known) {
    return new NoSuchNameException(
        name, "The metadata has no enum or domain '" + name + "', only " + known + ".");
  }

  /**
   * The name that was looked for.
   *
   * @return the name of a column, or the key of a table
   */
  public String name() {
    return name;
  }
}
