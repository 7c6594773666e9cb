package io.aludel.dialect.oracle;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.JsonPath;
import io.aludel.sql.operator.OperationNode;
import io.aludel.types.BooleanType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;

/** Parts of JSON. A path must stand in the SQL, so that each path is a statement of its own. */
final class OracleJson {
  private final Compilation compilation;

  OracleJson(Compilation compilation) {
    this.compilation = compilation;
  }

  void write(OperationNode node, Form.JsonPart part) {
    SqlType<?> result = node.result().generic();
    if (!part.scalar()) {
      call("JSON_QUERY", node, part.path(), "");
    } else if (result instanceof BooleanType) {
      truth(node, part.path());
    } else if (isReturned(result)) {
      call("JSON_VALUE", node, part.path(), " RETURNING " + returned(result));
    } else {
      compilation.out().append("CAST(");
      call("JSON_VALUE", node, part.path(), "");
      String type = compilation.types().spellCast(node.result());
      compilation.out().append(" AS ").append(type).append(")");
    }
  }

  private static boolean isReturned(SqlType<?> type) {
    return type instanceof StringType
        || type instanceof IntegerType
        || type instanceof NumericType
        || type instanceof FloatingType;
  }

  private static String returned(SqlType<?> type) {
    if (type instanceof StringType) {
      return "VARCHAR2(4000)"; // longer text could be compared with nothing
    }
    return type instanceof FloatingType ? "BINARY_DOUBLE" : "NUMBER";
  }

  private void truth(OperationNode node, JsonPath path) {
    boolean truths = compilation.dialect().supports(Capability.NATIVE_BOOLEAN);
    compilation.out().append("CASE ");
    call("JSON_VALUE", node, path, "");
    compilation
        .out()
        .append(" WHEN 'true' THEN ")
        .append(truths ? "TRUE" : "1")
        .append(" WHEN 'false' THEN ")
        .append(truths ? "FALSE" : "0")
        .append(" END");
  }

  private void call(String function, OperationNode node, JsonPath path, String tail) {
    compilation.out().append(function).append("(");
    compilation.expressions().operand(node.operands().get(0), Precedence.COMMA, null);
    String text = path.standard(index -> index == -1 ? "last" : "last" + (index + 1));
    compilation.out().append(", '").append(text.replace("'", "''")).append("'");
    compilation.out().append(tail).append(")");
  }
}
