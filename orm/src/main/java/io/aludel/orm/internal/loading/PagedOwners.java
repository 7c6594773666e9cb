package io.aludel.orm.internal.loading;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.sql.tree.Adaptation;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Join;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a SELECT into a subquery and the eager joins around it, so that its LIMIT counts owners and its
 * DISTINCT or GROUP BY sees no joined columns. The order is repeated outside (parity row ORM-QRY-13).
 */
final class PagedOwners {
  private final SelectNode written;
  private final CompileOptions options;

  PagedOwners(SelectNode written, CompileOptions options) {
    this.written = written;
    this.options = options;
  }

  SelectNode around(
      Map<Integer, Occurrence> occurrences, List<EagerJoin> eager, List<Occurrence> added) {
    Set<Node> columns = new LinkedHashSet<>();
    for (int i = 0; i < written.items().size(); i++) {
      addColumns(columns, written.items().get(i), occurrences.get(i));
    }
    for (EagerJoin join : eager) {
      if (join.parent() == null) {
        addJoinColumns(columns, join);
      }
    }
    for (Node key : written.paging().orderBy()) {
      columns.add(operand(key));
    }
    SelectNode inner = written.withItems(new ArrayList<>(columns)).withOptions(List.of());
    AliasNode alias = new AliasNode(inner, null);
    Adaptation outside = Adaptation.to(alias, new ResolvingScope(options));
    return outer(occurrences, eager, added, alias, outside);
  }

  private void addColumns(Set<Node> columns, Node item, @Nullable Occurrence occurrence) {
    if (occurrence != null) {
      columns.addAll(occurrence.columns());
    } else if (item instanceof ProjectionNode several) {
      columns.addAll(several.items());
    } else {
      columns.add(item);
    }
  }

  private static void addJoinColumns(Set<Node> columns, EagerJoin join) {
    for (ColumnPair pair : join.relationship().join().pairs()) {
      columns.add(new ColumnOfSource(join.owner(), pair.from()));
    }
  }

  private static Node operand(Node key) {
    return key instanceof OrderNode order ? order.operand() : key;
  }

  private SelectNode outer(
      Map<Integer, Occurrence> occurrences,
      List<EagerJoin> eager,
      List<Occurrence> added,
      AliasNode alias,
      Adaptation outside) {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < written.items().size(); i++) {
      Occurrence occurrence = occurrences.get(i);
      items.add(
          outside.node(occurrence == null ? written.items().get(i) : occurrence.projection()));
    }
    added.forEach(occurrence -> items.add(occurrence.projection()));
    List<Join> joins = new ArrayList<>();
    List<Node> order = new ArrayList<>(outside.nodes(written.paging().orderBy()));
    for (EagerJoin join : eager) {
      if (join.parent() == null) {
        joins.add(
            join.clause(alias, column -> outside.node(new ColumnOfSource(join.owner(), column))));
      } else if (!join.isNested()) {
        joins.add(join.clause());
      }
      order.addAll(join.order());
    }
    return SelectNode.of(items)
        .withFrom(new FromClauseParts(List.of(alias), joins, FromClauseParts.NONE.correlation()))
        .withPaging(new Paging(order, null, null))
        .withOptions(written.options());
  }
}
