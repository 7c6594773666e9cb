package io.aludel.queryset;

import io.aludel.AludelException;
import io.aludel.types.InetType;
import io.aludel.types.Json;
import io.aludel.types.SqlType;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a value what a column holds, text of requests included; never rounds, cuts or guesses. */
final class Conversion {
  /** A number with more characters would only cost time. */
  private static final int LONGEST_NUMBER = 400;

  /** Digits before or behind the point that any number of a column could have. */
  private static final int MOST_DIGITS = 1_000;

  /** Deeper JSON is an attack on whoever reads it. */
  private static final int MOST_LEVELS = 500;

  private static final Map<Class<?>, String> FORMS = Map.of(
      LocalDate.class, "a LocalDate such as 2026-11-21",
      LocalTime.class, "a LocalTime such as 13:05",
      LocalDateTime.class, "a LocalDateTime such as 2026-11-21T13:05",
      OffsetDateTime.class, "an OffsetDateTime such as 2026-11-21T13:05+01:00",
      Instant.class, "an Instant such as 2026-11-21T13:05Z",
      Duration.class, "a Duration such as PT1H30M");

  private static final Map<Class<?>, Function<String, Object>> PARSERS = Map.of(
      LocalDate.class,
      LocalDate::parse,
      LocalTime.class,
      LocalTime::parse,
      LocalDateTime.class,
      text -> LocalDateTime.parse(withT(text)),
      OffsetDateTime.class,
      text -> OffsetDateTime.parse(withT(text)),
      Instant.class,
      text -> OffsetDateTime.parse(withT(text)).toInstant(),
      Duration.class,
      Duration::parse,
      UUID.class,
      Conversion::uuid,
      InetAddress.class,
      Conversion::address);

  private Conversion() {}

  /** The value as the type holds it, or null if it is none of its values. */
  static @Nullable Object to(SqlType<?> type, Object value) {
    Object converted = converted(type.javaType(), value);
    return converted == null ? null : type.fit(converted);
  }

  /** What a value has to be, for messages. */
  static String wanted(SqlType<?> type) {
    Class<?> java = type.javaType();
    if (java.isEnum()) {
      return "one of "
          + Names.list(Arrays.stream(java.getEnumConstants())
              .map(each -> ((Enum<?>) each).name())
              .toList());
    }
    if (java == Boolean.class) {
      return "true or false";
    }
    if (java == InetAddress.class) {
      return "the address of a host, such as 192.168.0.1 or 2001:db8::1";
    }
    if (java == Json.class) {
      return "JSON: text, numbers, truth values, lists and maps, at most " + MOST_LEVELS
          + " within each other";
    }
    if (java == String.class) {
      return "text";
    }
    if (isWhole(java)) {
      return "a whole number in the range of " + java.getSimpleName();
    }
    if (Number.class.isAssignableFrom(java)) {
      return "a finite number";
    }
    return FORMS.getOrDefault(java, "a " + java.getSimpleName());
  }

  private static @Nullable Object converted(Class<?> java, Object value) {
    if (java == Boolean.class) {
      return truth(value);
    }
    if (Number.class.isAssignableFrom(java)) {
      return number(java, value);
    }
    if (java == Json.class) {
      return json(value);
    }
    if (java.isInstance(value) || !(value instanceof String text)) {
      return value;
    }
    try {
      return java.isEnum() ? constant(java, text) : parsed(java, text.strip());
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  private static @Nullable Object parsed(Class<?> java, String text) {
    Function<String, Object> parser = PARSERS.get(java);
    try {
      return parser == null ? null : parser.apply(text);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static @Nullable Object constant(Class<?> java, String text) {
    return Arrays.stream(java.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(text.strip()))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (!(value instanceof String) && !(value instanceof Integer) && !(value instanceof Long)) {
      return null;
    }
    return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "on", "1" -> true;
      case "false", "off", "0", "" -> false;
      default -> null;
    };
  }

  private static @Nullable Object number(Class<?> java, Object value) {
    if (value instanceof Number number) {
      return isFinite(number) ? exact(java, number) : null;
    }
    BigDecimal decimal = decimal(value);
    return decimal == null ? null : exact(java, decimal);
  }

  /** The decimal number that a number or a text is, or null if it is none, or one beyond all columns. */
  static @Nullable BigDecimal decimal(Object value) {
    boolean possible = value instanceof Number number ? isFinite(number) : value instanceof String;
    String text = value.toString();
    if (!possible || text.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      BigDecimal decimal = new BigDecimal(text.strip());
      return isReasonable(decimal) ? decimal : null;
    } catch (NumberFormatException unreadable) {
      return null;
    }
  }

  private static boolean isReasonable(BigDecimal decimal) {
    return Math.abs((long) decimal.precision() - decimal.scale()) < MOST_DIGITS
        && Math.abs((long) decimal.scale()) < MOST_DIGITS;
  }

  private static boolean isFinite(Number number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(number.doubleValue());
  }

  private static @Nullable Number exact(Class<?> java, Number number) {
    if (java == Double.class || java == Float.class) {
      double rounded = java == Float.class ? number.floatValue() : number.doubleValue();
      if (!Double.isFinite(rounded)) {
        return null;
      }
      return java == Float.class ? (Number) number.floatValue() : (Number) rounded;
    }
    if (java == BigDecimal.class || !isWhole(java)) {
      return number instanceof Double || number instanceof Float
          ? BigDecimal.valueOf(number.doubleValue())
          : number;
    }
    BigDecimal decimal = new BigDecimal(number.toString());
    boolean whole = isReasonable(decimal) && decimal.stripTrailingZeros().scale() <= 0;
    return whole ? decimal.toBigInteger() : null;
  }

  private static boolean isWhole(Class<?> java) {
    return java == Integer.class || java == Long.class || java == Short.class || java == Byte.class;
  }

  private static @Nullable Json json(Object value) {
    try {
      return value instanceof Json json ? json : isShallow(value, 0) ? Json.of(value) : null;
    } catch (AludelException notJson) {
      return null;
    }
  }

  private static boolean isShallow(@Nullable Object value, int level) {
    if (level > MOST_LEVELS) {
      return false;
    }
    Iterable<?> members = value instanceof Map<?, ?> map
        ? map.values()
        : value instanceof Object[] array
            ? Arrays.asList(array)
            : value instanceof Iterable<?> list ? list : List.of();
    for (Object each : members) {
      if (!isShallow(each, level + 1)) {
        return false;
      }
    }
    return true;
  }

  private static InetAddress address(String text) {
    InetAddress address = InetType.parse(text);
    if (address == null) {
      throw new IllegalArgumentException("no address");
    }
    return address;
  }

  private static String withT(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + "T" + text.substring(11)
        : text;
  }

  private static UUID uuid(String text) {
    UUID parsed = UUID.fromString(text);
    if (!parsed.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("abbreviated");
    }
    return parsed;
  }
}
