package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.Mapper;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.FromReference;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class is read from whose mapping names it instead of a table: a join, an alias, a query under a
 * name (parity row ORM-MAP-40). The class itself stands for the very source that was named, so that columns
 * of it may be used beside attributes; each alias of the class for the same once more.
 */
public final class MappedSource implements FromReference {
  private final FromNode from;
  private final List<SourcePart> parts = new ArrayList<>();

  /**
   * Columns that are equal in every row that has them, the leftmost first. Where a left join found no row its
   * condition does not hold, so that it says nothing of columns on its left among themselves.
   */
  private final List<List<Column<?>>> equal = new ArrayList<>();

  private MappedSource(FromNode from) {
    this.from = from;
  }

  /**
   * Reads a source.
   *
   * @param name what the table that stands for a nameless query is called; further ones have a number too
   * @param entity the class as messages write it
   * @param scope resolves what queries mention
   */
  public static MappedSource of(FromNode from, String name, String entity, CompileScope scope) {
    MappedSource source = new MappedSource(from);
    source.addParts(name, entity, scope);
    source.addEqual(from, scope);
    return source;
  }

  /** The source of a mapper, or null for one that is read from tables of its own. */
  public static @Nullable MappedSource of(Mapper<?> mapper) {
    return (MappedSource) mapper.source();
  }

  private void addParts(String name, String entity, CompileScope scope) {
    List<FromNode> joined = new ArrayList<>();
    addJoined(from, joined);
    List<@Nullable String> names = new ArrayList<>();
    joined.forEach(each -> names.add(SourcePart.name(each)));
    for (int i = 0; i < joined.size(); i++) {
      String own = names.get(i);
      if (own == null) {
        own = unused(name, names);
        names.set(i, own);
      }
      parts.add(SourcePart.of(joined.get(i), own, entity, scope));
    }
  }

  private static void addJoined(FromNode node, List<FromNode> joined) {
    if (node instanceof JoinNode join) {
      addJoined(join.left(), joined);
      addJoined(join.right(), joined);
    } else {
      joined.add(node);
    }
  }

