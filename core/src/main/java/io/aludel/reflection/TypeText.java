package io.aludel.reflection;

import io.aludel.types.ExactTypes;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type as a database spells it, taken apart: {@code character varying(50)} is a name and a number.
 * Immutable.
 *
 * @param name the name in lower case, without numbers
 * @param numbers what stands in parentheses
 */
public record TypeText(String name, List<Integer> numbers) {
  private static final Pattern NUMBERS =
      Pattern.compile("\\(\\s*(\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?\\)");

  /** Creates the type. */
  public TypeText {
    numbers = List.copyOf(numbers);
  }

  /**
   * Takes a spelling apart.
   *
   * @param spelled the type as the database spells it
   * @return its parts
   */
  public static TypeText parse(String spelled) {
    Matcher found = NUMBERS.matcher(spelled);
    List<Integer> numbers = new ArrayList<>();
    String name = spelled;
    if (found.find()) {
      numbers.add(Integer.valueOf(found.group(1)));
      if (found.group(2) != null) {
        numbers.add(Integer.valueOf(found.group(2)));
      }
      name = spelled.substring(0, found.start()) + spelled.substring(found.end());
    }
    String plain = name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    return new TypeText(plain, numbers);
  }

  /**
   * The type that standard SQL and most databases mean by this.
   *
   * @return the type, or null if the name is known to few
   */
  public @Nullable SqlType<?> standard() {
    return switch (name) {
      case "boolean", "bool" -> SqlTypes.BOOLEAN;
      case "tinyint" -> SqlTypes.TINYINT;
      case "smallint", "int2" -> SqlTypes.SMALLINT;
      case "integer", "int", "int4", "mediumint" -> SqlTypes.INTEGER;
      case "bigint", "int8" -> SqlTypes.BIGINT;
      case "real", "float4" -> SqlTypes.REAL;
      case "double precision", "double", "float8", "float" -> SqlTypes.DOUBLE;
      case "decfloat" -> SqlTypes.NUMERIC;
      case "numeric", "decimal", "dec" -> numeric();
      case "date" -> SqlTypes.DATE;
      case "uuid" -> SqlTypes.UUID;
      default -> name.startsWith("time") || name.equals("datetime") ? time() : text();
    };
  }

  private SqlType<?> numeric() {
    if (numbers.isEmpty()) {
      return SqlTypes.NUMERIC;
    }
    return SqlTypes.NUMERIC(numbers.get(0), numbers.size() > 1 ? numbers.get(1) : 0);
  }

  private @Nullable SqlType<?> time() {
    return switch (name) {
      case "time", "time without time zone" -> SqlTypes.TIME;
      case "timestamp", "datetime", "timestamp without time zone" -> SqlTypes.TIMESTAMP;
      case "timestamp with time zone", "timestamptz" -> SqlTypes.TIMESTAMP_WITH_TIME_ZONE;
      default -> null;
    };
  }

  private @Nullable SqlType<?> text() {
    return switch (name) {
      case "varchar", "character varying", "nvarchar" ->
        numbers.isEmpty() ? SqlTypes.STRING : SqlTypes.STRING(numbers.get(0));
      case "char", "character", "bpchar", "nchar" ->
        numbers.isEmpty() ? ExactTypes.CHAR : ExactTypes.CHAR(numbers.get(0));
      case "text", "clob", "character large object", "longtext", "mediumtext", "tinytext" ->
        SqlTypes.TEXT;
      case "varbinary", "binary varying", "binary" ->
        numbers.isEmpty() ? SqlTypes.BINARY : SqlTypes.BINARY(numbers.get(0));
      case "blob", "bytea", "binary large object", "longblob", "mediumblob", "tinyblob" ->
        SqlTypes.BINARY;
      default -> null;
    };
  }
}
