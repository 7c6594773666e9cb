package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.TupleNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the values that tuples are compared with. */
final class Tuples {
  private Tuples() {}

  /** A tuple of values. */
  static TupleNode of(TupleNode peer, @Nullable Object argument, Object operation) {
    List<?> values = values(peer, argument, operation);
    List<Node> members = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      members.add(Operands.operand(peer.members().get(i), values.get(i), operation));
    }
    return new TupleNode(List.copyOf(members));
  }

  /** The tuples of an IN list, of any number. */
  static BindNode list(TupleNode peer, Collection<?> members) {
    @Nullable Object[] rows = new Object[members.size()];
    int row = 0;
    for (Object member : members) {
      List<@Nullable Object> values = new ArrayList<>();
      for (Node bind : of(peer, member, "IN").members()) {
        if (!(bind instanceof BindNode value)) {
          throw wrong(peer, member, "IN");
        }
        values.add(value.value());
      }
      rows[row++] = values;
    }
    return BindNode.expanding(rows, null);
  }

  private static List<?> values(TupleNode peer, @Nullable Object argument, Object operation) {
    if (argument instanceof List<?> values && values.size() == peer.members().size()) {
      return values;
    }
    throw wrong(peer, argument, operation);
  }

  private static ArgumentException wrong(
      TupleNode peer, @Nullable Object argument, Object operation) {
    return new ArgumentException(
        CoreError.WRONG_VALUE,
        "Cannot apply " + operation + " to a tuple of " + peer.members().size() + " values: "
            + (argument instanceof List<?> values
                ? "a list of " + values.size()
                : String.valueOf(argument))
            + " was given. Give a list with a value for each.");
  }
}
