package io.aludel.dialect.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileOptions.ParameterStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the places of values are marked. While SQL is put together in pieces, whose order is not known
 * yet, the character 0, which no name may have, stands for each; question marks need no such detour.
 */
public final class PlaceMarks {
  private static final char STAND_IN = '\0';

  private final ParameterStyle style;
  private final Map<Integer, String> names;

  /**
   * Creates the marks.
   *
   * @param names the names of slots that have one
   */
  public PlaceMarks(@Nullable ParameterStyle style, Map<String, Integer> names) {
    this.style = style == null ? ParameterStyle.QUESTION_MARK : style;
    this.names = new HashMap<>();
    names.forEach((name, slot) -> this.names.put(slot, name));
  }

  /** A value with the name it goes by. */
  public record Argument(String name, @Nullable Object value) {}

  /**
   * An argument.
   *
   * @param slot its slot, negative for one that came with a reference
   * @param place where it stands among all
   * @param member its place in a list, counted from 1, or 0
   */
  public Argument argument(int slot, int place, int member, @Nullable Object value) {
    String known = names.get(slot);
    String made = slot < 0 ? "constant_" + (place + 1) : "param_" + (slot + 1);
    String name = known == null ? made : known;
    return new Argument(member == 0 ? name : name + "_" + member, value);
  }

  public boolean isQuestionMark() {
    return style == ParameterStyle.QUESTION_MARK;
  }

  public String mark() {
    return isQuestionMark() ? "?" : String.valueOf(STAND_IN);
  }

  /** The SQL with each stand-in exchanged for the mark of its argument. */
  public String in(String sql, List<Argument> arguments) {
    StringBuilder text = new StringBuilder(sql.length() + 16);
    int next = 0;
    for (int i = 0; i < sql.length(); i++) {
      char letter = sql.charAt(i);
      if (letter == STAND_IN) {
        text.append(mark(next, arguments.get(next).name()));
        next++;
      } else {
        text.append(letter == '%' && style == ParameterStyle.FORMAT ? "%%" : letter);
      }
    }
    return text.toString();
  }

  private String mark(int place, String name) {
    return switch (style) {
      case NUMBERED -> "$" + (place + 1);
      case NAMED -> ":" + requireWord(name);
      case FORMAT -> "%s";
      default -> "?";
    };
  }

  private static String requireWord(String name) {
    if (!name.codePoints().allMatch(Character::isUnicodeIdentifierPart) || name.contains("\0")) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The value named '" + name + "' cannot be marked by its name: a name in SQL is letters,"
              + " digits and underlines. Give it another name, or use another style of parameters.");
    }
    return name;
  }
}
