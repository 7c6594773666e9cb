package io.aludel.automap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/** Singular and plural of the words that tables are called by. Knows the usual rules and some exceptions. */
final class English {
  private static final List<Entry<String, String>> IRREGULAR = List.of(
      Map.entry("person", "people"),
      Map.entry("child", "children"),
      Map.entry("woman", "women"),
      Map.entry("man", "men"),
      Map.entry("mouse", "mice"),
      Map.entry("foot", "feet"),
      Map.entry("tooth", "teeth"),
      Map.entry("datum", "data"),
      Map.entry("criterion", "criteria"),
      Map.entry("index", "indices"),
      Map.entry("analysis", "analyses"),
      Map.entry("basis", "bases"),
      Map.entry("bus", "buses"),
      Map.entry("status", "statuses"),
      Map.entry("virus", "viruses"),
      Map.entry("bonus", "bonuses"),
      Map.entry("campus", "campuses"),
      Map.entry("movie", "movies"),
      Map.entry("cookie", "cookies"),
      Map.entry("shoe", "shoes"),
      Map.entry("leaf", "leaves"),
      Map.entry("shelf", "shelves"),
      Map.entry("life", "lives"),
      Map.entry("hero", "heroes"),
      Map.entry("potato", "potatoes"),
      Map.entry("tomato", "tomatoes"));
  private static final Set<String> BOTH = Set.of(
      "news",
      "series",
      "species",
      "equipment",
      "information",
      "metadata",
      "media",
      "money",
      "staff",
      "sheep",
      "fish");

  private English() {}

  /** The singular of the last word of a name in camel case. */
  static String singular(String name) {
    int start = lastWord(name);
    String head = name.substring(0, start);
    String word = name.substring(start);
    String lower = word.toLowerCase(Locale.ROOT);
    if (BOTH.contains(lower)) {
      return name;
    }
    for (Entry<String, String> known : IRREGULAR) {
      if (lower.equals(known.getValue())) {
        return head + like(word, known.getKey());
      }
      if (lower.equals(known.getKey())) {
        return name;
      }
    }
    return head + regularSingular(word, lower);
  }

  private static String regularSingular(String word, String lower) {
    if (lower.endsWith("ies") && lower.length() > 4) {
      return cut(word, 3) + "y";
    }
    boolean hissing = lower.endsWith("sses")
        || lower.endsWith("shes")
        || lower.endsWith("ches")
        || lower.endsWith("xes")
        || lower.endsWith("zzes");
    if (hissing) {
      return cut(word, 2);
    }
    boolean singular = lower.endsWith("ss") || lower.endsWith("us") || lower.endsWith("is");
    return lower.endsWith("s") && lower.length() > 2 && !singular ? cut(word, 1) : word;
  }

  /** The plural of the last word of a name in camel case. */
  static String plural(String name) {
    int start = lastWord(name);
    String head = name.substring(0, start);
    String word = name.substring(start);
    String lower = word.toLowerCase(Locale.ROOT);
    if (BOTH.contains(lower)) {
      return name;
    }
    for (Entry<String, String> known : IRREGULAR) {
      if (lower.equals(known.getKey())) {
        return head + like(word, known.getValue());
      }
      if (lower.equals(known.getValue())) {
        return name;
      }
    }
    return head + regularPlural(word, lower);
  }

  private static String regularPlural(String word, String lower) {
    boolean hissing = lower.endsWith("s")
        || lower.endsWith("sh")
        || lower.endsWith("ch")
        || lower.endsWith("x")
        || lower.endsWith("z");
    if (hissing) {
      return word + "es";
    }
    boolean consonantBefore =
        lower.length() > 1 && "aeiou".indexOf(lower.charAt(lower.length() - 2)) < 0;
    return lower.endsWith("y") && consonantBefore ? cut(word, 1) + "ies" : word + "s";
  }

  private static int lastWord(String name) {
    int start = name.length() - 1;
    while (start > 0 && !Character.isUpperCase(name.charAt(start))) {
      start--;
    }
    return Math.max(start, 0);
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static String like(String word, String known) {
    return Character.isUpperCase(word.charAt(0)) ? JavaNames.capitalized(known) : known;
  }
}
