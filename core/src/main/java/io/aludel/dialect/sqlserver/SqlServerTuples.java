package io.aludel.dialect.sqlserver;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.Placeholder;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comparisons of rows of values, which SQL Server has none of: each value is compared by itself. */
final class SqlServerTuples {
  private final Compilation compilation;

  SqlServerTuples(Compilation compilation) {
    this.compilation = compilation;
  }

  private SqlWriter out() {
    return compilation.out();
  }

  /** Writes that rows are equal or not. */
  void compare(BinaryNode node) {
    boolean equal = node.operator() == BinaryNode.Operator.EQ;
    TupleNode left = tuple(node.left());
    TupleNode right = tuple(node.right());
    boolean told = equal || node.operator() == BinaryNode.Operator.NE;
    if (!told || left == null || right == null) {
      throw refused("a comparison of rows of values", "Compare the values one by one.");
    }
    members(left.members(), right.members(), equal);
  }

  private void members(List<Node> left, List<Node> right, boolean equal) {
    String separator = "(";
    for (int i = 0; i < left.size(); i++) {
      out().append(separator);
      operand(left.get(i), null);
      out().append(equal ? " = " : " != ");
      operand(right.get(i), left.get(i));
      separator = equal ? " AND " : " OR ";
    }
    out().append(")");
  }

  private void operand(Node node, @Nullable Node peer) {
    SqlType<?> type = peer == null ? null : compilation.typeOf(peer);
    compilation
        .expressions()
        .operand(node, Precedence.TEST, type == SqlTypes.UNKNOWN ? null : type);
  }

  private @Nullable TupleNode tuple(Node node) {
    return compilation.resolved(node) instanceof TupleNode tuple ? tuple : null;
  }

  /** Writes that a row is among others, or among those of a query. */
  void in(InNode node, TupleNode tuple, @Nullable SubqueryNode query) {
    if (query == null) {
      among(node, tuple);
      return;
    }
    if (node.negated()) {
      throw refused("NOT IN of rows of values and a query", "Use not(exists(…)).");
    }
    for (Node member : tuple.members()) {
      out().append(member == tuple.members().get(0) ? "(" : " AND ");
      operand(member, null);
      out().append(" IS NOT NULL");
    }
    out().append(" AND EXISTS (SELECT ");
    list(tuple.members());
    out().append(" INTERSECT ");
    compilation.selects().nested(query.query());
    out().append("))");
  }

  private void among(InNode node, TupleNode tuple) {
    String separator = node.negated() ? "NOT (" : "(";
    for (Node member : node.members()) {
      TupleNode other = tuple(member);
      if (other == null) {
        throw refused("IN of rows of values and something else", "Give rows of values.");
      }
      out().append(separator);
      members(tuple.members(), other.members(), true);
      separator = " OR ";
    }
    out().append(")");
  }

  private void list(List<Node> nodes) {
    String separator = "";
    for (Node node : nodes) {
      out().append(separator);
      compilation.expressions().operand(node, Precedence.COMMA, null);
      separator = ", ";
    }
  }

  /** Writes that a row is in a list of any length. A NULL in the row is as little in it as outside. */
  void inList(InNode node, TupleNode tuple, Placeholder list) {
    String listed = compilation.nameOf(new AliasNode(node, null)); // no name that a table may have
    List<String> names = new ArrayList<>();
    for (int i = 0; i < tuple.members().size(); i++) {
      names.add("c" + i);
    }
    out().append(node.negated() ? "NOT " : "").append("EXISTS (SELECT 1 FROM (VALUES ");
    out().list(list, "(NULL" + ", NULL".repeat(names.size() - 1) + ")");
    out()
        .append(") AS ")
        .append(listed)
        .append(" (")
        .append(String.join(", ", names))
        .append(")");
    for (int i = 0; i < names.size(); i++) {
      String name = listed + "." + names.get(i);
      out().append(i == 0 ? " WHERE " : " AND ").append(node.negated() ? "(" : "");
      out().append(name).append(" = ");
      operand(tuple.members().get(i), null);
      if (node.negated()) {
        out().append(" OR ");
        operand(tuple.members().get(i), null);
        out().append(" IS NULL AND ").append(name).append(" IS NOT NULL)");
      }
    }
    out().append(")");
  }

  private CompileException refused(String what, String advice) {
    return new CompileException(
        CoreError.CANNOT_COMPILE,
        compilation.dialect().name(),
        "Cannot compile " + what + ": SQL Server compares no rows of values. " + advice);
  }
}
