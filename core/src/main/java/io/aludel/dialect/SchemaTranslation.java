package io.aludel.dialect;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other schemas in the place of those that tables name; part of what shapes a compilation. The name of no
 * schema is the empty text.
 *
 * @param names for each schema that is replaced, the one to use
 */
public record SchemaTranslation(Map<String, String> names) {
  /**
   * Options with a translation among them.
   *
   * @param options the options
   * @param names the names, or null to leave the options as they are
   * @return the options
   */
  public static CompileOptions added(CompileOptions options, @Nullable Map<String, String> names) {
    if (names == null || names.isEmpty()) {
      return options;
    }
    return options.and(new SchemaTranslation(names));
  }

  /**
   * The schema to spell.
   *
   * @param options the options of a compilation
   * @param schema the schema of a table, or null
   * @return the schema in its place, or null for none
   */
  static @Nullable String translated(CompileOptions options, @Nullable String schema) {
    SchemaTranslation translation = options.find(SchemaTranslation.class);
    if (translation == null) {
      return schema;
    }
    String found = translation.names.get(schema == null ? "" : schema);
    return found == null ? schema : found.isEmpty() ? null : found;
  }
}
