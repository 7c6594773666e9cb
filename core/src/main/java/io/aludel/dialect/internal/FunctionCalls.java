package io.aludel.dialect.internal;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Compilation;
import io.aludel.dialect.ExpressionCompiler;
import io.aludel.dialect.Precedence;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Spells calls of functions, those whose names are words of SQL too. */
public final class FunctionCalls {
  private static final Set<String> KEYWORDS = Set.of(
      "current_date",
      "current_time",
      "current_timestamp",
      "current_user",
      "localtime",
      "localtimestamp",
      "session_user");

  private static final Set<String> GROUPINGS = Set.of("cube", "rollup", "grouping sets");

  private final Compilation compilation;
  private final ExpressionCompiler expressions;

  /** Creates the speller of one compilation. */
  public FunctionCalls(Compilation compilation, ExpressionCompiler expressions) {
    this.compilation = compilation;
    this.expressions = expressions;
  }

  /** Whether a function is a word that takes no parentheses. */
  public static boolean isKeyword(FunctionNode node) {
    return node.arguments().isEmpty() && KEYWORDS.contains(node.name());
  }

  /**
   * Writes a call.
   *
   * @param name the name, perhaps with a package before a dot
   * @param tail writes what stands behind the arguments, within the parentheses
   */
  public void write(String name, List<Node> arguments, Runnable tail) {
    if (GROUPINGS.contains(name)) {
      compilation.require(
          name.equals("rollup") ? Capability.ROLLUP : Capability.GROUPING_SETS,
          name.toUpperCase(Locale.ROOT),
          "Combine several groupings with UNION ALL.");
      compilation.out().append(name.toUpperCase(Locale.ROOT));
    } else {
      name(name);
    }
    compilation.out().append("(");
    list(arguments);
    tail.run();
    compilation.out().append(")");
  }

  private void name(String name) {
    String dot = "";
    for (String part : name.split("\\.", -1)) {
      compilation
          .out()
          .append(dot)
          .append(compilation.dialect().identifiers().prepareFunction(part));
      dot = ".";
    }
  }

  /** Values after the first argument are told apart by the type of the first. */
  private void list(List<Node> nodes) {
    SqlType<?> type = null;
    String separator = "";
    for (Node node : nodes) {
      compilation.out().append(separator);
      expressions.operand(node, Precedence.COMMA, type == SqlTypes.UNKNOWN ? null : type);
      type = type == null ? compilation.typeOf(node) : type;
      separator = ", ";
    }
  }
}
