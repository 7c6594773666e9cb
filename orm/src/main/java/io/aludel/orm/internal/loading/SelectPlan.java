package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.ResultColumn;
import io.aludel.dialect.ResultItem;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.internal.EntityNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a compiled statement are read: for each entry of the select list an entity, a value, or
 * several values of which the executing statement makes one object. Made once per compiled statement.
 */
final class SelectPlan {
  private final List<Entry> entries;
  private final List<String> names;

  /** One entry of a select list. */
  sealed interface Entry {
    /** A whole entity. */
    record Entity(EntityPlan plan) implements Entry {}

    /** A single value. */
    record Value(ValueReader<?> reader, int position) implements Entry {}

    /** Several values that make one object. */
    record Assembly(List<Value> values) implements Entry {}
  }

  private SelectPlan(List<Entry> entries, List<String> names) {
    this.entries = List.copyOf(entries);
    this.names = List.copyOf(names);
  }

  /** Reads the plan off a compiled statement and the select list it was made from. */
  static SelectPlan of(
      CompiledStatement statement, List<Node> nodes, Function<Class<?>, EntityLayout> layouts) {
    List<Entry> entries = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<ResultItem> items = statement.items();
    for (int i = 0; i < items.size(); i++) {
      Node node = i < nodes.size() ? nodes.get(i) : null;
      entries.add(entry(statement, items.get(i), node, layouts));
      names.add(items.get(i).name());
    }
    return new SelectPlan(entries, names);
  }

  private static Entry entry(
      CompiledStatement statement,
      ResultItem item,
      @Nullable Node node,
      Function<Class<?>, EntityLayout> layouts) {
    if (node instanceof EntityNode entity) {
      EntityLayout layout = layouts.apply(entity.source().type());
      return new Entry.Entity(EntityPlan.of(layout, statement, item));
    }
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
}
