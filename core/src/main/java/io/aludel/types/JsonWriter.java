package io.aludel.types;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes JSON text without white space. */
final class JsonWriter {
  private JsonWriter() {}

  static void write(Json json, StringBuilder text) {
    Object value = json.value();
    if (value instanceof String string) {
      quoted(string, text);
    } else if (value instanceof Iterable<?> members) {
      array(members, text);
    } else if (value instanceof Map<?, ?> members) {
      object(members, text);
    } else {
      text.append(plain(value));
    }
  }

  private static String plain(@Nullable Object value) {
    return value instanceof java.math.BigDecimal number && Math.abs((long) number.scale()) < 100
        ? number.toPlainString()
        : String.valueOf(value);
  }

  private static void array(Iterable<?> members, StringBuilder text) {
    String separator = "[";
    for (Object member : members) {
      text.append(separator);
      write((Json) member, text);
      separator = ",";
    }
    text.append(separator.equals("[") ? "[]" : "]");
  }

  private static void object(Map<?, ?> members, StringBuilder text) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(separator);
      quoted((String) member.getKey(), text);
      text.append(':');
      write((Json) member.getValue(), text);
      separator = ",";
    }
    text.append(separator.equals("{") ? "{}" : "}");
  }

  private static void quoted(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char character = string.charAt(i);
      switch (character) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (character < ' ' || Character.isSurrogate(character)) {
            surrogateOrControl(string, i, text);
          } else {
            text.append(character);
          }
        }
      }
    }
    text.append('"');
  }

  /** Half a pair could not be sent as it is. */
  private static void surrogateOrControl(String string, int at, StringBuilder text) {
    char character = string.charAt(at);
    boolean paired = Character.isHighSurrogate(character)
        ? at + 1 < string.length() && Character.isLowSurrogate(string.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(string.charAt(at - 1));
    if (paired) {
      text.append(character);
    } else {
      text.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
    }
  }
}
