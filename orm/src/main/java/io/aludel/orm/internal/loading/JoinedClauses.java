package io.aludel.orm.internal.loading;

import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Join;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.ArrayList;
import java.util.List;

/** Adds eager joins to a SELECT, after those it has, and the order of their collections after its own. */
final class JoinedClauses {
  private JoinedClauses() {}

  static SelectNode added(SelectNode select, List<EagerJoin> eager) {
    List<Join> joins = new ArrayList<>(select.from().joins());
    List<Node> order = new ArrayList<>(select.paging().orderBy());
    for (EagerJoin join : eager) {
      if (!join.isNested()) {
        joins.add(join.clause());
      }
      order.addAll(join.order());
    }
    FromClauseParts from = select.from();
    Paging paging = select.paging();
    return select
        .withFrom(new FromClauseParts(from.sources(), joins, from.correlation()))
        .withPaging(new Paging(order, paging.limit(), paging.offset()));
  }
}
