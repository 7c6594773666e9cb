package io.aludel.orm.mapping;

import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.mapping.internal.declared.ColumnReference;
import io.aludel.orm.mapping.internal.declared.MappedField;
import io.aludel.orm.mapping.internal.declared.Nullness;
import io.aludel.schema.Column;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The foreign keys that relationships declare by naming their columns. Columns that no attribute maps
 * become columns of the table without an attribute.
 */
final class ReferenceColumns {
  private final Registry registry;
  private final Map<String, MappedField> mapped = new LinkedHashMap<>();
  private final Map<String, Column<?>> hidden = new LinkedHashMap<>();
  private final List<SchemaItem> constraints = new ArrayList<>();
  private final Set<List<String>> known = new HashSet<>();

  ReferenceColumns(
      Registry registry, Map<MappedField, Column<?>> columns, List<SchemaItem> tableItems) {
    this.registry = registry;
    columns.forEach((field, column) -> mapped.put(column.name(), field));
    for (SchemaItem item : tableItems) {
      if (item instanceof io.aludel.schema.ForeignKey key) {
        known.add(key.columnNames());
      }
    }
  }

  void declare(RelationshipDraft draft) {
    List<ColumnReference> references = draft.joinColumns();
    if (references.isEmpty()) {
      return;
    }
    boolean nullable = Nullness.isNullable(draft.field().field());
    for (ColumnReference reference : references) {
      if (!mapped.containsKey(reference.name())) {
        Column<?> column = Schema.column(reference.name());
        hidden.putIfAbsent(reference.name(), nullable ? column.nullable() : column.notNull());
      }
    }
    List<String> names = ColumnReference.names(references);
    if (!refersAlready(names) && known.add(names)) {
      constraints.add(foreignKey(draft, names));
      if (references.stream().anyMatch(ColumnReference::unique)) {
        constraints.add(UniqueConstraint.of(names.toArray(String[]::new)));
      }
    }
  }

  private boolean refersAlready(List<String> names) {
    for (String name : names) {
      MappedField field = mapped.get(name);
      if (field == null || !field.field().isAnnotationPresent(ForeignKey.class)) {
        return false;
      }
    }
    return true;
  }

  private SchemaItem foreignKey(RelationshipDraft draft, List<String> names) {
    io.aludel.schema.ForeignKey key = io.aludel.schema.ForeignKey.resolvedBy(
        names, draft.target().getSimpleName(), () -> targets(draft));
    for (ColumnReference reference : draft.joinColumns()) {
      if (!reference.onDelete().isEmpty()) {
        key = key.onDelete(ReferentialAction.of(reference.onDelete()));
      }
    }
    return key;
  }

  private @Nullable List<Column<?>> targets(RelationshipDraft draft) {
    Mapper<?> target = registry.findMapper(draft.target());
    return target == null
        ? null
        : ReferredColumns.of(target, draft.joinColumns(), draft.field().describe());
  }

  /** The columns without an attribute. */
  List<Column<?>> hidden() {
    return List.copyOf(hidden.values());
  }

  /** What the table needs beside the columns of its attributes. */
  List<SchemaItem> items() {
    List<SchemaItem> items = new ArrayList<>(hidden.values());
    items.addAll(constraints);
    return items;
  }
}
