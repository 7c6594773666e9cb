package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.event.internal.Listeners;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.RowRules;
import io.aludel.orm.mapping.internal.ConcreteRows;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What flushes need to know of one mapper, worked out when it is first flushed: its tables, and who has a
 * say in what its rows get. Immutable, shared by all sessions of a factory.
 */
final class EntityModel {
  private final EntityLayout layout;
  private final Mapper<?> family;
  private final List<TableModel> tables;
  private final List<DependencyProcessor> processors;
  private final int[] uniqueIndexes;
  private final int version;
  private final int[] finding;
  private final @Nullable UnwrittenAttributes unwritten;
  private final Listeners<?> listeners;

  EntityModel(EntityLayout layout) {
    this.layout = layout;
    this.family = layout.mapper().root();
    List<TableModel> inOrder = new ArrayList<>();
    for (Table table : layout.mapper().writtenTables()) {
      inOrder.add(new TableModel(layout, table));
    }
    this.tables = List.copyOf(inOrder);
    this.uniqueIndexes = tables.stream()
        .flatMap(table -> table.uniqueKeys().stream())
        .flatMapToInt(key -> Arrays.stream(key.indexes()))
        .distinct()
        .toArray();
    ColumnProperty<?> versioned = layout.mapper().rules().version();
    this.version = versioned == null ? -1 : versioned.index();
    this.finding = findingOf(layout, tables, version);
    this.unwritten = UnwrittenAttributes.of(layout);
    this.listeners = layout.listeners();
    List<DependencyProcessor> written = new ArrayList<>();
    for (RelationshipProperty property : layout.mapper().relationships()) {
      if (!property.isViewOnly()) {
        written.add(DependencyProcessor.of(property));
      }
    }
    this.processors = List.copyOf(written);
  }

  /** The attributes that find rows beside the key: the version, and keys of tables that are not the entity's. */
  private static int[] findingOf(EntityLayout layout, List<TableModel> tables, int version) {
    if (layout.mapper().source() == null) {
      return version < 0 ? new int[0] : new int[] {version};
    }
    return IntStream.concat(
            IntStream.of(version),
            tables.stream().flatMapToInt(table -> Arrays.stream(table.key())))
        .filter(index -> index >= 0 && !layout.isKey(index))
        .distinct()
        .toArray();
  }

  EntityLayout layout() {
    return layout;
  }

  /** The topmost mapper of the hierarchy: rows of one family are planned together. */
  Mapper<?> family() {
    return family;
  }

  /** The tables of a row, the topmost first. */
  List<TableModel> tables() {
    return tables;
  }

  /** Who hears of rows of this very class. */
  Listeners<?> listeners() {
    return listeners;
  }

  /** How rows are written. */
  RowRules rules() {
    return layout.mapper().rules();
  }

  /** The attribute that is the version, or -1. */
  int version() {
    return version;
  }

  /** The attributes that find rows beside the key; not to be changed. */
  int[] finding() {
    return finding;
  }

  /** The attributes that no table keeps, or null if there are none. */
  @Nullable UnwrittenAttributes unwritten() {
    return unwritten;
  }

  /** The attributes that are part of any unique key; not to be changed. */
  int[] uniqueIndexes() {
    return uniqueIndexes;
  }

  /** Those who have a say in what rows get, one for each relationship that is written. */
  List<DependencyProcessor> processors() {
    return processors;
  }

  /** The attribute that is kept in a column. */
  int indexOf(Column<?> column) {
    ColumnProperty<?> property = ConcreteRows.attribute(layout.mapper(), column);
    if (property == null) {
      throw new FlushException(
          OrmError.NOT_INHERITED,
          "Cannot flush a relationship of objects of " + layout.mapper().entityName()
              + ": the column " + column.table().name() + "." + column.name()
              + " is that of a class above with a table of its own, and "
              + layout.mapper().table().name() + " has none for it. Declare the relationship, or an"
              + " attribute for the column, in " + layout.mapper().entityName() + " too.");
    }
    return property.index();
  }

  @Override
  public String toString() {
    return layout.mapper().entityName();
  }
}
