package io.aludel.dialect.oracle;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.ConstructCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.BitwiseNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.sql.tree.construct.MatchNode;
import io.aludel.sql.tree.construct.RegexpNode;
import io.aludel.types.DateType;
import java.util.List;

/** Oracle: functions in place of operators on bits and regular expressions. */
final class OracleConstructCompiler extends ConstructCompiler {
  OracleConstructCompiler(Compilation compilation) {
    super(compilation);
  }

  /** Of the operators on bits only one is a function; the others follow from it by arithmetic. */
  @Override
  public void visit(BitwiseNode node) {
    switch (node.operator()) {
      case AND -> bits(node, "", "BITAND(", ")");
      case OR -> summed(node, " - BITAND(");
      case XOR -> summed(node, " - 2 * BITAND(");
      case NOT -> {
        out().append("(-1 - ");
        tight(node.left());
        out().append(")");
      }
      case SHIFT_LEFT -> shifted(node, "(", " * POWER(2, ", "))");
      case SHIFT_RIGHT -> shifted(node, "FLOOR(", " / POWER(2, ", "))");
    }
  }

  private void summed(BitwiseNode node, String less) {
    out().append("(");
    tight(node.left(), compilation().typeOf(node.right()));
    out().append(" + ");
    tight(node.right(), compilation().typeOf(node.left()));
    bits(node, less, "", "))");
  }

  private void bits(BitwiseNode node, String before, String open, String close) {
    out().append(before).append(open);
    compilation()
        .expressions()
        .operand(node.left(), Precedence.COMMA, compilation().typeOf(node.right()));
    out().append(", ");
    compilation()
        .expressions()
        .operand(node.right(), Precedence.COMMA, compilation().typeOf(node.left()));
    out().append(close);
  }

  private void shifted(BitwiseNode node, String open, String power, String close) {
    out().append(open);
    tight(node.left());
    out().append(power);
    compilation().expressions().operand(node.right(), Precedence.COMMA, null);
    out().append(close);
  }

  @Override
  protected int precedence(Node node) {
    return node instanceof BitwiseNode ? Precedence.ATOM : super.precedence(node);
  }

  @Override
  public void visit(ExtractNode node) {
    switch (node.field()) {
      case QUARTER -> formatted(node, "Q");
      case DAY_OF_YEAR -> formatted(node, "DDD");
      case HOUR, MINUTE, SECOND -> timeOfDay(node);
      default -> super.visit(node);
    }
  }

  private void formatted(ExtractNode node, String format) {
    out().append("TO_NUMBER(TO_CHAR(");
    compilation().expressions().operand(node.operand(), Precedence.COMMA, null);
    out().append(", '").append(format).append("'))");
  }

  /** A date has a time of day there, but does not tell it; and the seconds have a fraction. */
  private void timeOfDay(ExtractNode node) {
    boolean second = node.field() == ExtractNode.Field.SECOND;
    boolean date = compilation().typeOf(node.operand()).generic() instanceof DateType;
    out().append(second ? "TRUNC(" : "").append("EXTRACT(").append(lower(node.field()));
    out().append(date ? " FROM CAST(" : " FROM ");
    compilation().expressions().operand(node.operand(), Precedence.COMMA, null);
    out().append(date ? " AS TIMESTAMP))" : ")").append(second ? ")" : "");
  }

  /** Needs an index of Oracle Text. */
  @Override
  public void visit(MatchNode node) {
    out().append("CONTAINS(");
    arguments(node.operand(), node.search());
    out().append(") > 0");
  }

  @Override
  protected void matches(RegexpNode node) {
    out().append(node.negated() ? "NOT REGEXP_LIKE(" : "REGEXP_LIKE(");
    arguments(node.operand(), node.pattern());
    out().append(flags(node, ", ")).append(")");
  }

  @Override
  protected void replaced(RegexpNode node) {
    out().append("REGEXP_REPLACE(");
    arguments(node.operand(), node.pattern(), node.replacement());
    out().append(flags(node, ", 1, 0, ")).append(")");
  }

  private static String flags(RegexpNode node, String before) {
    return node.flags().isEmpty() ? "" : before + "'" + node.flags().replace("'", "''") + "'";
  }

  @Override
  protected void call(FunctionNode function, List<Node> orderBy) {
    if (function.name().equals("aggregate_strings")) {
      joined(function, orderBy);
    } else {
      super.call(function, orderBy);
    }
  }
}