  private static String unused(String wanted, List<@Nullable String> names) {
    String name = wanted;
    for (int i = 1; names.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  // Columns that a join compares

  private void addEqual(FromNode node, CompileScope scope) {
    if (node instanceof JoinNode join) {
      addEqual(join.left(), scope);
      addEqual(join.right(), scope);
      if (join.kind() == JoinNode.Kind.INNER || join.kind() == JoinNode.Kind.LEFT) {
        List<Table> kept = join.kind() == JoinNode.Kind.LEFT ? tablesOf(join.left()) : List.of();
        if (join.on() == null) {
          addForeignKeys(join, kept);
        } else {
          addCompared(join.on(), kept, scope);
        }
      }
    }
  }

  private void addCompared(Node condition, List<Table> kept, CompileScope scope) {
    if (condition instanceof ConjunctionNode all && all.kind() == ConjunctionNode.Kind.AND) {
      all.members().forEach(each -> addCompared(each, kept, scope));
    } else if (condition instanceof BinaryNode binary
        && binary.operator() == BinaryNode.Operator.EQ) {
      Column<?> left = find(binary.left(), scope);
      Column<?> right = find(binary.right(), scope);
      if (left != null && right != null) {
        addEqual(left, right, kept);
      }
    }
  }

  /** A join without a condition goes by the one foreign key between its sides. */
  private void addForeignKeys(JoinNode join, List<Table> kept) {
    List<Table> left = tablesOf(join.left());
    List<Table> right = tablesOf(join.right());
    for (Table each : left) {
      right.forEach(other -> {
        addForeignKeys(each, other, kept);
        addForeignKeys(other, each, kept);
      });
    }
  }

  private void addForeignKeys(Table referring, Table referred, List<Table> kept) {
    referring.foreignKeys().stream()
        .filter(key -> key.isResolvable() && key.referredTable() == referred)
        .forEach(key -> {
          for (int i = 0; i < key.columns().size(); i++) {
            addEqual(key.columns().get(i), key.referredColumns().get(i), kept);
          }
        });
  }

  private List<Table> tablesOf(FromNode side) {
    List<Table> tables = new ArrayList<>();
    if (side instanceof JoinNode join) {
      tables.addAll(tablesOf(join.left()));
      tables.addAll(tablesOf(join.right()));
    } else {
      parts.stream().filter(part -> part.from() == side).forEach(part -> tables.add(part.table()));
    }
    return tables;
  }

  /**
   * Notes that two columns are equal.
   *
   * @param kept the tables whose rows are there although the condition does not hold
   */
  private void addEqual(Column<?> one, Column<?> other, List<Table> kept) {
    List<Column<?>> all = new ArrayList<>(equalTo(one));
    List<Column<?>> more = equalTo(other);
    if (isAnyOf(all, kept) && isAnyOf(more, kept)) {
      return;
    }
    more.stream().filter(each -> !all.contains(each)).forEach(all::add);
    equal.removeIf(each -> each.contains(one) || each.contains(other));
    List<Table> order = tables();
    all.sort((a, b) -> Integer.compare(order.indexOf(a.table()), order.indexOf(b.table())));
    equal.add(all);
  }

  private static boolean isAnyOf(List<Column<?>> columns, List<Table> tables) {
    return columns.stream().anyMatch(each -> tables.contains(each.table()));
  }

  /** A column, and those that the joins say are equal to it, the leftmost first. */
  public List<Column<?>> equalTo(Column<?> column) {
    return equal.stream().filter(each -> each.contains(column)).findFirst().orElse(List.of(column));
  }

  // What it is made of

  /** The tables of its columns, from left to right: those that are named, and one for each alias or query. */
  public List<Table> tables() {
    return parts.stream().map(SourcePart::table).toList();
  }

  /** The tables among its parts that can be written. */
  public List<Table> namedTables() {
    return parts.stream().filter(SourcePart::isTable).map(SourcePart::table).toList();
  }

  /** The tables that rows come from in the end, those within queries too. */
  public List<Table> origins() {
    List<Table> tables = new ArrayList<>();
    parts.forEach(part -> part.addOrigins(tables));
    return tables;
  }

  /** The columns that together tell rows apart, as far as that is known; of equal ones the leftmost. */
  public List<Column<?>> key() {
    List<Column<?>> key = new ArrayList<>();
    for (SourcePart part : parts) {
      for (Column<?> column : part.key()) {
        if (equalTo(column).stream().noneMatch(key::contains)) {
          key.add(column);
        }
      }
    }
    return key;
  }

  /** The column that an expression is, or null if it is none of this source as it was named. */
  public @Nullable Column<?> find(Node expression, CompileScope scope) {
    return find(from, expression, scope);
  }

  /** The column that an expression is, or null if it is none of this occurrence of the source. */
  @Nullable Column<?> find(FromNode occurrence, Node expression, CompileScope scope) {
    Node resolved = scope.resolved(expression);
    for (SourcePart part : parts) {
      Column<?> found = part.find(place(occurrence, part), resolved, scope);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  // Occurrences

  /** The source as it was named. */
  public FromNode from() {
    return from;
  }

  /** The same rows once more, each part under a name of its own. */
  FromNode again(@Nullable String name) {
    boolean single = parts.size() == 1;
    return new Rewriter(new Renaming(name == null || single ? name : name + "_")).from(from);
  }

  /** Exchanges the parts, and their columns in the conditions of joins. */
  private final class Renaming implements Rewriter.Replacement {
    private final List<FromNode> others = new ArrayList<>();

    Renaming(@Nullable String prefix) {
      boolean single = parts.size() == 1;
      for (SourcePart part : parts) {
        others.add(
            part.again(prefix == null || single ? prefix : prefix + part.table().name()));
      }
    }

    @Override
    public @Nullable Element of(Element element) {
      for (int i = 0; i < others.size(); i++) {
        SourcePart part = parts.get(i);
        if (element == part.from()) {
          return others.get(i);
        }
        if (part.isTable()
            && element instanceof Column<?> column
            && column.table() == part.table()) {
          return part.column(others.get(i), column);
        }
      }
      return null;
    }
  }

  /** A column as an occurrence of the source shows it. */
  Node column(FromNode occurrence, Column<?> column) {
    for (SourcePart part : parts) {
      if (part.table() == column.table()) {
        return part.column(place(occurrence, part), column);
      }
    }
    return column;
  }

  /** A part as an occurrence of the source has it. */
  private FromNode place(FromNode occurrence, SourcePart part) {
    FromNode here = occurrence == from ? part.from() : placeOf(from, occurrence, part);
    return here == null ? part.from() : here;
  }

  private static @Nullable FromNode placeOf(FromNode named, FromNode other, SourcePart part) {
    if (named instanceof JoinNode join && other instanceof JoinNode again) {
      FromNode left = placeOf(join.left(), again.left(), part);
      return left == null ? placeOf(join.right(), again.right(), part) : left;
    }
    return named == part.from() ? other : null;
  }

  @Override
  public FromNode resolve(CompileScope scope) {
    return from;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.add(MappedSource.class).element(from);
  }
}
