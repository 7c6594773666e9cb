package io.aludel.orm.mapping;

/** Names of tables and columns where the application states none. */
final class Naming {
  private Naming() {}

  /** {@code userId} becomes {@code user_id}, {@code HTTPPort2} becomes {@code http_port2}. */
  static String snakeCase(String name) {
    StringBuilder text = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      if (Character.isUpperCase(letter) && startsWord(name, i)) {
        text.append('_');
      }
      text.append(Character.toLowerCase(letter));
    }
    return text.toString();
  }

  private static boolean startsWord(String name, int position) {
    if (position == 0 || name.charAt(position - 1) == '_') {
      return false;
    }
    boolean afterCapital = Character.isUpperCase(name.charAt(position - 1));
    boolean beforeSmall =
        position + 1 < name.length() && Character.isLowerCase(name.charAt(position + 1));
    return !afterCapital || beforeSmall;
  }
}
