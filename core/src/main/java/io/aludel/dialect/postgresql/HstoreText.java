package io.aludel.dialect.postgresql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Maps in the way the server writes them: {@code "a"=>"1", "b"=>NULL}. */
final class HstoreText {
  private static final Pattern PAIR =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"=>(?:NULL|\"((?:[^\"\\\\]|\\\\.)*)\")");

  private HstoreText() {}

  static String write(Map<String, @Nullable String> map) {
    StringJoiner text = new StringJoiner(",");
    map.forEach((key, value) -> text.add(
        ArrayText.quoted(key) + "=>" + (value == null ? "NULL" : ArrayText.quoted(value))));
    return text.toString();
  }

  static Map<String, @Nullable String> read(String text) {
    Map<String, @Nullable String> map = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(text);
    while (pair.find()) {
      String value = pair.group(2);
      map.put(plain(pair.group(1)), value == null ? null : plain(value));
    }
    return map;
  }

  private static String plain(String escaped) {
    return escaped.replaceAll("\\\\(.)", "$1");
  }
}
