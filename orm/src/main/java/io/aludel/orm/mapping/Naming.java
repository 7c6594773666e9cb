package io.aludel.orm.mapping;

/** The names of tables and columns where the application states none. */
public final class Naming {
  private Naming() {}

  /**
   * The name in lower case, its words parted by underscores: {@code userId} becomes {@code user_id},
   * {@code HTTPPort2} becomes {@code http_port2}.
   *
   * @param name the name of a class or field
   * @return the name of its table or column
   */
  public static String snakeCase(String name) {
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
