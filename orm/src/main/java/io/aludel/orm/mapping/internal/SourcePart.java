package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.schema.Column;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.SourceNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.construct.CteNode;
import io.aludel.sql.tree.statement.CompoundNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table, an alias or a query that rows of a mapped source come from. Its columns are those of a table: its
 * own, or one that stands for what the alias or the query shows, and that no database has.
 */
final class SourcePart {
  private final FromNode from;
  private final Table table;
  private final List<EntityRows.Shown> shown;
  private final List<@Nullable Column<?>> columns;
  private final List<Column<?>> key;

  private SourcePart(
      FromNode from,
      Table table,
      List<EntityRows.Shown> shown,
      List<@Nullable Column<?>> columns,
      List<Column<?>> key) {
    this.from = from;
    this.table = table;
    this.shown = shown;
    this.columns = columns;
    this.key = key;
  }

  /**
   * Reads what a part shows.
   *
   * @param name what the table that stands for it is called
   * @throws MappingException if it is nothing that a class can be mapped to
   */
  static SourcePart of(FromNode from, String name, String entity, CompileScope scope) {
    if (from instanceof Table table) {
      return new SourcePart(
          from,
          table,
          List.of(),
          new ArrayList<>(table.columns()),
          table.primaryKey().columns());
    }
    boolean plainAlias =
        from instanceof AliasNode alias && !alias.isLateral() && alias.sample() == null;
    List<EntityRows.Shown> shown =
        plainAlias || from instanceof CteNode ? shown(from, scope) : List.of();
    if (shown.isEmpty()) {
      throw MappingException.of(MappingMessage.NOT_A_SOURCE, entity, entity, described(from));
    }
    return new Reading(scope, shown).read(from, name);
  }

  /** Its columns as they are written: what an attribute of an alias stands for, each compilation decides anew. */
  private static List<EntityRows.Shown> shown(FromNode from, CompileScope scope) {
    Element source = from;
    while (source instanceof AliasNode alias) {
      source = alias.source();
    }
    List<EntityRows.Shown> all = new ArrayList<>();
    items(source).forEach(item -> addShown(item, scope, all));
    List<String> renamed = from instanceof CteNode cte ? cte.traits().columns() : List.of();
    for (int i = 0; i < renamed.size() && i < all.size(); i++) {
      all.set(i, new EntityRows.Shown(all.get(i).item(), renamed.get(i)));
    }
    return all;
  }

  private static List<? extends Node> items(Element source) {
    if (source instanceof TableNode table) {
      return table.columnNodes();
    }
    if (source instanceof SourceNode other) {
      return other.items();
    }
    return source instanceof StatementNode statement ? statement.items() : List.of();
  }

  private static void addShown(Node item, CompileScope scope, List<EntityRows.Shown> all) {
    if (scope.resolved(item) instanceof ProjectionNode several) {
      several.items().forEach(each -> addShown(each, scope, all));
    } else {
      all.add(new EntityRows.Shown(item, EntityRows.name(scope.resolved(item))));
    }
  }

  private static String described(FromNode from) {
    if (from instanceof AliasNode alias) {
      return "the alias " + (alias.name() == null ? "(without a name)" : alias.name());
    }
    return from.toString();
  }

  /** The name of a part, or null if it has none of its own. */
  static @Nullable String name(FromNode from) {
    if (from instanceof Table table) {
      return table.name();
    }
    if (from instanceof AliasNode alias) {
      return alias.name();
    }
    return from instanceof CteNode cte ? cte.name() : null;
  }

  /** The columns of a part that is no table, as they are found. */
  private static final class Reading {
    private final CompileScope scope;
    private final List<EntityRows.Shown> shown;
    private final List<SchemaItem> items = new ArrayList<>();
    private final List<@Nullable String> names = new ArrayList<>();
    private final Map<Column<?>, String> origins = new LinkedHashMap<>();

    Reading(CompileScope scope, List<EntityRows.Shown> shown) {
      this.scope = scope;
      this.shown = shown;
    }

    SourcePart read(FromNode from, String name) {
      for (EntityRows.Shown each : shown) {
        String own = each.name() == null ? null : unused(each.name());
        names.add(own);
        if (own != null) {
          items.add(Schema.column(own, scope.resolved(each.item()).type(scope)));
          Column<?> origin = EntityRows.origin(each.item(), scope);
          if (origin != null) {
            origins.putIfAbsent(origin, own);
          }
        }
      }
      addForeignKeys();
      Table table = Table.of(name, new MetaData(), items.toArray(SchemaItem[]::new));
      List<@Nullable Column<?>> columns = new ArrayList<>();
      names.forEach(each -> columns.add(each == null ? null : table.c(each)));
      return new SourcePart(from, table, shown, columns, key(from, table));
    }

