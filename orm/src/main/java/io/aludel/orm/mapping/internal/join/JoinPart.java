package io.aludel.orm.mapping.internal.join;

import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A condition between two ends.
 *
 * @param condition the condition, its columns as {@link EndColumn}
 * @param equal the columns that it wants to be equal, one of them a copy of the other
 * @param compared all columns of different ends that it compares
 */
public record JoinPart(Node condition, List<EqualColumns> equal, List<Compared> compared) {
  /** Two columns that are compared in some way. */
  public record Compared(EndColumn one, EndColumn other) {
    Compared turned() {
      return new Compared(one.turned(), other.turned());
    }
  }

  /** A condition that wants columns to be equal and nothing more. */
  public static JoinPart of(List<EqualColumns> equal) {
    List<Node> tests = new ArrayList<>(equal.size());
    List<Compared> compared = new ArrayList<>(equal.size());
    for (EqualColumns each : equal) {
      EndColumn referred = new EndColumn(each.referred(), each.referredEnd());
      EndColumn foreign = new EndColumn(each.foreign(), each.foreignEnd());
      tests.add(new BinaryNode(BinaryNode.Operator.EQ, referred, foreign));
      compared.add(new Compared(referred, foreign));
    }
    Node condition = tests.size() == 1
        ? tests.get(0)
        : new ConjunctionNode(ConjunctionNode.Kind.AND, List.copyOf(tests));
    return new JoinPart(condition, List.copyOf(equal), compared);
  }

  /** The condition with something in place of each column. */
  public Node over(Function<EndColumn, Node> columns) {
    return new Rewriter(element -> replacement(element, columns)).node(condition);
  }

  private static @Nullable Element replacement(Element element, Function<EndColumn, Node> columns) {
    return element instanceof EndColumn column ? columns.apply(column) : null;
  }

  JoinPart turned() {
    return new JoinPart(
        over(EndColumn::turned),
        equal.stream().map(EqualColumns::turned).toList(),
        compared.stream().map(Compared::turned).toList());
  }

  /** Whether it wants nothing but these columns to be equal. */
  public boolean isOnlyEqual() {
    int tests = condition instanceof ConjunctionNode all && all.kind() == ConjunctionNode.Kind.AND
        ? all.members().size()
        : 1;
    return tests == equal.size();
  }
}
