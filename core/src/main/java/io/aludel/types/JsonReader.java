package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one JSON document, strictly. */
final class JsonReader {
  private static final int DEEPEST = 500;

  private final String text;
  private int at;
  private int depth;

  JsonReader(String text) {
    this.text = text;
  }

  Json document() {
    Json json = value();
    blank();
    if (at < text.length()) {
      throw wrong("its end");
    }
    return json;
  }

  private Json value() {
    blank();
    char first = peek();
    return switch (first) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> Json.of(string());
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Json object() {
    deeper();
    Map<String, Json> members = new LinkedHashMap<>();
    take('{');
    blank();
    if (peek() != '}') {
      do {
        blank();
        String name = string();
        blank();
        take(':');
        members.put(name, value());
        blank();
      } while (takes(','));
    }
    take('}');
    depth--;
    return Json.of(members);
  }

  private Json array() {
    deeper();
    List<Json> members = new ArrayList<>();
    take('[');
    blank();
    if (peek() != ']') {
      do {
        members.add(value());
        blank();
      } while (takes(','));
    }
    take(']');
    depth--;
    return Json.of(members);
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read JSON nested more than " + DEEPEST + " deep. Read it as text.");
    }
  }

  private String string() {
    take('"');
    StringBuilder string = new StringBuilder();
    char next = next();
    while (next != '"') {
      if (next < ' ') {
        throw wrong("a character of text");
      }
      string.append(next == '\\' ? escaped() : next);
      next = next();
    }
    return string.toString();
  }

  private char escaped() {
    char letter = next();
    return switch (letter) {
      case '"', '\\', '/' -> letter;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("an escape");
    };
  }

  private char unicode() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(next(), 16);
      if (digit < 0) {
        throw wrong("four hexadecimal digits");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private Json word(String word, @org.jspecify.annotations.Nullable Boolean value) {
    if (!text.startsWith(word, at)) {
      throw wrong("a value");
    }
    at += word.length();
    return Json.of(value);
  }

  private Json number() {
    int start = at;
    takes('-');
    if (!takes('0')) {
      digits();
    }
    if (takes('.')) {
      digits();
    }
    if (takes('e') || takes('E')) {
      if (!takes('+')) {
        takes('-');
      }
      digits();
    }
    try {
      return Json.ofNumber(text.substring(start, at));
    } catch (NumberFormatException tooLarge) {
      throw wrong("a number that a decimal holds");
    }
  }

  private void digits() {
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw wrong("a value");
    }
  }

  private void blank() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private char next() {
    if (at == text.length()) {
      throw wrong("the rest of a text");
    }
    return text.charAt(at++);
  }

  private boolean takes(char character) {
    if (peek() != character || at == text.length()) {
      return false;
    }
    at++;
    return true;
  }

  private void take(char character) {
    if (!takes(character)) {
      throw wrong("'" + character + "'");
    }
  }

  private ArgumentException wrong(String expected) {
    return new ArgumentException(
        CoreError.VALUE_CONVERSION,
        "Cannot read text of " + text.length() + " characters as JSON: " + expected
            + " was expected at character " + (at + 1) + ". Give one JSON document.");
  }
}
