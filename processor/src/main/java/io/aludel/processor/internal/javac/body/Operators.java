package io.aludel.processor.internal.javac.body;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.Tree;
import io.aludel.processor.internal.hybrid.Equality;
import io.aludel.processor.internal.hybrid.Kind;
import io.aludel.processor.internal.hybrid.Numbers;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.Terms;
import io.aludel.processor.internal.hybrid.Texts;
import io.aludel.processor.internal.hybrid.UntranslatableException;
import io.aludel.processor.internal.hybrid.ValueType;
import io.aludel.processor.internal.model.AttributeKind;
import io.aludel.processor.internal.model.AttributeModel;
import io.aludel.sql.tree.BinaryNode.Operator;
import java.util.Locale;

/** Java's operators. */
final class Operators {
  private Operators() {}

  static Term unary(Tree.Kind kind, Term operand) throws UntranslatableException {
    return switch (kind) {
      case LOGICAL_COMPLEMENT -> {
        truth(operand);
        yield Terms.not(operand);
      }
      case UNARY_MINUS -> Numbers.negated(operand);
      case UNARY_PLUS -> operand;
      case BITWISE_COMPLEMENT -> throw new UntranslatableException("~ has no SQL");
      default -> throw new UntranslatableException("assignment has no SQL");
    };
  }

  static Term binary(Tree.Kind kind, Term left, Term right) throws UntranslatableException {
    boolean text = left.kind() == Kind.TEXT || right.kind() == Kind.TEXT;
    return switch (kind) {
      case PLUS -> text ? Texts.joined(left, right) : arithmetic(Operator.ADD, left, right);
      case MINUS -> arithmetic(Operator.SUBTRACT, left, right);
      case MULTIPLY -> arithmetic(Operator.MULTIPLY, left, right);
      case DIVIDE -> arithmetic(Operator.DIVIDE, left, right);
      case REMAINDER -> arithmetic(Operator.MODULO, left, right);
      case LESS_THAN -> Numbers.ordered(Operator.LT, left, right);
      case LESS_THAN_EQUAL -> Numbers.ordered(Operator.LE, left, right);
      case GREATER_THAN -> Numbers.ordered(Operator.GT, left, right);
      case GREATER_THAN_EQUAL -> Numbers.ordered(Operator.GE, left, right);
      case EQUAL_TO -> Equality.same(left, right);
      case NOT_EQUAL_TO -> Terms.not(Equality.same(left, right));
      case CONDITIONAL_AND -> logic("all", left, right);
      case CONDITIONAL_OR -> logic("some", left, right);
      case AND -> logic("all", left, right);
      case OR -> logic("some", left, right);
      case XOR -> {
        truth(left);
        truth(right);
        yield Terms.compared(Operator.NE, left, right);
      }
      default ->
        throw new UntranslatableException(
            kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " has no SQL");
    };
  }

  private static Term arithmetic(Operator operator, Term left, Term right)
      throws UntranslatableException {
    return Numbers.arithmetic(operator, left, right);
  }

  private static Term logic(String word, Term left, Term right) throws UntranslatableException {
    truth(left);
    truth(right);
    return Terms.joined(word, left, right);
  }

  private static void truth(Term term) throws UntranslatableException {
    if (term.kind() != Kind.TRUTH) {
      throw new UntranslatableException(
          "logic on the bits of " + term.type().name() + " has no SQL that agrees with Java");
    }
  }

  static boolean isReference(AttributeModel attribute) {
    return attribute.kind() == AttributeKind.REFERENCE;
  }

  /** A question to a relationship. */
  static Term reference(AttributeModel attribute, String question) {
    CodeBlock code = CodeBlock.of("this.$L.$L()", attribute.name(), question);
    return new Term.Leaf(ValueType.TRUTH, false, code, null);
  }

  /** A method called on a relationship. */
  static Term related(AttributeModel attribute, String method) throws UntranslatableException {
    if (method.equals("isEmpty") && !isReference(attribute)) {
      return reference(attribute, "isEmpty");
    }
    throw new UntranslatableException(
        "it would take a join or a subquery to reach " + attribute.name() + "." + method + "(…)");
  }
}
