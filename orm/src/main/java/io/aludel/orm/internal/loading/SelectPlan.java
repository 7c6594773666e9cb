package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ResultColumn;
import io.aludel.dialect.ResultItem;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.types.ValueReader;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a compiled statement are read: for each entry of the select list an entity, a value, or
 * several values of which the executing statement makes one object. Made once per compiled statement.
 */
final class SelectPlan {
  private final List<Entry> entries;
  private final List<String> names;
  private final boolean multiplied;

  /** One entry of a select list. */
  sealed interface Entry {
    /** A whole entity. */
    record Entity(OccurrencePlan plan, EntitySource source) implements Entry {}

    /** A single value. */
    record Value(ValueReader<?> reader, int position) implements Entry {}

    /** Several values that make one object. */
    record Assembly(List<Value> values) implements Entry {}
  }

  private SelectPlan(List<Entry> entries, List<String> names, boolean multiplied) {
    this.entries = List.copyOf(entries);
    this.names = List.copyOf(names);
    this.multiplied = multiplied;
  }

  /** Reads the plan off a compiled statement and what it was made from. */
  static SelectPlan of(CompiledStatement statement, Lowered lowered) {
    List<Entry> entries = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int count = lowered.items() == 0 ? statement.items().size() : lowered.items();
    for (int i = 0; i < count; i++) {
      ResultItem item = statement.items().get(i);
      Occurrence occurrence = lowered.occurrences().get(i);
      entries.add(
          occurrence == null
              ? entry(statement, item)
              : new Entry.Entity(OccurrencePlan.of(occurrence, statement), occurrence.source()));
      names.add(item.name());
    }
    return new SelectPlan(entries, names, lowered.isMultiplied());
  }

  private static Entry entry(CompiledStatement statement, ResultItem item) {
    List<Entry.Value> values = new ArrayList<>();
    for (int column = item.first(); column < item.first() + item.count(); column++) {
      ResultColumn result = statement.columns().get(column);
      values.add(new Entry.Value(result.reader(), column + 1));
    }
    if (item.assembled()) {
      return new Entry.Assembly(values);
    }
    if (values.size() != 1) {
      throw new UnsupportedStatementException(
          OrmError.UNSUPPORTED_STATEMENT,
          "Cannot read the entry '" + item.name() + "' of a select list: it has " + values.size()
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
