package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.TranslatedTypes;
import io.aludel.types.Codec;
import io.aludel.types.SchemaType;
import io.aludel.types.SqlType;
import io.aludel.types.Wrapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a dialect spells types and how their values travel. Immutable and safe to share. */
public interface TypeCompiler {
  /**
   * The type as it stands in CREATE TABLE.
   *
   * @param type the type
   * @return its spelling
   * @throws CompileException if the dialect has no such type
   */
  String spell(SqlType<?> type);

  /**
   * The type as it stands in CAST.
   *
   * @param type the type
   * @return its spelling
   * @throws CompileException if the dialect cannot convert to it
   */
  String spellCast(SqlType<?> type);

  /**
   * How values of the type travel.
   *
   * @param type the type
   * @param <T> the Java type of the values
   * @return the codec
   * @throws CompileException if the dialect has no such type
   */
  <T> Codec<T> codec(SqlType<T> type);

  /**
   * What stands around each bound value of the type.
   *
   * @param type the type
   * @return the SQL around it
   */
  default Wrapping bound(SqlType<?> type) {
    return Wrapping.NONE;
  }

  /**
   * The values that a CHECK constraint is to permit in columns of the type.
   *
   * @param type the type
   * @return the values, or null if the type itself permits no others, or none are asked for
   */
  default @Nullable PermittedValues permitted(SqlType<?> type) {
    return null;
  }

  /**
   * The types of the database that columns of the type need, to be created before their tables.
   *
   * @param type the type
   * @return the types, mostly none
   */
  default List<SchemaType> owned(SqlType<?> type) {
    return List.of();
  }

  /**
   * The DDL and look-up of a type of the database.
   *
   * @param type one that {@link #owned} gave
   * @return the statements
   * @throws CompileException if the dialect has no such types
   */
  default SchemaTypeSql sql(SchemaType type) {
    throw new CompileException(
        CoreError.CANNOT_COMPILE,
        "this dialect",
        "Cannot create type '" + type.typeName()
            + "': the dialect has no types with a name of their"
            + " own. Use a type that it knows.");
  }

  /**
   * What stands around each selected column of the type.
   *
   * @param type the type
   * @return the SQL around it
   */
  default Wrapping selected(SqlType<?> type) {
    return Wrapping.NONE;
  }

  /**
   * The same types, found in other schemas where options translate the names of schemas.
   *
   * @param options the options of a compilation
   * @return a compiler of types, this one if there is nothing to translate
   */
  default TypeCompiler in(CompileOptions options) {
    return options.find(SchemaTranslation.class) == null
        ? this
        : new TranslatedTypes(this, options);
  }

  /**
   * The only values of a column whose type is no type of the database, to be checked by a constraint.
   *
   * @param name the name of the constraint, or null
   * @param literals the values as they stand in SQL
   */
  public record PermittedValues(@Nullable String name, List<String> literals) {
    /** Keeps its own copy of the list. */
    public PermittedValues {
      literals = List.copyOf(literals);
    }
  }

  /**
   * The statements about one type of the database.
   *
   * @param create creates it
   * @param drop drops it
   * @param find a query that gives a row if it exists
   */
  public record SchemaTypeSql(String create, String drop, String find) {}
}
