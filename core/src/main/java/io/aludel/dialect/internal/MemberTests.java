package io.aludel.dialect.internal;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Placeholder;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.tree.InNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.SubqueryNode;
import io.aludel.sql.tree.construct.TupleType;
import io.aludel.types.SqlType;

/** Spells tests whether something is IN: among expressions, rows of a query, or a list of values. */
public final class MemberTests {
  private final Compilation compilation;
  private final ExpressionCompiler expressions;

  /** Creates the speller of one compilation. */
  public MemberTests(Compilation compilation, ExpressionCompiler expressions) {
    this.compilation = compilation;
    this.expressions = expressions;
  }

  /** Writes a test against single expressions or the rows of a query. */
  public void write(InNode node) {
    expressions.operand(node.operand(), Precedence.TEST, null);
    out().append(node.negated() ? " NOT IN " : " IN ");
    Node only = node.members().size() == 1 ? compilation.resolved(node.members().get(0)) : null;
    if (only instanceof SubqueryNode) {
      expressions.write(only);
      return;
    }
    out().append("(");
    SqlType<?> type = compilation.typeOf(node.operand());
    String separator = "";
    for (Node member : node.members()) {
      out().append(separator);
      expressions.operand(member, Precedence.COMMA, type);
      separator = ", ";
    }
    out().append(")");
  }

  /** Writes a test against a list, which may turn out to be empty. */
  public void write(InNode node, Placeholder list) {
    out().append(node.negated() ? "(" : "");
    expressions.operand(node.operand(), Precedence.TEST, null);
    out().append(node.negated() ? " NOT IN (" : " IN (");
    String nothing = "NULL";
    if (list.type() instanceof TupleType tuple) {
      out().append(compilation.dialect().supports(Capability.TUPLE_LISTS) ? "" : "VALUES ");
      nothing = "(NULL" + ", NULL".repeat(tuple.members().size() - 1) + ")";
    }
    out().list(list, nothing + (node.negated() ? ") OR (1 = 1" : ") AND (1 != 1"));
    out().append(node.negated() ? "))" : ")");
  }

  private SqlWriter out() {
    return compilation.out();
  }
}
