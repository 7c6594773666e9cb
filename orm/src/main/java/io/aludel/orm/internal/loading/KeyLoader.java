package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.engine.Compilation;
import io.aludel.engine.Engine;
import io.aludel.engine.RowCursor;
import io.aludel.engine.StatementRunner;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.statement.CompiledShapes;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.EntityTables;
import io.aludel.orm.mapping.internal.MappedSource;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.SelectNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads single rows by key: whole objects that the session lacks, and attributes that expired. Compiles
 * each set of columns of an entity once.
 */
final class KeyLoader {
  private static final int MOST_SHAPES = 10_000;

  private final Engine engine;
  private final CompileOptions options;
  private final CompiledShapes<Shape, KeySelect> selects = new CompiledShapes<>(MOST_SHAPES);

  /** Those that read whole objects by keys without nulls, which is what nearly all do. */
  private final Map<EntityLayout, KeySelect> wholes = new ConcurrentHashMap<>();

  /**
   * What a SELECT by key is found by: the entity, the attributes read, the key parts that are null, and what
   * shapes its compilation.
   */
  private record Shape(
      EntityLayout layout, BitSet attributes, BitSet nullParts, CompileOptions options) {
    /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shape that
          && layout.equals(that.layout)
          && attributes.equals(that.attributes)
          && nullParts.equals(that.nullParts)
          && options.equals(that.options);
    }

    @Override
    public int hashCode() {
      int read = 31 * (31 * layout.hashCode() + attributes.hashCode()) + nullParts.hashCode();
      return 31 * read + options.hashCode();
    }
  }

  /** A compiled SELECT by key. */
  private record KeySelect(Compilation compilation, EntityPlan plan) {}

  KeyLoader(Engine engine, CompileOptions options) {
    this.engine = engine;
    this.options = options;
  }

  /** The object of a key, in place of none or filling one that is there; null if there is no row. */
  @Nullable ManagedEntity load(EntityLayout layout, Object key, LoadTarget target, boolean overwrite) {
    @Nullable Object[] parts = layout.keyParts(key);
    @Nullable Object[] present = present(parts);
    StatementRunner runner = target.runner();
    CompileOptions shape = runner.shaping(options);
    KeySelect select = present == parts && shape == options
        ? whole(layout, parts)
        : select(layout, layout.selected(), parts, shape);
    try (RowCursor cursor = runner.query(select.compilation().statement(), present)) {
      if (!cursor.next()) {
        return null;
      }
      try {
        return new Hydrator(select.plan(), target, overwrite).read(cursor.jdbc());
      } catch (SQLException failure) {
        throw cursor.unreadable(0, failure);
      }
    }
  }

  /**
   * Reads attributes of a stored object again that have no value.
   *
   * @return false if the row is gone
   */
  boolean fill(EntityState state, ManagedEntity entity, int[] attributes, LoadTarget target) {
    @Nullable Object[] parts = state.layout().keyParts(state.identityKey());
    StatementRunner runner = target.runner();
    CompileOptions shape = runner.shaping(options);
    KeySelect select = select(state.layout(), attributes, parts, shape);
    try (RowCursor cursor = runner.query(select.compilation().statement(), present(parts))) {
      if (!cursor.next()) {
        return false;
      }
      try {
        Hydrator.fill(select.plan(), cursor.jdbc(), state, entity);
      } catch (SQLException failure) {
        throw cursor.unreadable(0, failure);
      }
      return true;
    }
  }

  private KeySelect whole(EntityLayout layout, @Nullable Object[] parts) {
    KeySelect known = wholes.get(layout);
    return known == null
        ? wholes.computeIfAbsent(layout, each -> select(each, each.selected(), parts, options))
        : known;
  }

  private KeySelect select(
      EntityLayout layout, int[] attributes, @Nullable Object[] parts, CompileOptions shaped) {
    BitSet read = new BitSet();
    for (int index : attributes) {
      read.set(index);
    }
    BitSet nulls = new BitSet();
    for (int part = 0; part < parts.length; part++) {
      nulls.set(part, parts[part] == null);
    }
    Shape shape = new Shape(layout, read, nulls, shaped);
    return shaped == options
        ? selects.own(shape, this::compile)
        : selects.other(shape, this::compile);
  }

  private KeySelect compile(Shape shape) {
    EntityLayout layout = shape.layout();
    int[] attributes = shape.attributes().stream().toArray();
    MappedSource source = MappedSource.of(layout.mapper());
    List<Table> tables = source == null ? tablesOf(layout, attributes) : List.of();
    List<Node> columns = new ArrayList<>();
    for (int index : attributes) {
      columns.add(column(layout, layout.requireColumn(index), tables));
    }
    List<Node> keys = new ArrayList<>();
    List<@Nullable Node> values = new ArrayList<>();
    for (int part = 0; part < layout.key().length; part++) {
      keys.add(column(layout, layout.requireColumn(layout.key()[part]), tables));
      values.add(shape.nullParts().get(part) ? null : BindNode.of(null, null));
    }
    FromNode from = source == null ? EntityTables.join(layout.mapper(), tables) : source.from();
    SelectNode select = SelectNode.of(columns)
        .withFrom(new FromClauseParts(List.of(from), List.of(), FromClauseParts.NONE.correlation()))
        .withWhere(KeyCriteria.each(keys, values));
    Compilation compilation = engine.compile(select, shape.options());
    return new KeySelect(compilation, EntityPlan.of(layout, compilation.statement(), attributes));
  }

  /** The tables that hold some attributes, and no more of them than that takes. */
  private static List<Table> tablesOf(EntityLayout layout, int[] attributes) {
    List<Table> all = layout.mapper().tables();
    Set<Table> needed = new HashSet<>();
    for (int index : attributes) {
      if (layout.requireColumn(index).isComputed()) {
        return all; // its SQL may name any of them
      }
      if (!layout.isKey(index)) {
        needed.add(layout.requireColumn(index).column().table());
      }
    }
    return needed.isEmpty()
        ? all.subList(0, 1)
        : all.stream().filter(needed::contains).toList();
  }

  /** What stands for an attribute: a column of one of some tables, or what the entity itself makes of it. */
  private static Node column(EntityLayout layout, ColumnProperty<?> property, List<Table> tables) {
    if (property.isComputed() || layout.mapper().source() != null) {
      return new ColumnOfSource(EntitySource.itself(layout.mapper().type()), property.column());
    }
    for (Table table : tables) {
      Column<?> column = property.columnIn(table);
      if (column != null) {
        return column;
      }
    }
    throw new IllegalStateException(property + " is in none of " + tables);
  }

  private static @Nullable Object[] present(@Nullable Object[] parts) {
    int count = 0;
    for (Object part : parts) {
      count += part == null ? 0 : 1;
    }
    if (count == parts.length) {
      return parts;
    }
    @Nullable Object[] present = new Object[count];
    int next = 0;
    for (Object part : parts) {
      if (part != null) {
        present[next++] = part;
      }
    }
    return present;
  }
}
