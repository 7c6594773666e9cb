package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.flush.FlushRow.Intent;
import io.aludel.orm.internal.flush.InsertCollector.Nulls;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of entities past the unit of work: no cascades, no listeners of objects, no relationships, no
 * identity map (parity row ORM-SES-48). Each row is written through an object made for it alone, by the
 * statements that flushes use, so that defaults, versions and tables of a hierarchy come out the same.
 */
public final class BulkWork {
  private final FlushTarget target;
  private final FlushModel model;
  private final boolean rendersNulls;
  private final boolean givesBack;

  /** Works with these options. */
  public BulkWork(FlushTarget target, FlushModel model, boolean rendersNulls, boolean givesBack) {
    this.target = target;
    this.model = model;
    this.rendersNulls = rendersNulls;
    this.givesBack = givesBack;
  }

  // Rows of maps

  /** Inserts rows of values by attribute. */
  public void insert(
      EntityLayout layout, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    insert(layout, rows, new BitSet());
  }

  /**
   * Inserts rows of values, or SQL, by attribute.
   *
   * @param returned the attributes that come back as the database has them
   * @return the objects made for the rows, which are nobody's, in the same order
   */
  public List<ManagedEntity> insert(
      EntityLayout layout,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      BitSet returned) {
    MapRows maps = new MapRows(layout);
    List<FlushRow> scratch = new ArrayList<>(rows.size());
    List<ManagedEntity> made = new ArrayList<>(rows.size());
    for (Map<String, ? extends @Nullable Object> values : rows) {
      FlushRow row = scratch(layout, Intent.INSERT);
      maps.put(row, values);
      scratch.add(row);
      made.add(row.entity());
    }
    write(scratch, returned);
    return made;
  }

  /** Updates the rows whose keys are among the values. */
  public void update(
      EntityLayout layout, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    List<FlushRow> scratch = new ArrayList<>(rows.size());
    for (Map<String, ? extends @Nullable Object> values : rows) {
      FlushRow row = scratch(layout, Intent.UPDATE);
      row.state().identity(keyOf(layout, values, scratch.size()));
      values.forEach((name, value) -> {
        ColumnProperty<?> property = layout.mapper().property(name);
        int index = property.index();
        if (layout.isKey(index) || index == row.model().version()) {
          row.put(index, MapRows.fitted(property, value));
        } else {
          row.assign(index, MapRows.fitted(property, value));
        }
      });
      scratch.add(row);
    }
    write(scratch, new BitSet());
  }

  /** The identity that some values say; they must name the version too, if there is one. */
  public static Object keyOf(
      EntityLayout layout, Map<String, ? extends @Nullable Object> values, int position) {
    ColumnProperty<?> version = layout.mapper().rules().version();
    if (version != null && values.get(version.name()) == null) {
      throw lacks(position, version, "the version that the row is known to have");
    }
    @Nullable Object[] parts = new Object[layout.key().length];
    for (int i = 0; i < parts.length; i++) {
      ColumnProperty<?> property = layout.requireColumn(layout.key()[i]);
      parts[i] = MapRows.fitted(property, values.get(property.name()));
      if (parts[i] == null) {
        throw lacks(position, property, "the whole key");
      }
    }
    return layout.keyOf(Objects.requireNonNull(parts));
  }

  /**
   * Refuses a statement that writes an entity which has no table of its own.
   *
   * @throws UnsupportedStatementException if it is mapped to a join, an alias or a query
   */
  public static void requireTable(Mapper<?> mapper) {
    if (mapper.source() == null) {
      return;
    }
    List<String> tables = mapper.writtenTables().stream().map(Table::name).toList();
    throw tables.isEmpty()
        ? new UnsupportedStatementException(
            OrmError.NO_TABLE,
            "Cannot write rows of " + mapper.entityName()
                + " by a statement: it is mapped to an alias or a query. Name a table, or a class that is"
                + " mapped to one.")
        : new UnsupportedStatementException(
            OrmError.SEVERAL_TABLES,
            "Cannot write rows of " + mapper.entityName()
                + " by a statement: it is mapped to a join, of which objects are written to "
                + String.join(", ", tables)
                + ". Change objects and flush, or write a statement for a table, or a class that is mapped"
                + " to one.");
  }

  /**
   * Refuses to write an attribute that no column keeps.
   *
   * @throws UnsupportedStatementException if SQL works its value out
   */
  public static void requireKept(ColumnProperty<?> property) {
    if (property.isComputed()) {
      throw new UnsupportedStatementException(
          OrmError.COMPUTED_ATTRIBUTE,
          "Cannot write "
              + property
              + ": SQL works its value out, and no column keeps it. Write the"
              + " attributes it is worked out from.");
    }
  }

