package io.aludel.orm.internal.loading;

import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.TupleNode;
import java.util.Arrays;
import java.util.List;

/** Writes the test whether some columns hold one of many keys. */
final class KeyCriteria {
  private KeyCriteria() {}

  static Node anyOf(List<Node> columns, List<Object> keys) {
    if (columns.size() == 1) {
      return new InNode(columns.get(0), List.of(BindNode.expanding(keys.toArray(), null)), false);
    }
    int width = columns.size();
    Object[] tuples =
        keys.stream().map(key -> Arrays.asList(OwnerKeys.parts(key, width))).toArray();
    return new InNode(new TupleNode(columns), List.of(BindNode.expanding(tuples, null)), false);
  }
}
