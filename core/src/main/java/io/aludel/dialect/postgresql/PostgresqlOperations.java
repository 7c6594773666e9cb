package io.aludel.dialect.postgresql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.StringType;
import java.util.List;

/** Operators of PostgreSQL on arrays, JSON, ranges and whatever else it has. */
final class PostgresqlOperations {
  private final Compilation compilation;

  PostgresqlOperations(Compilation compilation) {
    this.compilation = compilation;
  }

  private SqlWriter out() {
    return compilation.out();
  }

  void write(OperationNode node) {
    List<Node> operands = node.operands();
    Form form = node.form();
    if (form instanceof Form.JsonPart json) {
      part(node, json);
    } else if (form instanceof Form.Infix infix) {
      // a question mark of an operator is doubled, or the driver takes it for a parameter
      between(operands, " " + compilation.operator(infix.symbol()) + " ");
    } else if (form instanceof Form.Subscript) {
      base(operands.get(0));
      index("[", operands.subList(1, 2));
    } else if (form instanceof Form.Slice) {
      base(operands.get(0));
      index("[", operands.subList(1, 3));
    } else if (form instanceof Form.Quantified quantified) {
      operand(operands.get(0));
      out().append(" ").append(quantified.symbol()).append(quantified.all() ? " ALL (" : " ANY (");
      compilation.expressions().operand(operands.get(1), Precedence.COMMA, null);
      out().append(")");
    } else {
      array(operands);
    }
  }

  private void operand(Node node) {
    compilation.expressions().operand(node, Precedence.TEST, null);
  }

  private void between(List<Node> operands, String symbol) {
    operand(operands.get(0));
    out().append(symbol);
    operand(operands.get(1));
  }

  /** Only a column can have an index without parentheses. */
  private void base(Node node) {
    boolean column = compilation.resolved(node) instanceof ColumnNode;
    out().append(column ? "" : "(");
    compilation.expressions().write(node);
    out().append(column ? "" : ")");
  }

  private void index(String open, List<Node> places) {
    String separator = open;
    for (Node place : places) {
      out().append(separator);
      compilation.expressions().write(place);
      separator = ":";
    }
    out().append("]");
  }

  private void array(List<Node> operands) {
    String separator = "ARRAY[";
    for (Node node : operands) {
      out().append(separator);
      compilation.expressions().operand(node, Precedence.COMMA, null);
      separator = ", ";
    }
    out().append("]");
  }

  private void part(OperationNode node, Form.JsonPart part) {
    boolean cast = part.scalar() && !(node.result().generic() instanceof StringType);
    out().append(cast ? "CAST(" : "");
    between(node.operands(), part.scalar() ? " #>> " : " #> ");
    if (cast) {
      String type = compilation.types().spellCast(node.result());
      out().append(" AS ").append(type).append(")");
    }
  }
}
