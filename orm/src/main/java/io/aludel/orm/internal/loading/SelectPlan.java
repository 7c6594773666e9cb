package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ResultItem;
import io.aludel.engine.RowCursor;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.loading.Lowered.Found;
import io.aludel.orm.internal.statement.NamedColumns;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.Node;
import io.aludel.types.ValueReader;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a compiled statement are read: for each entry of the select list an entity, a value, or
 * several values of which the executing statement makes one object. Made once per compiled statement.
 */
final class SelectPlan {
  private final List<Entry> entries;
  private final List<String> names;
  private final boolean multiplied;
  private final @Nullable ByName byName;

  /** One entry of a select list. */
  sealed interface Entry {
    /**
     * A whole entity.
     *
     * @param before the entry before it that reads the value which the plan says is given, or -1
     */
    record Entity(OccurrencePlan plan, EntitySource source, int before) implements Entry {}

    /** A single value. */
    record Value(ValueReader<?> reader, int position) implements Entry {}

    /** Several values that make one object. */
    record Assembly(List<Value> values) implements Entry {}
  }

  /** What a plan is made from anew for each order of the columns of text, and the last one made. */
  private static final class ByName {
    final CompiledStatement statement;
    final Map<Integer, Occurrence> occurrences;
    final NamedColumns wanted;
    private volatile @Nullable Known last;

    /** The plan for the columns of a result. */
    private record Known(List<String> labels, SelectPlan plan) {}

    ByName(CompiledStatement statement, Map<Integer, Occurrence> occurrences, NamedColumns wanted) {
      this.statement = statement;
      this.occurrences = occurrences;
      this.wanted = wanted;
    }

    SelectPlan plan(SelectPlan general, List<String> labels) {
      Known known = last;
      if (known == null || !known.labels().equals(labels)) {
        RowPlaces places = RowPlaces.named(statement, wanted.placesIn(labels), labels);
        int count = general.entries.size();
        List<Entry> entries = entries(statement, statement.items(), count, occurrences, places);
        known = new Known(labels, new SelectPlan(entries, general.names, general.multiplied, null));
        last = known;
      }
      return known.plan();
    }
  }

  private SelectPlan(
      List<Entry> entries, List<String> names, boolean multiplied, @Nullable ByName byName) {
    this.entries =
        IntStream.range(0, entries.size()).mapToObj(at -> sharing(entries, at)).toList();
    this.names = List.copyOf(names);
    this.multiplied = multiplied;
    this.byName = byName;
  }

  /** Reads the plan off a compiled statement and what it was made from. */
  static SelectPlan of(CompiledStatement statement, Lowered lowered) {
    Found found = lowered.found();
    List<ResultItem> items = statement.items();
    RowPlaces places = RowPlaces.compiled(statement);
    NamedColumns names = found == null ? null : found.names();
    if (found != null && names == null) {
      places = RowPlaces.shown(statement, found.shown(), found.written());
      if (!found.items().isEmpty()) {
        return looked(statement, lowered, found, places);
      }
    }
    int count = lowered.items() == 0 ? items.size() : lowered.items();
    List<Entry> entries = entries(statement, items, count, lowered.occurrences(), places);
    ByName byName = names == null ? null : new ByName(statement, lowered.occurrences(), names);
    return new SelectPlan(
        entries,
        items.stream().limit(count).map(ResultItem::name).toList(),
        lowered.isMultiplied(),
        byName);
  }

