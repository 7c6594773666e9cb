package io.aludel.orm.mapping.internal.relation;

import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.statement.FromClauseParts;
import io.aludel.sql.tree.statement.FromClauseParts.Correlation;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions that tests of relationships are made of. */
final class Tests {
  private Tests() {}

  static Node all(List<Node> members) {
    return joined(ConjunctionNode.Kind.AND, members);
  }

  static Node any(List<Node> members) {
    return joined(ConjunctionNode.Kind.OR, members);
  }

  private static Node joined(ConjunctionNode.Kind kind, List<Node> members) {
    List<Node> flat = new ArrayList<>(members.size());
    for (Node member : members) {
      if (member instanceof ConjunctionNode nested && nested.kind() == kind) {
        flat.addAll(nested.members());
      } else {
        flat.add(member);
      }
    }
    return flat.size() == 1 ? flat.get(0) : new ConjunctionNode(kind, List.copyOf(flat));
  }

  static Node isNull(Node node) {
    return new UnaryNode(UnaryNode.Operator.IS_NULL, node);
  }

  static Node isNotNull(Node node) {
    return new UnaryNode(UnaryNode.Operator.IS_NOT_NULL, node);
  }

  static Node not(Node node) {
    return new UnaryNode(UnaryNode.Operator.NOT, node);
  }

  /** Whether there are rows in these sources, which are its own, for which all of that holds. */
  static Node exists(List<FromNode> sources, List<Node> conditions) {
    Node where = all(conditions);
    List<Node> parts =
        where instanceof ConjunctionNode members && members.kind() == ConjunctionNode.Kind.AND
            ? members.members()
            : List.of(where);
    SelectNode select = SelectNode.of(List.of(new RawNode("1", SqlTypes.INTEGER)))
        .withFrom(new FromClauseParts(
            sources, List.of(), new Correlation(Correlation.Kind.ALL_BUT, sources)))
        .withWhere(parts);
    return new SubqueryNode(select, SubqueryNode.Kind.EXISTS);
  }

  /** The condition with columns before the values they are compared with. */
  static Node columnsFirst(Node condition) {
    return new Rewriter(Tests::turned).node(condition);
  }

  private static @Nullable Element turned(Element element) {
    return element instanceof BinaryNode test
            && test.operator() == BinaryNode.Operator.EQ
            && test.left() instanceof BindNode
        ? new BinaryNode(test.operator(), test.right(), test.left())
        : null;
  }
}