  private static FlushException lacks(int position, ColumnProperty<?> property, String needed) {
    return new FlushException(
        OrmError.INCOMPLETE_KEY,
        "Cannot update row "
            + position
            + " in bulk: it says nothing of "
            + property
            + ". Each row needs "
            + needed
            + ".");
  }

  // Objects

  /** Which attributes of stored objects are written. */
  public enum Extent {
    CHANGED,
    ALL
  }

  /** Inserts objects without a row, and updates those with one. */
  public void save(Collection<ManagedEntity> objects, Extent extent) {
    List<FlushRow> rows = new ArrayList<>(objects.size());
    Map<FlushRow, ManagedEntity> sources = new LinkedHashMap<>();
    for (ManagedEntity object : objects) {
      FlushRow row = copy(object, extent);
      rows.add(row);
      sources.put(row, object);
    }
    write(rows, new BitSet());
    if (givesBack) {
      sources.forEach(BulkWork::giveBack);
    }
  }

  private FlushRow copy(ManagedEntity object, Extent extent) {
    EntityLayout layout = target.layoutOf(object.getClass());
    EntityState source =
        object.$state() instanceof EntityState known ? known : EntityState.of(object, layout);
    return source.hasIdentity()
        ? copyStored(object, source, layout, extent)
        : copyNew(object, source, layout);
  }

  private FlushRow copyNew(ManagedEntity object, EntityState source, EntityLayout layout) {
    FlushRow row = scratch(layout, Intent.INSERT);
    for (int index : layout.columns()) {
      if (!source.isUnloaded(object, index)) {
        row.put(index, source.read(object, index));
      }
    }
    return row;
  }

  private FlushRow copyStored(
      ManagedEntity object, EntityState source, EntityLayout layout, Extent extent) {
    FlushRow row = scratch(layout, Intent.UPDATE);
    row.state().identity(source.identityKey());
    for (int index : layout.columns()) {
      boolean changed = source.isRecorded(index) && source.differs(object, index);
      if (changed && index == row.model().version()) {
        row.put(index, source.committed(index));
        row.assign(index, source.read(object, index));
      } else if (changed) {
        row.assign(index, source.read(object, index));
      } else if (!source.isUnloaded(object, index)) {
        boolean written =
            extent == Extent.ALL && !layout.isKey(index) && index != row.model().version();
        if (written) {
          row.assign(index, source.read(object, index));
        } else {
          row.put(index, source.read(object, index));
        }
      }
    }
    return row;
  }

  /** What was made for the row, and the identity it has now, go onto the object. */
  private static void giveBack(FlushRow row, ManagedEntity object) {
    EntityState state = (EntityState) Objects.requireNonNull(object.$state());
    for (int index : row.model().layout().columns()) {
      if (!row.isUnloaded(index)) {
        state.write(object, index, row.value(index));
        state.markLoaded(object, index);
      }
    }
    if (row.isInsert()) {
      @Nullable Object[] parts = new Object[row.model().layout().key().length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = row.value(row.model().layout().key()[i]);
      }
      state.identity(row.model().layout().keyOf(parts));
    }
    state.commitChanges(object);
  }

  // Writing

  private FlushRow scratch(EntityLayout layout, Intent intent) {
    requireTable(layout.mapper());
    Supplier<ManagedEntity> factory = layout.shape().factory();
    if (factory == null) {
      throw new FlushException(
          OrmError.WRONG_VALUE,
          "Cannot write rows of "
              + layout.mapper().entityName()
              + " in bulk: the class is abstract, so that no row is of it. Name the class of the rows.");
    }
    ManagedEntity entity = factory.get();
    return new FlushRow(EntityState.of(entity, layout), entity, model.of(layout), intent);
  }

  /** Runs of one entity and one kind of statement, in the order given. */
  private void write(List<FlushRow> rows, BitSet returned) {
    List<FlushRow> run = new ArrayList<>();
    for (FlushRow row : rows) {
      if (!run.isEmpty()
          && (run.get(0).model() != row.model() || run.get(0).intent() != row.intent())) {
        writeRun(run, returned);
        run = new ArrayList<>();
      }
      run.add(row);
    }
    if (!run.isEmpty()) {
      writeRun(run, returned);
    }
  }

  private void writeRun(List<FlushRow> run, BitSet returned) {
    EntityModel written = run.get(0).model();
    Mapper<?> family = written.family();
    FlushTarget there = target.at(family);
    SaveStep step = SaveStep.inBulk(
        there,
        model.statements(there),
        rendersNulls ? Nulls.FORCED : Nulls.OMITTED,
        new SaveStep.GivenBack(givesBack, returned));
    for (int level = 0; level < written.tables().size(); level++) {
      if (run.get(0).isInsert()) {
        step.insert(run, level);
      } else {
        step.update(run, level);
      }
    }
  }
}
