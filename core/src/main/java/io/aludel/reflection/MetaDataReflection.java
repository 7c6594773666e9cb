package io.aludel.reflection;

import io.aludel.reflection.ReflectOptions.Extra;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds tables of the database to a metadata: those asked for, then those that they refer to. */
final class MetaDataReflection {
  private static final Logger LOG = LoggerFactory.getLogger("io.aludel.schema");

  private final Inspector inspector;
  private final MetaData metadata;
  private final ReflectOptions options;

  MetaDataReflection(Inspector inspector, MetaData metadata, ReflectOptions options) {
    this.inspector = inspector;
    this.metadata = metadata;
    this.options = options;
  }

  Table one(String name, List<SchemaItem> items) {
    Table table = make(inspector, TableFilter.ANY.names(name), name, items);
    addReferred(List.of(table));
    return table;
  }

  void many() {
    Set<String> names = new LinkedHashSet<>();
    for (Relation relation : inspector.relations()) {
      boolean kind = relation.kind() == Relation.Kind.TABLE || options.adds(Extra.VIEWS);
      boolean chosen = options.only().isEmpty()
          ? kind && !relation.temporary() && options.wanted().test(relation.name())
          : options.only().contains(relation.name());
      if (chosen && (existing(relation.name()) == null || options.adds(Extra.MISSING_PARTS))) {
        names.add(relation.name());
      }
    }
    addReferred(makeAll(inspector, names));
  }

  private List<Table> makeAll(Inspector within, Set<String> names) {
    List<Table> made = new ArrayList<>();
    for (String name : names) {
      try {
        made.add(make(within, TableFilter.ANY, name, List.of()));
      } catch (UnreflectableTableException broken) {
        LOG.warn("Left out: {}", broken.getMessage());
      }
    }
    return made;
  }

  private Table make(Inspector within, TableFilter filter, String name, List<SchemaItem> items) {
    List<ReflectedColumn> columns =
        Objects.requireNonNull(within.columns(filter).get(name));
    if (columns.isEmpty() && within.require(name).kind() == Relation.Kind.VIEW) {
      throw new UnreflectableTableException(within.schema(), name);
    }
    TableReflection reflection = new TableReflection(
        columns,
        new TableReflection.Rules(
            Objects.requireNonNull(within.primaryKeys(filter).get(name)),
            Objects.requireNonNull(within.uniqueConstraints(filter).get(name)),
            Objects.requireNonNull(within.foreignKeys(filter).get(name)),
            Objects.requireNonNull(within.checkConstraints(filter).get(name)),
            Objects.requireNonNull(within.indexes(filter).get(name))),
        within.require(name),
        options);
    return reflection.into(metadata, within.schema(), items);
  }

  private @Nullable Table existing(String name) {
    String schema = inspector.schema();
    return metadata.findTable(schema == null ? name : schema + "." + name);
  }

  /** Level by level, so that the number of queries depends on the depth of references only. */
  private void addReferred(List<Table> made) {
    List<Table> last = made;
    while (options.adds(Extra.REFERRED) && !last.isEmpty()) {
      List<Table> next = new ArrayList<>();
      for (Map.Entry<String, Set<String>> missing : missing(last).entrySet()) {
        String schema = missing.getKey().isEmpty() ? null : missing.getKey();
        Inspector within = inspector.in(schema);
        Set<String> there = new TreeSet<>(missing.getValue());
        there.retainAll(within.relations().stream().map(Relation::name).toList());
        next.addAll(makeAll(within, there));
      }
      last = next;
    }
  }

  private Map<String, Set<String>> missing(List<Table> tables) {
    Map<String, Set<String>> missing = new TreeMap<>();
    for (Table table : tables) {
      for (ForeignKey key : table.foreignKeys()) {
        ForeignKey.Reference target = key.reference();
        String schema = target.schema() == null ? metadata.schema() : target.schema();
        String found = schema == null ? target.table() : schema + "." + target.table();
        if (metadata.findTable(found) == null) {
          missing
              .computeIfAbsent(schema == null ? "" : schema, any -> new TreeSet<>())
              .add(target.table());
        }
      }
    }
    return missing;
  }
}
