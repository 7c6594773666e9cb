package io.aludel.orm.internal.session;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.EntityTables;
import io.aludel.orm.mapping.internal.property.ComputedColumns;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Correlation;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement that writes to an entity becomes where its rows lie beside those of others, or in
 * several tables: it writes to one table, and asks for the entity's own rows.
 */
final class HierarchyWrites {
  private final Mapper<?> mapper;

  HierarchyWrites(Mapper<?> mapper) {
    this.mapper = mapper;
  }

  /** Whether rows of the entity, or of one that extends it, lie in several tables. */
  static boolean isSpread(Mapper<?> mapper) {
    return mapper.selfAndDescendants().stream().anyMatch(each -> each.tables().size() > 1);
  }

  /**
   * The one table that some columns are of.
   *
   * @throws UnsupportedStatementException if they are of several
   */
  Table written(List<Node> columns) {
    Set<Table> tables = new LinkedHashSet<>();
    for (Node node : columns) {
      if (node instanceof Column<?> column) {
        tables.add(column.table());
      }
    }
    if (tables.size() > 1) {
      throw new UnsupportedStatementException(
          OrmError.SEVERAL_TABLES,
          "Cannot update " + mapper.entityName()
              + " by one statement: what is set lies in the tables "
              + String.join(", ", tables.stream().map(Table::name).toList())
              + ". Write an UPDATE for the attributes of each.");
    }
    return tables.isEmpty() ? mapper.table() : tables.iterator().next();
  }

  /** The conditions for rows of the entity in one of its tables. */
  List<Node> where(List<Node> stated, Table written) {
    Node own = EntitySource.criteria(mapper, this::shown);
    if (mapper.tables().size() == 1) {
      return own == null ? stated : with(stated, own);
    }
    boolean enough = own == null
        && written == mapper.table()
        && stated.stream().allMatch(condition -> mentionsOnly(condition, written));
    return enough
        ? plain(stated)
        : List.of(amongRows(own == null ? stated : with(stated, own), written));
  }

  /** A column, or the SQL that stands for one without a table. */
  private Node shown(Column<?> column) {
    ColumnProperty<?> property = mapper.findProperty(column);
    Node sql = property == null ? null : property.expression();
    return sql == null
        ? column
        : ComputedColumns.seenBy(sql, EntitySource.of(mapper.type()), mapper);
  }

  /** The expressions with columns in place of attributes, which would stand for a join of tables. */
  List<Node> plain(List<Node> nodes) {
    return mapper.tables().size() == 1 ? nodes : new Rewriter(this::column).nodes(nodes);
  }

  private @Nullable Element column(Element element) {
    return element instanceof AttributeNode attribute
            && !attribute.owner().isAlias()
            && attribute.owner().type() == mapper.type()
        ? mapper.property(attribute.name()).column()
        : null;
  }

  private static List<Node> with(List<Node> stated, Node own) {
    List<Node> all = new ArrayList<>(stated);
    all.add(own);
    return all;
  }

  private boolean mentionsOnly(Node condition, Table table) {
    return Traversal.find(condition, Element.class).stream()
        .allMatch(element -> liesIn(element, table));
  }

  private boolean liesIn(Element element, Table table) {
    if (element instanceof AttributeNode attribute) {
      ColumnProperty<?> property =
          attribute.owner().type() == mapper.type() ? mapper.findProperty(attribute.name()) : null;
      return property != null && property.column().table() == table;
    }
    if (element instanceof Column<?> column) {
      return column.table() == table;
    }
    return !(element instanceof ReferenceNode) && !(element instanceof SubqueryNode);
  }

  /** The rows of a table whose keys a SELECT over all tables of the entity finds. */
  private Node amongRows(List<Node> conditions, Table written) {
    List<Node> key = new ArrayList<>();
    for (ColumnProperty<?> part : mapper.primaryKey()) {
      key.add(Objects.requireNonNull(part.columnIn(written)));
    }
    FromNode rows = EntityTables.join(mapper, mapper.tables());
    SelectNode select = SelectNode.of(key)
        .withFrom(new FromClauseParts(
            List.of(rows), List.of(), new Correlation(Correlation.Kind.ALL_BUT, List.of(rows))))
        .withWhere(conditions);
    Node one = key.size() == 1 ? key.get(0) : new TupleNode(key);
    return new InNode(one, List.of(new SubqueryNode(select, SubqueryNode.Kind.MEMBERS)), false);
  }
}
