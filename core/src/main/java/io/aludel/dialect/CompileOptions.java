package io.aludel.dialect;

import io.aludel.ArgumentException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whatever shapes a compilation besides the statement: objects that references look up by class, such as
 * the ORM's registry. Equal options with equal structural keys give the same compilation, so they are
 * part of what it is cached by; the objects are compared by {@code equals}.
 *
 * @param objects the objects
 */
public record CompileOptions(List<Object> objects) {
  /** Nothing but the statement. */
  public static final CompileOptions NONE = new CompileOptions(List.of());

  /**
   * Options of some objects.
   *
   * @param objects the objects
   * @return the options
   */
  public static CompileOptions of(Object... objects) {
    return new CompileOptions(List.of(objects));
  }

  /**
   * The first object of a class.
   *
   * @param type the class
   * @param <S> the class
   * @return the object, or null
   */
  public <S> @Nullable S find(Class<S> type) {
    for (Object object : objects) {
      if (type.isInstance(object)) {
        return type.cast(object);
      }
    }
    return null;
  }

  /**
   * The schema to be written for one of the model.
   *
   * @param schema the schema of a table, or null for the default
   * @return the schema after translation, or null for the default
   */
  public @Nullable String schema(@Nullable String schema) {
    SchemaTranslation found = find(SchemaTranslation.class);
    return found == null ? schema : found.translate(schema);
  }

  /**
   * Other schemas for the tables of statements and DDL, one of the objects of a compilation: the
   * same model serves several tenants. Immutable.
   */
  public static final class SchemaTranslation {
    private final Map<@Nullable String, @Nullable String> schemas;

    private SchemaTranslation(Map<@Nullable String, @Nullable String> schemas) {
      this.schemas = schemas;
    }

    /**
     * A translation.
     *
     * @param schemas the schema to be written for each schema of the model; null stands for the default
     *     schema on both sides
     * @return the translation
     */
    public static SchemaTranslation of(Map<@Nullable String, @Nullable String> schemas) {
      return new SchemaTranslation(
          new HashMap<>(ArgumentException.requireNonNull(schemas, "a translation of schemas")));
    }

    /**
     * The schema to be written for one of the model.
     *
     * @param schema the schema of a table, or null for the default
     * @return the schema to be written, or null for the default
     */
    public @Nullable String translate(@Nullable String schema) {
      return schemas.containsKey(schema) ? schemas.get(schema) : schema;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof SchemaTranslation translation && translation.schemas.equals(schemas);
    }

    @Override
    public int hashCode() {
      return schemas.hashCode();
    }

    @Override
    public String toString() {
      return schemas.toString();
    }
  }
}