  /** The plan for the present result. */
  SelectPlan in(RowCursor cursor) {
    ByName general = byName;
    if (general == null) {
      return this;
    }
    try {
      List<String> labels = new ArrayList<>();
      ResultSetMetaData columns = cursor.jdbc().getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i));
      }
      return general.plan(this, labels);
    } catch (SQLException failure) {
      throw cursor.unreadable(0, failure);
    } catch (RuntimeException refused) {
      cursor.close();
      throw refused;
    }
  }

  private static List<Entry> entries(
      CompiledStatement statement,
      List<ResultItem> items,
      int count,
      Map<Integer, Occurrence> occurrences,
      RowPlaces places) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ResultItem item = items.get(i);
      Occurrence occurrence = occurrences.get(i);
      int[] columns = IntStream.range(item.first(), item.first() + item.count()).toArray();
      entries.add(
          occurrence == null
              ? entry(statement, item.name(), columns, item.assembled(), places)
              : entity(occurrence, statement, places));
    }
    return entries;
  }

  /** The plan for entries that are looked for among the columns of a statement. */
  private static SelectPlan looked(
      CompiledStatement statement, Lowered lowered, Found found, RowPlaces places) {
    List<Entry> entries = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < found.items().size(); i++) {
      Occurrence occurrence = lowered.occurrences().get(i);
      Node item = found.items().get(i);
      String name = found.shown().nameOf(item);
      names.add(name);
      entries.add(
          occurrence == null
              ? entry(
                  statement,
                  name,
                  found.shown().findAll(item),
                  found.shown().isAssembled(item),
                  places)
              : entity(occurrence, statement, places));
    }
    return new SelectPlan(entries, names, lowered.isMultiplied(), null);
  }

  /** An entity is given a value that an entry before it has read from the same column. */
  private static Entry sharing(List<Entry> all, int at) {
    Entry entry = all.get(at);
    if (entry instanceof Entry.Entity entity) {
      for (int i = 0; i < at; i++) {
        if (all.get(i) instanceof Entry.Value value) {
          OccurrencePlan plan = entity.plan();
          OccurrencePlan shared =
              plan.given(plan.columns().attributeAt(value.position(), value.reader()));
          if (shared != plan) {
            return new Entry.Entity(shared, entity.source(), i);
          }
        }
      }
    }
    return entry;
  }

  private static Entry entity(
      Occurrence occurrence, CompiledStatement statement, RowPlaces places) {
    return new Entry.Entity(
        OccurrencePlan.of(occurrence, statement, places), occurrence.source(), -1);
  }

  private static Entry entry(
      CompiledStatement statement,
      String name,
      int[] columns,
      boolean assembled,
      RowPlaces places) {
    List<Entry.Value> values = new ArrayList<>();
    for (int column : columns) {
      int position = column < 0 ? 0 : places.position(column);
      if (position == 0) {
        throw new UnsupportedStatementException(
            OrmError.ROWS_INCOMPLETE,
            "Cannot read '" + name + "' from the rows of a statement: they have the columns "
                + places.names() + ". Let the statement show it under that name.");
      }
      values.add(new Entry.Value(statement.columns().get(column).reader(), position));
    }
    if (assembled) {
      return new Entry.Assembly(values);
    }
    if (values.size() != 1) {
      throw new UnsupportedStatementException(
          OrmError.UNSUPPORTED_STATEMENT,
          "Cannot read the entry '" + name + "' of a select list: it has " + values.size()
              + " columns and nothing says what to make of them. Select each column by itself.");
    }
    return values.get(0);
  }

  List<Entry> entries() {
    return entries;
  }

  List<String> names() {
    return names;
  }

  /** Whether rows repeat their entities because of joined collections. */
  boolean isMultiplied() {
    return multiplied;
  }

  /** Refuses what needs all rows at once. */
  void requireStreamable() {
    if (multiplied) {
      throw notStreamable(
          "it loads collections by joins, whose rows may be far apart",
          "Load them by selectinLoad");
    }
    for (Entry entry : entries) {
      if (entry instanceof Entry.Entity entity && entity.plan().repeatsTheStatement()) {
        throw notStreamable(
            "subqueryLoad would run it anew for each portion of rows", "Use selectinLoad");
      }
    }
  }

  private static UnsupportedStatementException notStreamable(String reason, String cure) {
    return new UnsupportedStatementException(
        OrmError.UNSUPPORTED_STATEMENT,
        "Cannot stream the rows of a statement: " + reason + ". " + cure + ", or do not stream.");
  }
}
