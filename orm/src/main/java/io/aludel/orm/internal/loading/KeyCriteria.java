package io.aludel.orm.internal.loading;

import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.TupleNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the tests whether some columns hold one of many keys, or a certain one. */
public final class KeyCriteria {
  private KeyCriteria() {}

  /** The columns hold one of the keys, as identities have them. */
  public static Node anyOf(List<Node> columns, List<Object> keys) {
    if (columns.size() == 1) {
      return new InNode(columns.get(0), List.of(BindNode.expanding(keys.toArray(), null)), false);
    }
    int width = columns.size();
    Object[] tuples =
        keys.stream().map(key -> Arrays.asList(OwnerKeys.parts(key, width))).toArray();
    return new InNode(new TupleNode(columns), List.of(BindNode.expanding(tuples, null)), false);
  }

  /** The tests of each column by itself: against its value, or for none where that is null. */
  static List<Node> each(List<Node> columns, List<? extends @Nullable Node> values) {
    List<Node> tests = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Node value = values.get(i);
      tests.add(
          value == null
              ? new UnaryNode(UnaryNode.Operator.IS_NULL, columns.get(i))
              : new BinaryNode(BinaryNode.Operator.EQ, columns.get(i), value));
    }
    return tests;
  }
}
