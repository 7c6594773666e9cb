package io.aludel.examples.atlas.facts;

import java.util.Set;
import java.util.TreeSet;

/** The codes of writing systems, of which the JDK has no list: found by trying all four-letter words. */
final class ScriptCodes {
  private static final Set<String> ALL = find();

  private ScriptCodes() {}

  static Set<String> all() {
    return ALL;
  }

  private static Set<String> find() {
    Set<String> initials = new TreeSet<>();
    for (Character.UnicodeScript script : Character.UnicodeScript.values()) {
      initials.add(script.name().substring(0, 1));
    }
    Set<String> codes = new TreeSet<>();
    for (String initial : initials) {
      for (int i = 0; i < 26 * 26 * 26; i++) {
        String code = initial + letter(i / 676) + letter(i / 26 % 26) + letter(i % 26);
        if (isScript(code)) {
          codes.add(code);
        }
      }
    }
    return codes;
  }

  private static char letter(int number) {
    return (char) ('a' + number);
  }

  private static boolean isScript(String code) {
    try {
      Character.UnicodeScript.forName(code);
      return true;
    } catch (IllegalArgumentException noScript) {
      return false;
    }
  }
}
