package io.aludel.reflection;

import io.aludel.reflection.ReflectOptions.Extra;
import io.aludel.schema.Autoincrement;
import io.aludel.schema.CheckConstraint;
import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.DialectOption;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import io.aludel.schema.TableOption;
import io.aludel.schema.UniqueConstraint;
import io.aludel.types.IntegerType;
import io.aludel.types.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one table of a model out of what was found in the database. */
final class TableReflection {
  private final List<ReflectedColumn> found;
  private final Rules rules;
  private final Relation relation;
  private final ReflectOptions options;

  /** What the rows of the table obey. */
  record Rules(
      ReflectedKey primaryKey,
      List<ReflectedKey> uniques,
      List<ReflectedForeignKey> foreignKeys,
      List<ReflectedCheck> checks,
      List<ReflectedIndex> indexes) {}

  TableReflection(
      List<ReflectedColumn> found, Rules rules, Relation relation, ReflectOptions options) {
    this.found = found;
    this.rules = rules;
    this.relation = relation;
    this.options = options;
  }

  Table into(MetaData metadata, @Nullable String schema, List<SchemaItem> items) {
    Table table = Table.of(relation.name(), metadata, settings(schema, items));
    Map<String, Column<?>> declared = new LinkedHashMap<>();
    for (SchemaItem item : items) {
      if (item instanceof Column<?> column) {
        declared.put(column.name(), column);
      }
    }
    Map<String, String> keys = addColumns(table, declared);
    for (SchemaItem item : items) {
      if (item instanceof Constraint || item instanceof Index) {
        table.append(item);
      }
    }
    addRules(table, keys);
    return table;
  }

  private SchemaItem[] settings(@Nullable String schema, List<SchemaItem> items) {
    List<SchemaItem> settings = new ArrayList<>();
    settings.add(Schema.extendExisting());
    if (schema != null) {
      settings.add(Schema.inSchema(schema));
    }
    if (relation.comment() != null) {
      settings.add(Schema.comment(relation.comment()));
    }
    relation.options().forEach((name, value) -> settings.add(option(name, value)));
    items.stream().filter(TableOption.class::isInstance).forEach(settings::add);
    return settings.toArray(SchemaItem[]::new);
  }

  /** The name of an option of a catalogue begins with that of the dialect. */
  private static DialectOption option(String name, String value) {
    int colon = name.indexOf(':');
    return new DialectOption(name.substring(0, colon), name.substring(colon + 1), value);
  }

