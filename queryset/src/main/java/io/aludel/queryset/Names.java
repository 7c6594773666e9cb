package io.aludel.queryset;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names from outside and inside, as messages show them. */
final class Names {
  private static final int MOST = 20;

  private Names() {}

  /** Cut to a length, and without anything that could disturb a log. */
  static String printable(String name, int longest) {
    String cut = name.length() <= longest ? name : name.substring(0, longest) + "…";
    return cut.codePoints()
        .mapToObj(each -> Character.isISOControl(each) ? "?" : Character.toString(each))
        .collect(Collectors.joining());
  }

  static String list(Collection<String> names) {
    String shown = names.stream().limit(MOST).collect(Collectors.joining(", "));
    return names.size() <= MOST ? shown : shown + " and " + (names.size() - MOST) + " more";
  }
}
