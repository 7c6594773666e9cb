package io.aludel.dialect.mysql;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.dialect.internal.ComputationText;
import io.aludel.sql.operator.Form;
import io.aludel.sql.operator.OperationNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.LikeNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.OrderNode;
import io.aludel.types.SqlTypes;
import io.aludel.types.StringType;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions of MySQL: joined texts are a function, division always has a fraction, and a backslash in
 * a literal must be doubled.
 */
final class MysqlExpressionCompiler extends ExpressionCompiler {
  MysqlExpressionCompiler(Compilation compilation) {
    super(compilation);
  }

  @Override
  protected int precedence(Node node) {
    return node instanceof BinaryNode binary && binary.operator() == BinaryNode.Operator.CONCAT
        ? Precedence.ATOM
        : super.precedence(node);
  }

  @Override
  protected String constantCondition(boolean value) {
    return value ? "1 = 1" : "0 = 1";
  }

  @Override
  protected String quoted(String text) {
    return super.quoted(text.replace("\\", "\\\\"));
  }

  @Override
  protected void distinct(BinaryNode node) {
    boolean distinct = node.operator() == BinaryNode.Operator.IS_DISTINCT_FROM;
    out().append(distinct ? "NOT (" : "");
    infix(node, " <=> ");
    out().append(distinct ? ")" : "");
  }

  @Override
  protected void divide(BinaryNode node) {
    infix(node, " / ");
  }

  @Override
  protected void divideWhole(BinaryNode node) {
    out().append("FLOOR(");
    infix(node, " / ");
    out().append(")");
  }

  @Override
  protected void concat(BinaryNode node) {
    List<Node> parts = new ArrayList<>();
    flatten(node, parts);
    call("concat", parts);
  }

  private void flatten(Node node, List<Node> parts) {
    Node resolved = unlabelled(node);
    if (resolved instanceof BinaryNode binary && binary.operator() == BinaryNode.Operator.CONCAT) {
      flatten(binary.left(), parts);
      flatten(binary.right(), parts);
    } else {
      parts.add(resolved);
    }
  }

  @Override
  protected void pattern(LikeNode node, boolean lower) {
    if (node.isWhole()) {
      super.pattern(node, lower);
      return;
    }
    out().append("concat(").append(node.match() == LikeNode.Match.STARTS ? "" : "'%', ");
    cased(node.pattern(), lower, Precedence.COMMA);
    out().append(node.match() == LikeNode.Match.ENDS ? "" : ", '%'").append(")");
  }

  /** NULL comes first when it ascends; anything else takes a key before the key. */
  @Override
  protected void order(OrderNode node) {
    if (node.nulls() != OrderNode.Nulls.UNSTATED) {
      operand(node.operand(), Precedence.TEST, null);
      out().append(node.nulls() == OrderNode.Nulls.FIRST ? " IS NOT NULL, " : " IS NULL, ");
    }
    key(node.operand());
    out().append(direction(node));
  }

  @Override
  protected String functionName(String name) {
    return switch (name) {
      case "length" -> "char_length";
      case "random" -> "rand";
      default -> name;
    };
  }

  @Override
  protected void operation(OperationNode node) {
    if (node.form() instanceof Form.Computed computed) {
      MysqlComputations spelling = new MysqlComputations(compilation().dialect().name());
      ComputationText.write(compilation(), spelling.pattern(computed.what()), node);
    } else if (!(node.form() instanceof Form.JsonPart part)) {
      super.operation(node);
    } else if (!part.scalar()) {
      extract(node);
    } else if (node.result().generic() == SqlTypes.BOOLEAN) {
      out().append("CASE JSON_UNQUOTE(");
      extract(node);
      out().append(") WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END");
    } else if (isText(node) && compilation().dialect().name().equals("mariadb")) {
      textOnMariadb(node);
    } else {
      out().append("CASE WHEN JSON_TYPE(");
      extract(node);
      out().append(") != 'NULL' THEN ");
      scalar(node);
      out().append(" END");
    }
  }

  private static boolean isText(OperationNode node) {
    return node.result().generic() instanceof StringType;
  }

  /** JSON_UNQUOTE of MariaDB loses characters beyond the basic plane; JSON_VALUE keeps them. */
  private void textOnMariadb(OperationNode node) {
    out().append("CASE JSON_TYPE(");
    extract(node);
    out().append(") WHEN 'STRING' THEN JSON_VALUE(");
    documentAndPath(node);
    out().append(") WHEN 'NULL' THEN NULL ELSE JSON_UNQUOTE(");
    extract(node);
    out().append(") END");
  }

  private void scalar(OperationNode node) {
    boolean text = isText(node);
    out().append(text ? "JSON_UNQUOTE(" : "CAST(JSON_UNQUOTE(");
    extract(node);
    out().append(")");
    if (!text) {
      String type = compilation().types().spellCast(node.result());
      out().append(" AS ").append(type).append(")");
    }
  }

  private void extract(OperationNode node) {
    out().append("JSON_EXTRACT(");
    documentAndPath(node);
    out().append(")");
  }

  private void documentAndPath(OperationNode node) {
    operand(node.operands().get(0), Precedence.COMMA, null);
    out().append(", ");
    write(node.operands().get(1));
  }
}
