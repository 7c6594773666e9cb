package io.aludel.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the SQL of one compilation, and its placeholders in their order. */
public final class SqlWriter {
  private final StringBuilder current = new StringBuilder(160);
  private final List<String> fragments = new ArrayList<>();
  private final List<String> emptyLists = new ArrayList<>();
  private final List<Placeholder> placeholders = new ArrayList<>();

  private @Nullable Function<Placeholder, String> literals;

  SqlWriter() {}

  /** Writes values out from now on, instead of placeholders. */
  void writeOut(Function<Placeholder, String> spelling) {
    literals = spelling;
  }

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
    if (literals != null) {
      current.append(literals.apply(placeholder));
      return this;
    }
    current.append('?');
    placeholders.add(placeholder);
    return this;
  }

  /**
   * Appends a list of question marks, whose length only an execution knows.
   *
   * @param placeholder what is bound there
   * @param empty what stands there when the list is empty
   * @return this writer
   */
  public SqlWriter list(Placeholder placeholder, String empty) {
    if (literals != null) {
      current.append(literals.apply(placeholder));
      return this;
    }
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
        emptyLists.toArray(new String[0]));
  }
}
