package io.aludel.dialect.internal;

import io.aludel.dialect.Compilation;
import io.aludel.dialect.Precedence;
import io.aludel.sql.operator.OperationNode;

/**
 * Writes an operation by a pattern in which {@code {0}} is its first operand as an argument, and
 * {@code #0} the same as an operand of an operator.
 */
public final class ComputationText {
  private ComputationText() {}

  public static void write(Compilation compilation, String pattern, OperationNode node) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter != '{' && letter != '#') {
        text.append(letter);
        continue;
      }
      compilation.out().append(text.toString());
      text.setLength(0);
      int level = letter == '{' ? Precedence.COMMA : Precedence.PRODUCT;
      int operand = pattern.charAt(i + 1) - '0';
      compilation.expressions().operand(node.operands().get(operand), level, null);
      i += letter == '{' ? 2 : 1;
    }
    compilation.out().append(text.toString());
  }
}
