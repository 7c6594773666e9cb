package io.aludel.reflection;

import io.aludel.schema.Deferral;
import io.aludel.schema.ReferentialAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key of the database.
 *
 * @param name its name, or null
 * @param columns the names of the referring columns
 * @param target what it refers to
 * @param rules what happens to referring rows
 * @param deferral when it is checked
 * @param comment the comment on it, or null
 */
public record ReflectedForeignKey(
    @Nullable String name,
    List<String> columns,
    Target target,
    Rules rules,
    Deferral deferral,
    @Nullable String comment) {
  /**
   * What a foreign key refers to.
   *
   * @param schema the schema, or null if it is the one that was looked at by default
   * @param table the table
   * @param columns the names of the columns, in the order of the referring ones
   */
  public record Target(@Nullable String schema, String table, List<String> columns) {
    /** Creates the description. */
    public Target {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What happens to referring rows; what databases do unless told is null.
   *
   * @param onDelete when the row referred to is deleted
   * @param onUpdate when its key changes
   * @param match how NULL is compared
   */
  public record Rules(
      @Nullable ReferentialAction onDelete,
      @Nullable ReferentialAction onUpdate,
      @Nullable String match) {}

  /** Creates the description. */
  public ReflectedForeignKey {
    columns = List.copyOf(columns);
  }
}
