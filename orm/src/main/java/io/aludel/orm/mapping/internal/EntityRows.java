package io.aludel.orm.mapping.internal;

import io.aludel.InvalidRequestException;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.property.ComputedColumns;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.SourceNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.construct.CteNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, a common table expression or an alias that an entity is read from, in place of its
 * own tables: which of their columns shows which column of the entity.
 *
 * @param from where the rows come from
 * @param byName whether a column of the same name will do where none shows the entity's own
 */
public record EntityRows(FromNode from, boolean byName) {
  /** A column of the rows, and what it shows. */
  record Shown(Node item, @Nullable String name) {}

  /** The tables of all columns that are shown, those of other entities among them. */
  public List<Table> tables(CompileScope scope) {
    List<Table> tables = new ArrayList<>();
    for (Shown shown : shown(from, scope)) {
      Column<?> column = origin(shown.item(), scope);
      if (column != null && !tables.contains(column.table())) {
        tables.add(column.table());
      }
    }
    return tables;
  }

  /** The same rows as another occurrence in a statement. */
  EntityRows again() {
    return new EntityRows(
        new AliasNode(from instanceof AliasNode alias ? alias.source() : (SourceNode) from, null),
        byName);
  }

  /** What stands for a column of an entity, or null if the rows do not show it. */
  @Nullable Node find(Mapper<?> mapper, Column<?> column, CompileScope scope) {
    ColumnProperty<?> property = mapper.findProperty(column);
    List<Column<?>> same = new ArrayList<>(List.of(column));
    if (property != null) {
      same.addAll(property.columns());
    }
    List<Shown> all = shown(from, scope);
    for (Column<?> each : same) {
      for (Shown shown : all) {
        if (bare(shown.item(), scope) == each) {
          return column(shown, each);
        }
      }
    }
    for (Column<?> each : same) {
      for (Shown shown : all) {
        if (isBehind(each, shown.item(), scope)) {
          return column(shown, each);
        }
      }
    }
    return byName ? named(column, all, scope) : null;
  }

  /** What stands for a column of an entity. */
  Node require(EntitySource owner, Mapper<?> mapper, Column<?> column, CompileScope scope) {
    Node found = find(owner, mapper, column, scope);
    if (found == null) {
      ColumnProperty<?> property = mapper.findProperty(column);
      String what =
          mapper.entityName() + "." + (property == null ? column.name() : property.name());
      throw new InvalidRequestException(
          MappingMessage.COLUMN_NOT_SHOWN,
          MappingMessage.COLUMN_NOT_SHOWN.text(
              what, owner, names(scope), column.table().name() + "." + column.name()));
    }
    return found;
  }

  /** Whether all that an attribute is made of is among the rows. */
  boolean shows(
      EntitySource owner, Mapper<?> mapper, ColumnProperty<?> property, CompileScope scope) {
    Node computed = ComputedColumns.find(scope, owner, property.column());
    if (computed == null) {
      return find(owner, mapper, property.column(), scope) != null;
    }
    boolean[] complete = {true};
    Traversal.forEach(computed, element -> complete[0] &= isShown(element, owner, mapper, scope));
    return complete[0];
  }

  /** Where tables are read one after the other, an attribute is known by the first column that shows it. */
  private @Nullable Node find(
      EntitySource owner, Mapper<?> mapper, Column<?> column, CompileScope scope) {
    ConcreteRows concrete = owner.concrete(mapper.registry().mapper(owner.type()));
    if (concrete == null) {
      Node found = findMapped(mapper, column, scope);
      return found == null ? find(mapper, column, scope) : found;
    }
    for (Shown shown : shown(from, scope)) {
      if (concrete.isShownBy(bare(shown.item(), scope), column)) {
        return column(shown, column);
      }
    }
    return find(mapper, concrete.first(column), scope);
  }

  /** An attribute of a class that is mapped to a query is known by the column of that query. */
  private @Nullable Node findMapped(Mapper<?> mapper, Column<?> column, CompileScope scope) {
    MappedSource source = MappedSource.of(mapper);
    if (source == null) {
      return null;
    }
    ColumnProperty<?> property = mapper.findProperty(column);
    List<Shown> all = shown(from, scope);
    for (FromNode occurrence : occurrences(source, scope)) {
      for (Shown shown : all) {
        Column<?> found = source.find(occurrence, bare(shown.item(), scope), scope);
        if (found != null
            && (found == column || (property != null && property.columns().contains(found)))) {
          return column(shown, column);
        }
      }
    }
    return null;
  }

