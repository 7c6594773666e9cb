package io.aludel.dialect;

import java.util.ArrayList;
import java.util.List;
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
   * These options and another.
   *
   * @param object the object
   * @return the options
   */
  public CompileOptions and(Object object) {
    List<Object> more = new ArrayList<>(objects);
    more.add(object);
    return new CompileOptions(List.copyOf(more));
  }

  /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CompileOptions that && objects.equals(that.objects);
  }

  @Override
  public int hashCode() {
    return objects.hashCode();
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
    return SchemaTranslation.translated(this, schema);
  }

  /**
   * How the places of values are marked in SQL that is compiled for something else than JDBC, which knows
   * question marks only (parity row ORM-DIA-11). What is compiled so is not to be executed by an engine.
   */
  public enum ParameterStyle {
    /** {@code ?}; so it is unless this option says otherwise. */
    QUESTION_MARK,
    /** {@code $1}, {@code $2} and so on, in the order of the SQL. */
    NUMBERED,
    /** {@code :name}; values without a name of their own are {@code :param_1} and so on. */
    NAMED,
    /** {@code %s}, other per cent signs doubled. */
    FORMAT
  }

  /** How values get into a statement. */
  public enum Values {
    /** As parameters; so it is unless this option says otherwise. */
    BOUND,
    /**
     * As literals in the SQL, for people to read or for tools that take no parameters. What is compiled so
     * is good for the very statement only, and must not be kept for others.
     */
    LITERAL
  }
}
