package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.internal.statement.ShownColumns;
import java.util.List;
import java.util.Map;

/** Where the columns of occurrences lie in the rows of a compiled statement. */
interface RowPlaces {
  /** The compiled column of the {@code offset}th column that an occurrence reads, or -1. */
  int column(Occurrence occurrence, int offset);

  /** Where the rows have a compiled column, counted from 1, or 0. */
  default int position(int column) {
    return column + 1;
  }

  /** What the rows show, for messages. */
  List<String> names();

  /** Where the statement was written for what is read. */
  static RowPlaces compiled(CompiledStatement statement) {
    return new Compiled(statement);
  }

  /** Where it was not: each column is looked for. */
  static RowPlaces shown(
      CompiledStatement statement, ShownColumns shown, Map<Integer, Integer> written) {
    return new Shown(new Compiled(statement), shown, written);
  }

  /** Where only the result tells. */
  static RowPlaces named(CompiledStatement statement, int[] places, List<String> labels) {
    return new Named(new Compiled(statement), places, labels);
  }

  /** One entry of the select list after another. */
  record Compiled(CompiledStatement statement) implements RowPlaces {
    @Override
    public int column(Occurrence occurrence, int offset) {
      return column(occurrence.item(), offset);
    }

    int column(int entry, int offset) {
      return statement.items().get(entry).first() + offset;
    }

    @Override
    public List<String> names() {
      return statement.columns().stream().map(column -> column.label()).toList();
    }
  }

  /**
   * Among the columns of a statement that is sent as it is.
   *
   * @param written for entities that entries of its select list are written for, which
   */
  record Shown(Compiled compiled, ShownColumns shown, Map<Integer, Integer> written)
      implements RowPlaces {
    @Override
    public int column(Occurrence occurrence, int offset) {
      Integer entry = written.get(occurrence.item());
      return entry == null
          ? shown.find(occurrence.source(), occurrence.read().get(offset))
          : compiled.column(entry, offset);
    }

    @Override
    public List<String> names() {
      return shown.names();
    }
  }

  /** Among the columns of a result, by their names. */
  record Named(Compiled compiled, int[] places, List<String> names) implements RowPlaces {
    @Override
    public int column(Occurrence occurrence, int offset) {
      return compiled.column(occurrence, offset);
    }

    @Override
    public int position(int column) {
      return places[column] + 1;
    }
  }
}
