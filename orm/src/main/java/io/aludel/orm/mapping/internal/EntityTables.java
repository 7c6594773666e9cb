package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what one occurrence of an entity stands for: its table, or a join of its tables. */
public final class EntityTables {
  private final Function<Table, FromNode> occurrence;
  private final Map<Table, FromNode> placed = new LinkedHashMap<>();
  private @Nullable FromNode from;

  private EntityTables(Function<Table, FromNode> occurrence) {
    this.occurrence = occurrence;
  }

  /** The tables of an entity, and outside them those that other classes of its hierarchy add. */
  static FromNode join(
      Mapper<?> mapper,
      List<Mapper<?>> more,
      JoinNode.Kind kind,
      Function<Table, FromNode> occurrence) {
    EntityTables tables = new EntityTables(occurrence);
    tables.add(mapper, JoinNode.Kind.INNER);
    more.forEach(each -> tables.add(each, kind));
    return Objects.requireNonNull(tables.from);
  }

  /** Some tables of an entity. */
  public static FromNode join(Mapper<?> mapper, List<Table> some) {
    EntityTables tables = new EntityTables(table -> table);
    tables.add(mapper, some, JoinNode.Kind.INNER);
    return Objects.requireNonNull(tables.from);
  }

  private void add(Mapper<?> mapper, JoinNode.Kind kind) {
    add(mapper, mapper.tables(), kind);
  }

  private void add(Mapper<?> mapper, List<Table> some, JoinNode.Kind kind) {
    Table above = null;
    for (Table table : some) {
      if (!placed.containsKey(table)) {
        FromNode here = occurrence.apply(table);
        placed.put(table, here);
        from = from == null || above == null
            ? here
            : new JoinNode(from, here, kind, sameKey(mapper, above, table));
      }
      above = table;
    }
  }

  private Node sameKey(Mapper<?> mapper, Table above, Table below) {
    List<Node> parts = new ArrayList<>();
    for (ColumnProperty<?> key : mapper.primaryKey()) {
      parts.add(new BinaryNode(
          BinaryNode.Operator.EQ, shown(key.columnIn(above)), shown(key.columnIn(below))));
    }
    return parts.size() == 1
        ? parts.get(0)
        : new ConjunctionNode(ConjunctionNode.Kind.AND, List.copyOf(parts));
  }

  private Node shown(@Nullable Column<?> column) {
    Column<?> known = Objects.requireNonNull(column);
    return column(Objects.requireNonNull(placed.get(known.table())), known);
  }

  /** A column as something that stands for its table, or joins it, shows it. */
  static Node column(FromNode from, Column<?> column) {
    FromNode owner = find(from, column.table());
    return owner instanceof AliasNode
        ? new DerivedColumnNode(owner, column.name(), column)
        : column;
  }

  private static @Nullable FromNode find(FromNode from, Table table) {
    if (from instanceof JoinNode join) {
      FromNode left = find(join.left(), table);
      return left == null ? find(join.right(), table) : left;
    }
    boolean stands = from == table || (from instanceof AliasNode alias && alias.source() == table);
    return stands ? from : null;
  }
}