    private String unused(String wanted) {
      String name = wanted;
      for (int i = 1; names.contains(name); i++) {
        name = wanted + "_" + i;
      }
      return name;
    }

    /** Whoever looks for a way to other entities finds those of the columns that are shown. */
    private void addForeignKeys() {
      origins.keySet().stream().map(Column::table).distinct().forEach(table -> {
        for (ForeignKey key : table.foreignKeys()) {
          if (origins.keySet().containsAll(key.columns())) {
            items.add(ForeignKey.resolvedBy(
                key.columns().stream().map(origins::get).toList(),
                table.name(),
                () -> key.isResolvable() ? key.referredColumns() : null));
          }
        }
      });
    }

    /**
     * The keys that are shown whole, without parts that refer to others. The first query of a union says
     * nothing of the rest.
     */
    private List<Column<?>> key(FromNode from, Table table) {
      if (isCompound(from)) {
        return List.of();
      }
      List<Column<?>> parts = new ArrayList<>();
      origins.keySet().stream().map(Column::table).distinct().forEach(each -> {
        List<Column<?>> whole = each.primaryKey().columns();
        if (origins.keySet().containsAll(whole)) {
          parts.addAll(whole);
        }
      });
      List<Column<?>> key = new ArrayList<>();
      origins.forEach((origin, name) -> {
        if (parts.contains(origin) && parts.stream().noneMatch(other -> refers(origin, other))) {
          key.add(table.c(name));
        }
      });
      return key;
    }

    private static boolean isCompound(FromNode from) {
      Element source = from instanceof AliasNode alias ? alias.source() : from;
      return source instanceof CompoundNode
          || (source instanceof CteNode cte && cte.statement() instanceof CompoundNode);
    }

    private static boolean refers(Column<?> column, Column<?> other) {
      return column.table().foreignKeys().stream()
          .anyMatch(key -> key.columns().equals(List.of(column))
              && key.isResolvable()
              && key.referredColumns().equals(List.of(other))
              && column != other);
    }
  }

  FromNode from() {
    return from;
  }

  /** The table itself, or the one that stands for the part. */
  Table table() {
    return table;
  }

  boolean isTable() {
    return from == table;
  }

  /** The columns that tell its rows apart; none if that is not known. */
  List<Column<?>> key() {
    return key;
  }

  /** The same rows once more, as another occurrence. */
  AliasNode again(@Nullable String name) {
    Element source = from instanceof AliasNode alias ? alias.source() : from;
    return new AliasNode(source, name);
  }

  /** A column of the part as an occurrence of it shows it. */
  Node column(FromNode occurrence, Column<?> column) {
    if (isTable()) {
      return occurrence == from ? column : new DerivedColumnNode(occurrence, column.name(), column);
    }
    EntityRows.Shown one = shown.get(columns.indexOf(column));
    return new DerivedColumnNode(occurrence, String.valueOf(one.name()), one.item());
  }

  /**
   * The column of the part that an expression is, or null if it is none. A column of another alias of the
   * same rows is none: it means other rows.
   *
   * @param occurrence the part as it was named, or as an alias of the class has it
   */
  @Nullable Column<?> find(FromNode occurrence, Node expression, CompileScope scope) {
    if (expression instanceof Column<?> column) {
      return occurrence == from && column.table() == table ? column : null;
    }
    if (!(expression instanceof DerivedColumnNode derived) || derived.owner() != occurrence) {
      return null;
    }
    if (isTable()) {
      return derived.origin() instanceof Column<?> column && column.table() == table
          ? column
          : null;
    }
    int place = place(derived, scope);
    return place < 0 ? null : columns.get(place);
  }

  /** The very item first: two labels may stand for equal expressions. */
  private int place(DerivedColumnNode derived, CompileScope scope) {
    for (int i = 0; i < shown.size(); i++) {
      if (shown.get(i).item().equals(derived.origin())) {
        return i;
      }
    }
    Node wanted = EntityRows.bare(derived.origin(), scope);
    for (int i = 0; i < shown.size(); i++) {
      if (EntityRows.bare(shown.get(i).item(), scope).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  /** The tables that its rows come from in the end. */
  void addOrigins(List<Table> tables) {
    if (isTable()) {
      tables.add(table);
      return;
    }
    Element source = from instanceof AliasNode alias ? alias.source() : from;
    if (source instanceof Table own) {
      tables.add(own);
    } else if (source instanceof StatementNode || source instanceof CteNode) {
      Traversal.find(source, Table.class).forEach(tables::add);
    }
  }
}
