package io.aludel.automap;

import io.aludel.schema.ForeignKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;

/** Names in Java for names in a database, whatever those are made of. */
final class JavaNames {
  private JavaNames() {}

  /** {@code order_items} gives {@code OrderItem}. */
  static String className(String name) {
    String camel = capitalized(English.singular(camel(name)));
    String made = startsWell(camel) ? camel : "Table" + camel;
    return isOfTheLanguage(made) ? made + "Entity" : made;
  }

  /** A class of our own by such a name would hide one that every source sees without an import. */
  private static boolean isOfTheLanguage(String name) {
    try {
      Class.forName("java.lang." + name, false, null);
      return true;
    } catch (ClassNotFoundException | LinkageError free) {
      return false;
    }
  }

  /** {@code user_id} gives {@code userId}, {@code class} gives {@code classValue}. */
  static String attributeName(String name) {
    String camel = uncapitalized(camel(name));
    String made = startsWell(camel) ? camel : "column" + camel;
    return SourceVersion.isKeyword(made) ? made + "Value" : made;
  }

  /** {@code in-stock} gives {@code IN_STOCK}. */
  static String constantName(String label) {
    StringBuilder text = new StringBuilder();
    for (String word : words(label)) {
      text.append(text.length() == 0 ? "" : "_").append(word.toUpperCase(Locale.ROOT));
    }
    if (text.length() == 0) {
      return "EMPTY";
    }
    return Character.isJavaIdentifierStart(text.charAt(0)) ? text.toString() : "VALUE_" + text;
  }

  private static boolean startsWell(String name) {
    return !name.isEmpty() && Character.isJavaIdentifierStart(name.charAt(0));
  }

  private static String camel(String name) {
    StringBuilder text = new StringBuilder();
    for (String word : words(name)) {
      boolean shouts = word.equals(word.toUpperCase(Locale.ROOT));
      text.append(capitalized(shouts ? word.toLowerCase(Locale.ROOT) : word));
    }
    return text.toString();
  }

  /** What stands between characters that are neither letters nor digits; a camel's humps stay together. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    name.codePoints().forEach(point -> {
      if (Character.isLetterOrDigit(point)) {
        word.appendCodePoint(point);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    });
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  static String capitalized(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** {@code HttpPort} and {@code HTTPPort} give {@code httpPort}. */
  static String uncapitalized(String name) {
    int end = 0;
    while (end < name.length() && Character.isUpperCase(name.charAt(end))) {
      end++;
    }
    int small = end > 1 && end < name.length() ? end - 1 : end;
    return name.substring(0, small).toLowerCase(Locale.ROOT) + name.substring(small);
  }

  /** What all columns of a key say before the name of the column they refer to; empty for nothing. */
  static String prefix(ForeignKey key) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < key.columnNames().size(); i++) {
      String own = key.columnNames().get(i);
      String other = key.referredColumns().get(i).name();
      int length = own.length() - other.length();
      boolean parted = length > 1 && own.charAt(length - 1) == '_';
      boolean hump = length > 0 && own.endsWith(capitalized(other));
      if (own.toLowerCase(Locale.ROOT).endsWith(other.toLowerCase(Locale.ROOT))
          && (parted || hump)) {
        found.add(own.substring(0, parted ? length - 1 : length));
      } else {
        return "";
      }
    }
    return found.size() == 1 ? found.iterator().next() : "";
  }

  /** Insists on an identifier, given by somebody's {@link ModelNaming}. */
  static String checked(String name, String forWhat) {
    if (name == null
        || !SourceVersion.isIdentifier(name)
        || SourceVersion.isKeyword(name)
        || name.contains("$")) {
      throw new AutomapException(
          AutomapError.NO_NAME,
          "The naming gave '" + name + "' for " + forWhat + ", which is no name in Java. Give one"
              + " of letters and digits that begins with a letter and is no keyword.");
    }
    return name;
  }

  /** Insists on the name of a package. */
  static String checkedPackage(String name, String forWhat) {
    if (name == null || !SourceVersion.isName(name)) {
      throw new AutomapException(
          AutomapError.NO_NAME,
          "The package '" + name + "' was given for " + forWhat + ", which is no name of a package."
              + " Give one such as shop.model.");
    }
    return name;
  }
}
