package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The foreign keys by which one end of a relationship may refer to the other. */
public final class ForeignKeySearch {
  private final List<List<EqualColumns>> found = new ArrayList<>();

  /**
   * Adds the foreign keys of some tables to others.
   *
   * @param from the tables that refer, and their end
   * @param fromEnd the end of these tables
   * @param to the tables referred to
   * @param toEnd the end of these tables
   * @param wanted chooses foreign keys by the names of their columns
   */
  public void add(
      List<Table> from, End fromEnd, List<Table> to, End toEnd, Predicate<List<String>> wanted) {
    for (Table table : from) {
      for (ForeignKey key : table.foreignKeys()) {
        if (refersTo(key, to) && wanted.test(names(key.columns()))) {
          add(key, fromEnd, toEnd);
        }
      }
    }
  }

  private static boolean refersTo(ForeignKey key, List<Table> tables) {
    return key.isResolvable() && tables.contains(key.referredTable());
  }

  private void add(ForeignKey key, End fromEnd, End toEnd) {
    List<EqualColumns> pairs = new ArrayList<>();
    for (int i = 0; i < key.columns().size(); i++) {
      pairs.add(
          new EqualColumns(key.referredColumns().get(i), toEnd, key.columns().get(i), fromEnd));
    }
    if (!found.contains(pairs)) {
      found.add(pairs);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * The columns to compare, when there is one way only. Foreign keys that each refer to another column
   * are parts of one composite key.
   */
  public List<EqualColumns> pairs() {
    List<EqualColumns> all = new ArrayList<>();
    found.forEach(all::addAll);
    return all;
  }

  /** The columns of foreign keys that lead the same way; empty when there is one way only. */
  public List<String> rivals() {
    Set<Column<?>> referred = new HashSet<>();
    Set<End> ends = new HashSet<>();
    boolean several = false;
    for (EqualColumns pair : pairs()) {
      several |= !referred.add(pair.referred());
      ends.add(pair.foreignEnd());
    }
    if (!several && ends.size() < 2) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    pairs().forEach(pair -> names.add(pair.foreign().name()));
    return List.copyOf(names);
  }

  private static List<String> names(List<Column<?>> columns) {
    return columns.stream().<String>map(Column::name).toList();
  }
}
