package io.aludel.dialect;

import io.aludel.sql.tree.construct.TupleType;
import java.util.ArrayList;
import java.util.List;

/** Takes the SQL of one compilation, and its placeholders in their order. */
public final class SqlWriter {
  private final StringBuilder current = new StringBuilder(160);
  private final List<String> fragments = new ArrayList<>();
  private final List<String> emptyLists = new ArrayList<>();
  private final List<String> marks = new ArrayList<>();
  private final List<Placeholder> placeholders = new ArrayList<>();

  private final Compilation compilation;

  SqlWriter(Compilation compilation) {
    this.compilation = compilation;
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
    if (compilation.isLiteral()) {
      compilation.literal(placeholder, "NULL");
      return this;
    }
    current.append(compilation.places().mark());
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
    if (compilation.isLiteral()) {
      compilation.literal(placeholder, empty);
      return this;
    }
    fragments.add(current.toString());
    current.setLength(0);
    placeholders.add(placeholder);
    emptyLists.add(empty);
    marks.add(mark(placeholder));
    return this;
  }

  /** What stands for one member of a list. */
  private String mark(Placeholder placeholder) {
    String mark = compilation.places().mark();
    return placeholder.type() instanceof TupleType tuple
        ? "(" + mark + (", " + mark).repeat(tuple.members().size() - 1) + ")"
        : compilation.types().bound(placeholder.type()).around(mark);
  }

  /** Appends everything that was written to another writer. */
  void append(SqlWriter other) {
    for (String fragment : other.fragments) {
      current.append(fragment);
      fragments.add(current.toString());
      current.setLength(0);
    }
    current.append(other.current);
    placeholders.addAll(other.placeholders);
    emptyLists.addAll(other.emptyLists);
    marks.addAll(other.marks);
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
        marks.toArray(new String[0]),
        compilation.places(),
        compilation.dialect().longestList());
  }
}
