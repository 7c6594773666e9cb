package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value: null, a truth value, a number, text, an array or an object. Numbers are equal when they
 * are numerically; members of an object have no order for equality. Immutable and safe to share.
 */
public final class Json {
  /** The JSON null, which is a value and not the absence of one. */
  public static final Json NULL = new Json(null);

  /** Null, Boolean, BigDecimal, String, or a List or Map of Json. */
  private final @Nullable Object value;

  private Json(@Nullable Object value) {
    this.value = value;
  }

  /**
   * The JSON of plain Java: null, truth values, numbers, text, enums by name, collections and arrays of
   * these, maps from text to these, and {@code Json} itself.
   *
   * @param plain the value
   * @return the JSON
   * @throws ArgumentException if {@code plain} is or holds anything else
   */
  public static Json of(@Nullable Object plain) {
    if (plain == null) {
      return NULL;
    }
    if (plain instanceof Json json) {
      return json;
    }
    if (plain instanceof Boolean || plain instanceof String) {
      return new Json(plain);
    }
    if (plain instanceof Number number) {
      return new Json(decimal(number));
    }
    if (plain instanceof Enum<?> constant) {
      return new Json(constant.name());
    }
    if (plain instanceof Iterable<?> members) {
      return array(members);
    }
    if (plain instanceof Object[] members) {
      return array(Arrays.asList(members));
    }
    if (plain instanceof Map<?, ?> members) {
      return object(members);
    }
    throw new ArgumentException(
        CoreError.WRONG_VALUE,
        "Cannot make JSON of a value of " + plain.getClass().getName()
            + ": it is no text, number, truth value, list or map. Convert it, or use a column of"
            + " SqlTypes.JSON(Class) with Jackson on the class path.");
  }

  /** The one of that text, which is checked as it is read. */
  static Json ofNumber(String digits) {
    return new Json(new BigDecimal(digits));
  }

  private static BigDecimal decimal(Number number) {
    BigDecimal exact = NumericType.exact(number);
    if (exact != null) {
      return exact;
    }
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException none) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot make JSON of " + number + ": JSON has finite numbers only. Use null or text.");
    }
  }

  private static Json array(Iterable<?> members) {
    List<Json> list = new ArrayList<>();
    for (Object member : members) {
      list.add(of(member));
    }
    return new Json(Collections.unmodifiableList(list));
  }

  private static Json object(Map<?, ?> members) {
    Map<String, Json> map = new LinkedHashMap<>();
    members.forEach((key, member) -> {
      if (!(key instanceof String name)) {
        throw new ArgumentException(
            CoreError.WRONG_VALUE,
            "Cannot make JSON of a map with the key " + key + ": members have names. Use text.");
      }
      map.put(name, of(member));
    });
    return new Json(Collections.unmodifiableMap(map));
  }

  /**
   * The JSON of a text.
   *
   * @param text one JSON document
   * @return its value
   * @throws ArgumentException if {@code text} is no JSON
   */
  public static Json parse(String text) {
    return new JsonReader(ArgumentException.requireNonNull(text, "the text of JSON")).document();
  }

  /**
   * Whether this is the JSON null.
   *
   * @return true for {@link #NULL} and its equals
   */
  public boolean isNull() {
    return value == null;
  }

  /**
   * A member of an object.
   *
   * @param name the name of the member
   * @return its value; {@link #NULL} if there is none, or this is no object
   */
  public Json get(String name) {
    Json found = value instanceof Map<?, ?> map ? (Json) map.get(name) : null;
    return found == null ? NULL : found;
  }

  /**
   * An element of an array.
   *
   * @param index its place, counted from 0
   * @return its value; {@link #NULL} if there is none, or this is no array
   */
  public Json get(int index) {
    if (value instanceof List<?> list && index >= 0 && index < list.size()) {
      return (Json) list.get(index);
    }
    return NULL;
  }

  /**
   * The number of elements or members.
   *
   * @return the number, 0 if this is neither array nor object
   */
  public int size() {
    if (value instanceof List<?> list) {
      return list.size();
    }
    return value instanceof Map<?, ?> map ? map.size() : 0;
  }

  /**
   * This as a class: {@code String}, {@code Boolean}, {@code BigDecimal}, another class of numbers if it
   * holds the value exactly, {@code List} of {@code Json}, {@code Map} of {@code String} to {@code Json}.
   *
   * @param type the class
   * @param <T> the class
   * @return the value, or null if this is null or nothing of the kind
   */
  public <T> @Nullable T as(Class<T> type) {
    if (value instanceof BigDecimal && !type.isInstance(value)) {
      SqlType<T> numbers = SqlTypes.findForJava(type);
      return numbers == null ? null : numbers.fit(numbers instanceof FloatingType ? wide() : value);
    }
    return type.isInstance(value) ? type.cast(value) : null;
  }

  private Double wide() {
    return value instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
  }

  /**
   * This as plain Java: null, {@code Boolean}, {@code String}, {@code Integer}, {@code Long} or
   * {@code BigDecimal} as the number needs, {@code List} or {@code Map} of these.
   *
   * @return the value
   */
  public @Nullable Object toJava() {
    if (value instanceof List<?> list) {
      List<@Nullable Object> plain = new ArrayList<>(list.size());
      list.forEach(member -> plain.add(((Json) member).toJava()));
      return plain;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      map.forEach((key, member) -> plain.put((String) key, ((Json) member).toJava()));
      return plain;
    }
    if (value instanceof BigDecimal number) {
      Integer small = SqlTypes.INTEGER.fit(number);
      Long large = SqlTypes.BIGINT.fit(number);
      return small != null ? small : large != null ? large : number;
    }
    return value;
  }

  @Nullable Object value() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Json that)) {
      return false;
    }
    if (value instanceof BigDecimal left && that.value instanceof BigDecimal right) {
      return left.compareTo(right) == 0;
    }
    return value == null ? that.value == null : value.equals(that.value);
  }

  @Override
  public int hashCode() {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().hashCode();
    }
    return value == null ? 0 : value.hashCode();
  }

  /** The JSON text, without white space. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    JsonWriter.write(this, text);
    return text.toString();
  }
}
