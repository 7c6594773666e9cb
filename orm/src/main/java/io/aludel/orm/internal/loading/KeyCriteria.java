package io.aludel.orm.internal.loading;

import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the test whether some columns hold one of many keys. */
final class KeyCriteria {
  private KeyCriteria() {}

  static Node anyOf(List<Node> columns, List<Object> keys) {
    if (columns.size() == 1) {
      return new InNode(columns.get(0), List.of(BindNode.expanding(keys.toArray(), null)), false);
    }
    List<Node> alternatives = new ArrayList<>(keys.size());
    for (Object key : keys) {
      @Nullable Object[] parts = OwnerKeys.parts(key, columns.size());
      List<Node> all = new ArrayList<>(parts.length);
      for (int i = 0; i < parts.length; i++) {
        all.add(
            new BinaryNode(BinaryNode.Operator.EQ, columns.get(i), BindNode.of(parts[i], null)));
      }
      alternatives.add(new ConjunctionNode(ConjunctionNode.Kind.AND, all));
    }
    return alternatives.size() == 1
        ? alternatives.get(0)
        : new ConjunctionNode(ConjunctionNode.Kind.OR, alternatives);
  }
}
