package io.aludel.orm.mapping.internal;

import io.aludel.InvalidRequestException;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Hierarchy;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.internal.property.ComputedColumns;
import io.aludel.schema.Column;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.construct.InlineNode;
import io.aludel.sql.tree.statement.CompoundNode;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Correlation;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an entity and of those that extend it with tables of their own, as one query: a SELECT for
 * each class, with NULL for what it does not have, and its name (parity row ORM-MAP-36).
 */
public final class ConcreteRows {
  private final Mapper<?> mapper;
  private final List<Mapper<?>> classes = new ArrayList<>();
  private final List<Shown> columns = new ArrayList<>();
  private final Map<Column<?>, Shown> byColumn = new HashMap<>();
  private final Shown discriminator;

  /** A column of the query, and the attribute of each class that it shows. */
  private static final class Shown {
    final String name;
    final Column<?> first;
    final Mapper<?> firstOwner;
    final Map<Mapper<?>, ColumnProperty<?>> attributes = new LinkedHashMap<>();

    Shown(String name, Column<?> first, Mapper<?> firstOwner) {
      this.name = name;
      this.first = first;
      this.firstOwner = firstOwner;
    }

    /** Whether an attribute of another class is the same: inherited, or alike in name and type. */
    boolean isAlso(ColumnProperty<?> attribute, String attributeName, Mapper<?> owner) {
      return attribute.name().equals(attributeName)
          && !attributes.containsKey(owner)
          && (firstOwner.type().isAssignableFrom(owner.type())
              || first.type().equals(attribute.column().type()));
    }
  }

  private ConcreteRows(Mapper<?> mapper, SubClasses wanted) {
    this.mapper = mapper;
    List<Mapper<?>> all = new ArrayList<>();
    all.addAll(mapper.selfAndDescendants());
    all.addAll(mapper.hierarchy().concreteDescendants());
    show(mapper);
    for (Mapper<?> each : all) {
      if (each.hierarchy().hasOwnRows() && !wanted.leaveOut(each.type())) {
        classes.add(each);
        show(each);
      }
    }
    Column<String> column = mapper.hierarchy().classColumn();
    this.discriminator = new Shown(unusedName(column.name()), column, mapper);
    byColumn.put(column, discriminator);
  }

  /** The tables to read for an entity, or null if they are joined, or it is one. */
  static @Nullable ConcreteRows of(Mapper<?> mapper, SubClasses wanted) {
    Hierarchy hierarchy = mapper.hierarchy();
    if (!hierarchy.isConcreteBase() && hierarchy.hasTable()) {
      return null;
    }
    if (hierarchy.hasTable() && wanted.areOnly(mapper.type())) {
      return null;
    }
    ConcreteRows rows = new ConcreteRows(mapper, wanted);
    if (rows.classes.isEmpty()) {
      throw MappingException.of(
          MappingMessage.NO_CONCRETE_CLASS,
          mapper.entityName(),
          mapper.entityName(),
          mapper.entityName());
    }
    return rows;
  }

  /** The attribute that is kept in a column; for one of an entity that is extended, the same attribute here. */
  public static @Nullable ColumnProperty<?> attribute(Mapper<?> mapper, Column<?> column) {
    ColumnProperty<?> own = mapper.findProperty(column);
    Mapper<?> above = own == null ? mapper.hierarchy().concreteParent() : null;
    while (above != null) {
      ColumnProperty<?> extended = above.findProperty(column);
      if (extended != null) {
        return mapper.findProperty(extended.name());
      }
      above = above.hierarchy().concreteParent();
    }
    return own;
  }

  private void show(Mapper<?> owner) {
    for (ColumnProperty<?> attribute : owner.columnProperties()) {
      if (isLeftToStatements(attribute)) {
        continue;
      }
      Shown inherited = byColumn.get(attribute.column()); // from a class in the same table
      Shown shown = inherited == null ? find(attribute, owner) : inherited;
      if (shown == null) {
        shown = new Shown(unusedName(nameOf(attribute)), attribute.column(), owner);
        columns.add(shown);
      }
      shown.attributes.put(owner, attribute);
      for (Column<?> column : attribute.columns()) {
        byColumn.put(column, shown);
      }
    }
  }

  private static boolean isLeftToStatements(ColumnProperty<?> attribute) {
    return attribute.isComputed() && (attribute.isLeftOut() || attribute.expression() == null);
  }

  private static String nameOf(ColumnProperty<?> attribute) {
    return attribute.isComputed() ? attribute.name() : attribute.column().name();
  }

  private @Nullable Shown find(ColumnProperty<?> attribute, Mapper<?> owner) {
    for (Shown each : columns) {
      if (each.isAlso(attribute, firstName(each), owner)) {
        return each;
      }
    }
    return null;
  }

  private static String firstName(Shown shown) {
    return shown.attributes.values().iterator().next().name();
  }

