package io.aludel.dialect.sqlserver;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.SqlWriter;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.types.BooleanType;
import io.aludel.types.StringType;

/**
 * Parts of JSON: JSON_VALUE gives what is no object or array, as text of at most 4,000 characters; JSON_QUERY
 * gives the rest.
 */
final class SqlServerJson {
  private final Compilation compilation;

  SqlServerJson(Compilation compilation) {
    this.compilation = compilation;
  }

  void write(OperationNode node, Form.JsonPart part) {
    SqlWriter out = compilation.out();
    if (!part.scalar()) {
      call("JSON_QUERY(", node);
    } else if (node.result().generic() instanceof StringType) {
      call("COALESCE(JSON_VALUE(", node);
      call(", JSON_QUERY(", node);
      out.append(")");
    } else if (node.result().generic() instanceof BooleanType) {
      call("CASE JSON_VALUE(", node);
      out.append(" WHEN 'true' THEN 1 WHEN 'false' THEN 0 END");
    } else {
      call("CAST(JSON_VALUE(", node);
      out.append(" AS ").append(compilation.types().spellCast(node.result())).append(")");
    }
  }

  private void call(String function, OperationNode node) {
    compilation.out().append(function);
    compilation.expressions().operand(node.operands().get(0), Precedence.COMMA, null);
    compilation.out().append(", ");
    compilation.expressions().write(node.operands().get(1));
    compilation.out().append(")");
  }
}
