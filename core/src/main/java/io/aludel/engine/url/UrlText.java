package io.aludel.engine.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Percent signs and secrets in the text of URLs. */
final class UrlText {
  static final String MASK = "***";
  static final Pattern LOGIN = Pattern.compile("//([^:@/?;]*)(?::([^?;]*))?@");
  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&;][^=?&;]*(?:password|passwd|pwd|passphrase|secret|token)[^=?&;]*=)"
          + "(?:\\{(?:[^}]|}})*}|\\\\;|[^&;])*");
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private UrlText() {}

  /** Masks what looks like a secret in any text. */
  static String masked(String text) {
    String masked = withoutSecretParameters(text);
    return LOGIN.matcher(masked).replaceAll("//$1:" + Matcher.quoteReplacement(MASK) + "@");
  }

  static String withoutSecretParameters(String text) {
    return SECRET.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK));
  }

  /** Bytes written as percent signs become characters; a percent sign that begins no byte stays. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
      int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
      if (low < 0) {
        bytes.write(raw[i]);
      } else {
        bytes.write(high << 4 | low);
        i += 2;
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Everything but letters, digits, those of {@code -._~} and {@code allowed} as percent signs. */
  static String encoded(String text, String allowed) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      char character = (char) (each & 0xff);
      if (PLAIN.indexOf(character) >= 0 || allowed.indexOf(character) >= 0) {
        encoded.append(character);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return encoded.toString();
  }
}