  private String unusedName(String wanted) {
    Set<String> taken = new HashSet<>();
    columns.forEach(each -> taken.add(each.name));
    String name = wanted;
    for (int i = 1; taken.contains(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  /** The classes that rows are of, each before those that extend it. */
  public List<Mapper<?>> classes() {
    return classes;
  }

  /** The value that rows of a class have in the column of classes. */
  public static String valueOf(Mapper<?> each) {
    return each.entityName();
  }

  /** The column that tells of which class a row is. */
  public Column<?> discriminator() {
    return discriminator.first;
  }

  /** The columns of the query, each by the first that it shows, that of the class last. */
  public List<Column<?>> columns() {
    List<Column<?>> all = new ArrayList<>();
    columns.forEach(each -> all.add(each.first));
    all.add(discriminator.first);
    return all;
  }

  /** The first of the columns that are shown by the same column of the query as another is. */
  public Column<?> first(Column<?> column) {
    Shown shown = byColumn.get(column);
    return shown == null ? column : shown.first;
  }

  /** The attribute of a class that a column of the query shows, or null. */
  public @Nullable ColumnProperty<?> attributeOf(Mapper<?> each, Column<?> column) {
    Shown shown = byColumn.get(column);
    return shown == null ? null : shown.attributes.get(each);
  }

  /** What stands for a column of one of the classes, or null if the query does not show it. */
  @Nullable Node find(FromNode query, Column<?> column) {
    Shown shown = byColumn.get(column);
    if (shown == null) {
      return null;
    }
    List<Node> items = ((QueryNode) ((AliasNode) query).source()).items();
    int place = shown == discriminator ? columns.size() : columns.indexOf(shown);
    return new DerivedColumnNode(query, shown.name, items.get(place));
  }

  /** Whether an expression is a column of such a query, and shows a column of one of the classes. */
  boolean isShownBy(Node expression, Column<?> column) {
    Shown shown = byColumn.get(column);
    return shown != null
        && expression instanceof DerivedColumnNode derived
        && derived.name().equals(shown.name)
        && derived.owner() instanceof AliasNode alias
        && alias.source() instanceof QueryNode query
        && query.items().size() == columns.size() + 1
        && query.items().get(columns.size()) instanceof LabelNode last
        && last.operand() instanceof InlineNode
        && last.name().equals(discriminator.name);
  }

  /** What stands for a column of one of the classes. */
  Node column(FromNode query, Column<?> column) {
    Node found = find(query, column);
    if (found == null) {
      throw new InvalidRequestException(
          MappingMessage.COLUMN_NOT_CONCRETE,
          MappingMessage.COLUMN_NOT_CONCRETE.text(
              column.table().name() + "." + column.name(), mapper.entityName()));
    }
    return found;
  }

  /** The query as an occurrence in a statement. */
  AliasNode occurrence(@Nullable String name) {
    List<QueryNode> parts = new ArrayList<>();
    classes.forEach(each -> parts.add(part(each)));
    QueryNode query = parts.size() == 1
        ? parts.get(0)
        : CompoundNode.of(CompoundNode.Kind.UNION_ALL, List.copyOf(parts));
    return new AliasNode(query, name);
  }

  /** The rows of one class; those of classes in the same tables are told apart by what they tell. */
  private SelectNode part(Mapper<?> each) {
    EntitySource source = EntitySource.itself(each.type());
    List<Node> items = new ArrayList<>();
    for (Shown shown : columns) {
      ColumnProperty<?> attribute = shown.attributes.get(each);
      Node value = attribute == null
          ? new CastNode(ConstantNode.NULL, shown.first.type(), false)
          : valueOf(attribute, source, each);
      items.add(isPlain(value, shown) ? value : new LabelNode(value, shown.name));
    }
    InlineNode name = new InlineNode(valueOf(each), SqlTypes.STRING);
    items.add(new LabelNode(name, discriminator.name));
    return SelectNode.of(items)
        .withFrom(new FromClauseParts(
            List.of(source), List.of(), new Correlation(Correlation.Kind.ALL_BUT, List.of(source))))
        .withWhere(ofThisClass(each))
        .withOptions(List.of(new EntityCriteria.Exemption(null, source)));
  }

  private static Node valueOf(ColumnProperty<?> attribute, EntitySource source, Mapper<?> each) {
    Node sql = attribute.isComputed() ? attribute.expression() : null;
    return sql == null ? attribute.column() : ComputedColumns.seenBy(sql, source, each);
  }

  private static boolean isPlain(Node value, Shown shown) {
    return value instanceof Column<?> column && column.name().equals(shown.name);
  }

  private static List<Node> ofThisClass(Mapper<?> each) {
    ColumnProperty<?> told = each.hierarchy().discriminator();
    Object value = each.hierarchy().value();
    if (told == null || value == null || each.hierarchy().values().size() == 1) {
      return List.of();
    }
    Node column = valueOf(told, EntitySource.itself(each.type()), each);
    Node wanted = BindNode.of(Objects.requireNonNull(value), told.type());
    return List.of(new BinaryNode(BinaryNode.Operator.EQ, column, wanted));
  }
}
