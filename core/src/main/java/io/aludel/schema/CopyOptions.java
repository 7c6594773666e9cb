package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy of a table goes; see {@link Table#toMetaData(MetaData, CopyOptions)}. Immutable.
 *
 * @param name another name for the table, or null for the same
 * @param schema the schema of the copy, given the table; null for the default
 * @param referredSchema the schema that a foreign key of the copy points at, given the key
 */
public record CopyOptions(
    @Nullable String name,
    Function<Table, @Nullable String> schema,
    Function<ForeignKey, @Nullable String> referredSchema) {
  /** The same name; the same schema, but that of the other metadata if it was that of this one. */
  public static final CopyOptions SAME =
      new CopyOptions(null, TableCopy::sameSchema, TableCopy::sameReferredSchema);

  /** Creates the options. */
  public CopyOptions {
    ArgumentException.requireNonNull(schema, "the schema of a copy");
    ArgumentException.requireNonNull(referredSchema, "the schemas that a copy points at");
  }

  /**
   * The options with another name for the table.
   *
   * @param other the name
   * @return a copy
   */
  public CopyOptions named(String other) {
    return new CopyOptions(
        ArgumentException.requireText(other, "the name of a copy"), schema, referredSchema);
  }

  /**
   * Another schema for the table, and for the tables of the same schema that its foreign keys point at.
   *
   * @param name the schema, or null for the default
   * @return the options
   */
  public static CopyOptions inSchema(@Nullable String name) {
    return new CopyOptions(null, table -> name, key -> {
      String referred = TableCopy.sameReferredSchema(key);
      return java.util.Objects.equals(referred, key.table().schema()) ? name : referred;
    });
  }

  /**
   * The options with another way to tell which schemas foreign keys point at.
   *
   * @param other the schema for each foreign key, null for the default
   * @return a copy
   */
  public CopyOptions referring(Function<ForeignKey, @Nullable String> other) {
    return new CopyOptions(name, schema, other);
  }

  /** Copies a table into another metadata. */
  static final class TableCopy {
    private final Table original;
    private final MetaData target;
    private final CopyOptions place;

    TableCopy(Table original, MetaData target, CopyOptions place) {
      this.original = original;
      this.target = target;
      this.place = place;
    }

    static @Nullable String sameSchema(Table table) {
      return Objects.equals(table.schema(), table.metadata().schema()) ? null : table.schema();
    }

    static @Nullable String sameReferredSchema(ForeignKey key) {
      return key.targetSchema();
    }

    Table make() {
      String name = place.name() == null ? original.name() : place.name();
      String schema = place.schema().apply(original);
      List<SchemaItem> items = new ArrayList<>();
      items.add(new TableOption.OnDuplicate(TableOption.OnDuplicate.Rule.KEEP));
      if (schema != null) {
        items.add(new TableOption.InSchema(schema, original.schemaQuoting()));
      }
      addSettings(items);
      original.columns().forEach(column -> items.add(column.bare()));
      for (Constraint constraint : original.constraints()) {
        items.add(copy(constraint));
      }
      original.indexes().forEach(index -> items.add(index.boundTo(null)));
      Table copy = Table.of(name, target, items.toArray(SchemaItem[]::new));
      if (copy.info().isEmpty()) {
        copy.info().putAll(original.info());
      }
      return copy;
    }

    private void addSettings(List<SchemaItem> items) {
      TableSettings settings = original.settings();
      if (settings.comment() != null) {
        items.add(new TableOption.Comment(settings.comment()));
      }
      if (settings.quoting() != Quoting.AUTO) {
        items.add(new TableOption.Quoted(settings.quoting()));
      }
      if (!settings.returning()) {
        items.add(new TableOption.WithoutReturning());
      }
      items.add(new TableOption.Prefixes(settings.prefixes()));
      items.addAll(settings.options());
    }

    private Constraint copy(Constraint constraint) {
      if (constraint instanceof ForeignKey key) {
        String schema = place.referredSchema().apply(key);
        boolean toItself = key.isResolvable() && key.referredTable() == original;
        String table = toItself ? place.name() : null;
        return key.retargeted(end -> end.moved(schema, table)).boundTo(null);
      }
      return constraint.boundTo(null);
    }
  }
}
