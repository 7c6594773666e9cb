package io.aludel.processor.internal.hybrid;

import io.aludel.processor.internal.hybrid.Term.Comparison;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.tree.BinaryNode.Operator;

/** Java's operators on numbers, and its comparisons. */
public final class Numbers {
  private Numbers() {}

  /** The sum, difference, product, quotient or remainder of two numbers. */
  public static Term arithmetic(Operator operator, Term left, Term right)
      throws UntranslatableException {
    number(left);
    number(right);
    ValueType type = wider(left, right);
    if (operator == Operator.DIVIDE) {
      return quotient(type, left, right);
    }
    if (operator == Operator.MODULO) {
      if (type.kind() == Kind.DOUBLE) {
        throw new UntranslatableException("databases know no remainder of a double");
      }
      return Terms.arithmetic(type, operator, left, divisor(right));
    }
    return Terms.arithmetic(type, operator, left, right);
  }

  private static Term quotient(ValueType type, Term left, Term right) {
    if (type.kind() == Kind.DOUBLE) {
      Term divisor = divisor(widened(right, type));
      return Terms.arithmetic(type, Operator.DIVIDE, widened(left, type), divisor);
    }
    return Terms.computed(Computation.QUOTIENT, type, left, divisor(right));
  }

  /** Only a constant is sure not to be zero. */
  private static Term divisor(Term divisor) {
    Object constant = divisor.constant();
    boolean safe = constant instanceof Number number && number.doubleValue() != 0;
    return safe ? divisor : Terms.applied(divisor.type(), false, "divisor", divisor);
  }

  private static void number(Term term) throws UntranslatableException {
    if (!term.kind().isNumber()) {
      throw new UntranslatableException("arithmetic on " + term.type().name()
          + (term.kind() == Kind.ORDER ? ", the outcome of compareTo," : "")
          + " has no SQL that agrees with Java");
    }
  }

  private static ValueType wider(Term left, Term right) {
    if (left.kind() == Kind.DOUBLE || right.kind() == Kind.DOUBLE) {
      return ValueType.DOUBLE;
    }
    boolean isLong = left.kind() == Kind.LONG || right.kind() == Kind.LONG;
    return isLong ? ValueType.LONG : ValueType.INT;
  }

  /** A number with the other sign. */
  public static Term negated(Term term) throws UntranslatableException {
    number(term);
    Object constant = term.constant();
    if (constant instanceof Integer number) {
      return Terms.constant(term.type(), -number);
    }
    if (constant instanceof Long number) {
      return Terms.constant(term.type(), -number);
    }
    if (constant instanceof Double number) {
      return Terms.constant(term.type(), -number);
    }
    return Terms.applied(wider(term, term), false, "negated", term);
  }

  /** A number as a type that holds all its values; any other term as it is. */
  public static Term widened(Term term, ValueType type) {
    boolean wider =
        term.kind().isNumber() && type.kind().isNumber() && type.kind().compareTo(term.kind()) > 0;
    if (!wider) {
      return term;
    }
    Object constant = term.constant();
    if (constant instanceof Number number) {
      Object value = type.kind() == Kind.LONG ? (Object) number.longValue() : number.doubleValue();
      return Terms.constant(type, value);
    }
    return Terms.converted(term, new ValueType(type.kind(), type.boxed(), type.primitive()));
  }

  /** The type that a choice between two has. */
  static ValueType common(Term left, Term right) throws UntranslatableException {
    if (left.kind() == Kind.NOTHING) {
      return nullable(right.type());
    }
    if (right.kind() == Kind.NOTHING) {
      return nullable(left.type());
    }
    if (left.kind().isNumber() && right.kind().isNumber()) {
      return wider(left, right);
    }
    if (left.kind() != right.kind() || !left.type().boxed().equals(right.type().boxed())) {
      throw new UntranslatableException("a choice between " + left.type().name() + " and "
          + right.type().name() + " has no one type");
    }
    return left.type();
  }

  private static ValueType nullable(ValueType type) {
    return new ValueType(type.kind(), type.boxed(), false);
  }

  /** A test by {@code <}, {@code <=}, {@code >} or {@code >=}. */
  public static Term ordered(Operator operator, Term left, Term right)
      throws UntranslatableException {
    if (left instanceof Comparison || right instanceof Comparison) {
      return beside(operator, left, right);
    }
    number(left);
    number(right);
    return Terms.compared(operator, left, right);
  }

  /** A compareTo beside 0 is the comparison itself. */
  static Term beside(Operator operator, Term left, Term right) throws UntranslatableException {
    if (left instanceof Comparison comparison && isZero(right)) {
      return Equality.compared(operator, comparison.left(), comparison.right());
    }
    if (right instanceof Comparison comparison && isZero(left)) {
      return Equality.compared(mirrored(operator), comparison.left(), comparison.right());
    }
    throw new UntranslatableException(
        "the outcome of compareTo is used, of which SQL knows only how it compares with 0");
  }

  private static boolean isZero(Term term) {
    return Integer.valueOf(0).equals(term.constant());
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LT -> Operator.GT;
      case LE -> Operator.GE;
      case GT -> Operator.LT;
      case GE -> Operator.LE;
      default -> operator;
    };
  }
}
