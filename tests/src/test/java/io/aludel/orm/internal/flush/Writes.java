package io.aludel.orm.internal.flush;

import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.StatementRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The writing statements of a flush without what differs between dialects: how generated keys come back,
 * and whether rows go in one VALUES or in a batch. {@code INSERT INTO w_tag (name) [red] [blue]}.
 */
final class Writes {
  private static final Pattern INSERT =
      Pattern.compile("INSERT INTO (\\w+) (?:\\((.*?)\\) VALUES|DEFAULT VALUES)");
  private static final Pattern OTHER = Pattern.compile("(UPDATE|DELETE FROM|SELECT) .*");

  private Writes() {}

  /** What was sent since the recorder was last cleared, which happens now. */
  static List<String> take(StatementRecorder recorder) {
    List<String> writes = new ArrayList<>();
    for (ExecutedStatement statement : recorder.statements()) {
      String write = write(statement);
      boolean goesOn = !writes.isEmpty()
          && write.startsWith("INSERT")
          && head(writes.get(writes.size() - 1)).equals(head(write));
      if (goesOn) { // pages of one INSERT
        int last = writes.size() - 1;
        writes.set(last, writes.get(last) + write.substring(head(write).length()));
      } else {
        writes.add(write);
      }
    }
    recorder.clear();
    return writes;
  }

  private static String head(String write) {
    int end = write.indexOf(" [");
    return end < 0 ? write : write.substring(0, end);
  }

  private static String write(ExecutedStatement statement) {
    Matcher insert = INSERT.matcher(statement.sql());
    if (insert.find()) {
      String columns = insert.group(2) == null ? "" : insert.group(2);
      int width = columns.isEmpty() ? 0 : columns.split(",").length;
      return "INSERT " + insert.group(1) + "(" + columns.replace(" ", "") + ")"
          + rows(statement, width);
    }
    Matcher other = OTHER.matcher(statement.sql());
    return (other.matches() ? other.group() : statement.sql()) + rows(statement, 0);
  }

  private static String rows(ExecutedStatement statement, int width) {
    StringBuilder text = new StringBuilder();
    for (List<@Nullable Object> values : statement.parameters()) {
      int step = width == 0 ? Math.max(1, values.size()) : width;
      for (int from = 0; from < values.size(); from += step) {
        text.append(' ').append(values.subList(from, from + step));
      }
    }
    return text.toString();
  }
}