  /** A source as it was named, and as the aliases of its class have it that are selected from. */
  private List<FromNode> occurrences(MappedSource source, CompileScope scope) {
    List<FromNode> all = new ArrayList<>(List.of(source.from()));
    for (Node item : items(origin(from, scope))) {
      for (ReferenceNode reference : Traversal.find(item, ReferenceNode.class)) {
        if (reference.home() instanceof EntitySource entity
            && entity.rows() == null
            && MappedSource.of(MapperLookup.in(scope, entity.type())) == source) {
          FromNode occurrence = scope.resolve(entity);
          if (!all.contains(occurrence)) {
            all.add(occurrence);
          }
        }
      }
    }
    return all;
  }

  private boolean isShown(
      Element element, EntitySource owner, Mapper<?> mapper, CompileScope scope) {
    if (element instanceof AttributeNode attribute && attribute.owner() == owner) {
      return shows(owner, mapper, mapper.property(attribute.name()), scope);
    }
    return !(element instanceof ColumnOfSource column)
        || column.owner() != owner
        || find(owner, mapper, column.column(), scope) != null;
  }

  private Node column(Shown shown, Column<?> meant) {
    return new DerivedColumnNode(
        from, shown.name() == null ? meant.name() : shown.name(), shown.item());
  }

  /** A value that has only the name of a column is read as the column would be. */
  private @Nullable Node named(Column<?> column, List<Shown> all, CompileScope scope) {
    for (Shown shown : all) {
      if (column.name().equals(shown.name())) {
        Node found = column(shown, column);
        boolean same = shown.item().type(scope).equals(column.type());
        return same ? found : new CastNode(found, column.type(), true);
      }
    }
    return null;
  }

  private List<String> names(CompileScope scope) {
    return shown(from, scope).stream()
        .map(shown -> shown.name() == null ? "(unnamed)" : shown.name())
        .toList();
  }

  private static List<Shown> shown(FromNode from, CompileScope scope) {
    FromNode source = origin(from, scope);
    List<Node> items = new ArrayList<>();
    items(source).forEach(item -> ProjectionNode.expand(item, scope, items::add));
    List<String> renamed = source instanceof CteNode cte ? cte.traits().columns() : List.of();
    List<Shown> all = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      all.add(new Shown(items.get(i), i < renamed.size() ? renamed.get(i) : name(items.get(i))));
    }
    return all;
  }

  /** What stands behind aliases; the last of them for a query. */
  private static FromNode origin(FromNode from, CompileScope scope) {
    FromNode source = scope.resolved(from);
    return source instanceof AliasNode alias && alias.source() instanceof FromNode inner
        ? origin(inner, scope)
        : source;
  }

  /** The entries of a select list as they are written. */
  private static List<? extends Node> items(FromNode source) {
    if (source instanceof AliasNode alias) {
      return ((StatementNode) alias.source()).items();
    }
    if (source instanceof TableNode table) {
      return table.columnNodes();
    }
    return source instanceof SourceNode other ? other.items() : List.of();
  }

  static @Nullable String name(Node item) {
    if (item instanceof LabelNode label) {
      return label.name();
    }
    return item instanceof ColumnNode column ? column.name() : null;
  }

  /** Whether an item shows a column through aliases and subqueries of its own. */
  private static boolean isBehind(Column<?> column, Node item, CompileScope scope) {
    return origin(item, scope) == column;
  }

  /** The column of a table that an item shows, through whatever aliases and subqueries; null if none. */
  static @Nullable Column<?> origin(Node item, CompileScope scope) {
    Node current = bare(item, scope);
    while (current instanceof DerivedColumnNode derived) {
      current = bare(derived.origin(), scope);
    }
    return current instanceof Column<?> column ? column : null;
  }

  static Node bare(Node item, CompileScope scope) {
    Node current = scope.resolved(item);
    return current instanceof LabelNode label ? bare(label.operand(), scope) : current;
  }
}
