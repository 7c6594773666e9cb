package io.aludel.dialect.h2;

import io.aludel.CoreError;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.JsonPath;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.StringType;
import java.util.List;

/** Arrays and JSON of H2, which has no paths: members are fields, elements are counted from 1. */
final class H2Operations {
  private final Compilation compilation;

  H2Operations(Compilation compilation) {
    this.compilation = compilation;
  }

  private SqlWriter out() {
    return compilation.out();
  }

  /** Writes an operation; false if H2 has none. */
  boolean write(OperationNode node) {
    List<Node> operands = node.operands();
    Form form = node.form();
    if (form instanceof Form.JsonPart json) {
      part(node, json);
    } else if (form instanceof Form.Subscript) {
      operand(operands.get(0));
      out().append("[");
      operand(operands.get(1));
      out().append("]");
    } else if (form instanceof Form.Slice) {
      list("ARRAY_SLICE(", operands, ")");
    } else if (form instanceof Form.ArrayOf) {
      list("ARRAY[", operands, "]");
    } else if (form instanceof Form.Quantified quantified) {
      operand(operands.get(0));
      out().append(" ").append(quantified.symbol()).append(quantified.all() ? " ALL(" : " ANY(");
      operand(operands.get(1));
      out().append(")");
    } else if (form instanceof Form.Infix infix && infix.symbol().equals("||")) {
      operand(operands.get(0));
      out().append(" || ");
      operand(operands.get(1));
    } else {
      return false;
    }
    return true;
  }

  private void operand(Node node) {
    compilation.expressions().operand(node, Precedence.PRODUCT, compilation.typeOf(node));
  }

  private void list(String open, List<Node> nodes, String close) {
    String separator = open;
    for (Node node : nodes) {
      out().append(separator);
      compilation.expressions().operand(node, Precedence.COMMA, null);
      separator = ", ";
    }
    out().append(close);
  }

  private void part(OperationNode node, Form.JsonPart part) {
    Runnable json = () -> json(node, part.path());
    if (!part.scalar()) {
      json.run();
    } else if (node.result().generic() instanceof StringType) {
      text(json);
    } else {
      out().append("CAST(");
      text(json);
      String type = compilation.types().spellCast(node.result());
      out().append(" AS ").append(type).append(")");
    }
  }

  private void json(OperationNode node, JsonPath path) {
    List<Object> steps = path.steps();
    out().append("(".repeat(steps.size()));
    operand(node.operands().get(0));
    for (Object step : steps) {
      if (step instanceof Integer index) {
        out().append(")[").append(String.valueOf(place(index))).append("]");
      } else {
        String name = compilation.dialect().identifiers().quote(step.toString());
        out().append(").").append(name);
      }
    }
  }

  private int place(int index) {
    if (index < 0) {
      throw new CompileException(
          CoreError.CANNOT_COMPILE,
          compilation.dialect().name(),
          "Cannot compile element " + index + " of a JSON array: h2 does not count from the end."
              + " Give an index that is not negative.");
    }
    return index + 1;
  }

  /** The text of a JSON value is that of its literal, so that text must be taken out of its quotes. */
  private void text(Runnable json) {
    out().append("CASE WHEN ");
    literal(json);
    out().append(" LIKE '\"%' THEN STRINGDECODE(SUBSTRING(");
    literal(json);
    out().append(", 2, CHAR_LENGTH(");
    literal(json);
    out().append(") - 2)) ELSE NULLIF(");
    literal(json);
    out().append(", 'null') END");
  }

  private void literal(Runnable json) {
    out().append("CAST(");
    json.run();
    out().append(" AS VARCHAR)");
  }
}
