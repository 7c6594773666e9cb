package io.aludel.orm.internal.statement;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.schema.Column;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The names by which the rows of text may show what is wanted of them. A column of an entity goes
 * by its own name, or by that of its table (or alias) and its own. Where several entities have a
 * column of one name, the plain name is that of the first.
 */
public final class NamedColumns {
  private final List<Wanted> wanted = new ArrayList<>();
  private final Map<String, Object> claims = new HashMap<>();

  /** A column that is wanted, and its names, the better first. */
  private record Wanted(String described, List<String> names) {}

  /** Wants a column of an occurrence, which is told from others by identity. */
  public void addColumn(Object occurrence, String prefix, Column<?> column) {
    List<String> names = new ArrayList<>(List.of(folded(prefix + "_" + column.name())));
    String plain = folded(column.name());
    if (claims.computeIfAbsent(plain, any -> occurrence) == occurrence) {
      names.add(plain);
    }
    wanted.add(new Wanted(prefix + "." + column.name(), names));
  }

  /** Wants a value. */
  public void addValue(Node value) {
    String name = nameOf(value);
    wanted.add(new Wanted(name, List.of(folded(name))));
  }

  static String nameOf(Node value) {
    if (value instanceof LabelNode label) {
      return label.name();
    }
    return value instanceof ColumnNode column ? column.name() : "(unnamed)";
  }

  /** For each column that is wanted the place where a result shows it, counted from 0, or -1. */
  public int[] placesIn(List<String> labels) {
    List<String> shown = labels.stream().map(NamedColumns::folded).toList();
    return wanted.stream().mapToInt(each -> placeOf(each, shown)).toArray();
  }

  private static int placeOf(Wanted each, List<String> shown) {
    for (String name : each.names()) {
      int place = shown.indexOf(name);
      if (place >= 0 && place != shown.lastIndexOf(name)) {
        throw new UnsupportedStatementException(
            OrmError.ROWS_INCOMPLETE,
            "Cannot read " + each.described() + " from the rows of text: several of their columns "
                + shown + " are called '" + name + "'. Call the one that is meant '"
                + each.names().get(0) + "' and the others something else, or describe the rows by"
                + " columns(…).");
      }
      if (place >= 0) {
        return place;
      }
    }
    return -1;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
