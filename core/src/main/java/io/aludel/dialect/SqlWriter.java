package io.aludel.dialect;

import java.util.ArrayList;
import java.util.List;

/** Takes the SQL of one compilation, and its placeholders in their order. */
public final class SqlWriter {
  private final StringBuilder current = new StringBuilder(160);
  private final List<String> fragments = new ArrayList<>();
  private final List<String> emptyLists = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private final List<Placeholder> placeholders = new ArrayList<>();

  SqlWriter() {}

  /**
   * Appends SQL.
   *
   * @param sql the text
   * @return this writer
   */
  public SqlWriter append(String sql) {
    current.append(sql);
    return this;
  }

  /**
   * Appends a question mark.
   *
   * @param placeholder what is bound there
   * @return this writer
   */
  public SqlWriter value(Placeholder placeholder) {
    current.append('?');
    placeholders.add(placeholder);
    return this;
  }

  /**
   * Appends a list of question marks, whose length only an execution knows.
   *
   * @param placeholder what is bound there
   * @param mark what stands for one value: a question mark, with whatever is around it
   * @param empty what stands there when the list is empty
   * @return this writer
   */
  public SqlWriter list(Placeholder placeholder, String mark, String empty) {
    marks.add(mark);
    fragments.add(current.toString());
    current.setLength(0);
    placeholders.add(placeholder);
    emptyLists.add(empty);
    return this;
  }

  List<Placeholder> placeholders() {
    return placeholders;
  }

  SqlTemplate template() {
    List<String> all = new ArrayList<>(fragments);
    all.add(current.toString());
    return new SqlTemplate(
        all.toArray(new String[0]),
        placeholders.toArray(new Placeholder[0]),
        emptyLists.toArray(new String[0]),
        marks.toArray(new String[0]));
  }
}