  /** Adds the columns; gives the key of each by its name. */
  private Map<String, String> addColumns(Table table, Map<String, Column<?>> declared) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (ReflectedColumn column : found) {
      Column<?> stated = declared.remove(column.name());
      Column<?> present = byName(table, column.name());
      if (stated != null) {
        add(table, keys, stated, present);
      } else if (present != null && !options.adds(Extra.REPLACED_COLUMNS)) {
        keys.put(present.name(), present.key());
      } else if (options.wantedColumns().test(column.name())) {
        Column<?> heard = table.events().reflect(table, column(column));
        if (heard != null) {
          add(table, keys, heard, present);
        }
      }
    }
    declared.values().forEach(column -> add(table, keys, column, byName(table, column.name())));
    return keys;
  }

  private static void add(
      Table table, Map<String, String> keys, Column<?> column, @Nullable Column<?> present) {
    if (present == null) {
      table.append(column);
    } else {
      table.replace(column);
    }
    keys.put(column.name(), column.key());
  }

  private static @Nullable Column<?> byName(Table table, String name) {
    for (Column<?> column : table.columns()) {
      if (column.name().equals(name)) {
        return column;
      }
    }
    return null;
  }

  private Column<?> column(ReflectedColumn column) {
    return column(column, column.type());
  }

  private <T> Column<T> column(ReflectedColumn from, SqlType<T> type) {
    Column<T> column = Schema.column(from.name(), type);
    boolean inKey = rules.primaryKey().columns().contains(from.name());
    if (inKey) {
      column = column.primaryKey();
    } else if (!from.nullable()) {
      column = column.notNull();
    }
    if (from.filled() != null) {
      column = column.serverDefault(from.filled());
    }
    if (from.comment() != null) {
      column = column.comment(from.comment());
    }
    return inKey ? column.autoincrement(counting(from, type)) : column;
  }

  /** What makes a new table generate just what the old one does. */
  private Autoincrement counting(ReflectedColumn from, SqlType<?> type) {
    boolean only = rules.primaryKey().columns().size() == 1;
    if (from.generatesKeys()) {
      return only && !isReference(from) ? Autoincrement.AUTO : Autoincrement.ALWAYS;
    }
    boolean would = only && type instanceof IntegerType<?> && from.filled() == null;
    return would ? Autoincrement.NEVER : Autoincrement.AUTO;
  }

  private boolean isReference(ReflectedColumn column) {
    return rules.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
  }

  private void addRules(Table table, Map<String, String> keys) {
    ReflectedKey key = rules.primaryKey();
    if (!key.columns().isEmpty() && keys.keySet().containsAll(key.columns())) {
      PrimaryKey primary = PrimaryKey.of(keys(key.columns(), keys)).deferral(key.deferral());
      primary = key.name() == null ? primary : primary.namedExactly(key.name());
      table.append(key.comment() == null ? primary : primary.comment(key.comment()));
    }
    for (ReflectedKey unique : rules.uniques()) {
      if (keys.keySet().containsAll(unique.columns()) && isNew(table, unique.name())) {
        table.append(unique(unique, keys));
      }
    }
    for (ReflectedForeignKey foreign : rules.foreignKeys()) {
      if (keys.keySet().containsAll(foreign.columns())
          && isNew(table, foreign.name())
          && !isStated(table, foreign, keys)) {
        table.append(foreign(foreign, keys));
      }
    }
    for (ReflectedCheck check : rules.checks()) {
      if (isNew(table, check.name())) {
        CheckConstraint made = CheckConstraint.of(check.sql());
        made = check.name() == null ? made : made.namedExactly(check.name());
        table.append(check.comment() == null ? made : made.comment(check.comment()));
      }
    }
    for (ReflectedIndex index : rules.indexes()) {
      addIndex(table, index, keys);
    }
  }

  private static String[] keys(List<String> names, Map<String, String> keys) {
    return names.stream().map(keys::get).toArray(String[]::new);
  }

  /** A column that was declared with a foreign key of its own keeps that one. */
  private static boolean isStated(
      Table table, ReflectedForeignKey found, Map<String, String> keys) {
    List<String> columns = Arrays.asList(keys(found.columns(), keys));
    return table.foreignKeys().stream().anyMatch(key -> key.columnNames().equals(columns));
  }

  private static boolean isNew(Table table, @Nullable String name) {
    return name == null
        || table.constraints().stream().noneMatch(known -> name.equals(known.name()));
  }

  private static UniqueConstraint unique(ReflectedKey found, Map<String, String> keys) {
    UniqueConstraint unique =
        UniqueConstraint.of(keys(found.columns(), keys)).deferral(found.deferral());
    unique = found.name() == null ? unique : unique.namedExactly(found.name());
    return found.comment() == null ? unique : unique.comment(found.comment());
  }

  private static ForeignKey foreign(ReflectedForeignKey found, Map<String, String> keys) {
    ReflectedForeignKey.Target target = found.target();
    ForeignKey key = ForeignKey.of(
            List.of(keys(found.columns(), keys)), target.schema(), target.table(), target.columns())
        .linkToName()
        .deferral(found.deferral());
    ReflectedForeignKey.Rules actions = found.rules();
    key = actions.onDelete() == null ? key : key.onDelete(actions.onDelete());
    key = actions.onUpdate() == null ? key : key.onUpdate(actions.onUpdate());
    key = actions.match() == null ? key : key.match(actions.match());
    key = found.name() == null ? key : key.namedExactly(found.name());
    return found.comment() == null ? key : key.comment(found.comment());
  }

  private static void addIndex(Table table, ReflectedIndex found, Map<String, String> keys) {
    boolean known =
        table.indexes().stream().anyMatch(index -> Objects.equals(found.name(), nameOf(index)));
    boolean lacksColumns = found.parts().stream()
        .anyMatch(part -> part.column() != null && !keys.containsKey(part.column()));
    if (known || lacksColumns || found.constraint() != null) {
      return;
    }
    Index index = Index.on();
    for (ReflectedIndex.Part part : found.parts()) {
      index = with(index, part, keys);
    }
    index = index.namedExactly(found.name());
    index = found.unique() ? index.unique() : index;
    index = found.where() == null ? index : index.where(found.where());
    for (Map.Entry<String, String> option : found.options().entrySet()) {
      index = index.with(option(option.getKey(), option.getValue()));
    }
    table.append(index);
  }

  private static @Nullable String nameOf(Index index) {
    boolean unnamed = index.parts().stream().anyMatch(part -> part.expression() != null);
    return unnamed && !index.isNamed() ? null : index.name();
  }

  private static Index with(Index index, ReflectedIndex.Part part, Map<String, String> keys) {
    if (part.column() == null) {
      return index.onExpression(String.valueOf(part.expression()));
    }
    String key = Objects.requireNonNull(keys.get(part.column()));
    return part.descending() ? index.onDescending(key) : index.onAscending(key);
  }

  @Override
  public String toString() {
    return relation.name() + found.stream().map(ReflectedColumn::name).collect(Collectors.toList());
  }
}
