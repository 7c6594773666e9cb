package io.aludel.processor.internal.hybrid;

import io.aludel.processor.internal.hybrid.Term.Comparison;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.tree.BinaryNode.Operator;

/** Java's ways to tell whether two values are the same, and what SQL must add for null. */
public final class Equality {
  private Equality() {}

  /** The operator {@code ==}. */
  public static Term same(Term left, Term right) throws UntranslatableException {
    if (left.kind() == Kind.NOTHING || right.kind() == Kind.NOTHING) {
      return Terms.isNull(left.kind() == Kind.NOTHING ? right : left);
    }
    if (left instanceof Comparison || right instanceof Comparison) {
      return Numbers.beside(Operator.EQ, left, right);
    }
    boolean primitive = left.type().primitive() || right.type().primitive();
    boolean comparable =
        left.kind() == right.kind() || (left.kind().isNumber() && right.kind().isNumber());
    if (primitive && comparable && left.kind() != Kind.OTHER) {
      return truth(left, right);
    }
    if (left.kind() == Kind.ENUM && right.kind() == Kind.ENUM) {
      return equal(left, right, true);
    }
    throw new UntranslatableException(
        "== on " + left.type().name() + " and " + right.type().name()
            + " asks whether they are the same object, which a database cannot know; use equals");
  }

  /** A condition beside a constant truth is itself, or its opposite. */
  private static Term truth(Term left, Term right) {
    if (left.constant() instanceof Boolean value) {
      return value ? right : Terms.not(right);
    }
    if (right.constant() instanceof Boolean value) {
      return value ? left : Terms.not(left);
    }
    return Terms.compared(Operator.EQ, left, right);
  }

  /** The method {@code left.equals(right)}: null on the left throws, on the right it is false. */
  public static Term equal(Term left, Term right) throws UntranslatableException {
    return equal(left, right, false);
  }

  /** The method {@code Objects.equals}, which takes null on either side. */
  public static Term bothEqual(Term left, Term right) throws UntranslatableException {
    return equal(left, right, true);
  }

  private static Term equal(Term left, Term right, boolean nullOnTheLeft)
      throws UntranslatableException {
    if (right.kind() == Kind.NOTHING) {
      return Terms.isNull(left);
    }
    if (left.kind() == Kind.NOTHING) {
      return Terms.isNull(right);
    }
    comparable(left, right);
    boolean leftMay = nullOnTheLeft && left.nullable();
    if (leftMay && right.nullable()) {
      return Terms.compared(Operator.IS_NOT_DISTINCT_FROM, exact(left), right);
    }
    Term equal = Terms.compared(Operator.EQ, exact(left), right);
    if (leftMay || right.nullable()) {
      return Terms.joined("all", Terms.isNotNull(leftMay ? left : right), equal);
    }
    return equal;
  }

  private static void comparable(Term left, Term right) throws UntranslatableException {
    if (left.kind() == Kind.DECIMAL) {
      throw new UntranslatableException("equals of a BigDecimal asks for the same scale, which a"
          + " database does not keep; use compareTo(…) == 0");
    }
    if (left.kind() == Kind.OTHER || left.kind() == Kind.ORDER) {
      throw new UntranslatableException(
          "equals of " + left.type().name() + " may be anything, which a database cannot know");
    }
    if (!left.type().boxed().equals(right.type().boxed())) {
      throw new UntranslatableException("equals of " + left.type().name() + " and "
          + right.type().name() + " is never true, as they are of different classes");
    }
  }

  private static Term exact(Term left) {
    return left.kind() == Kind.TEXT
        ? Terms.computed(Computation.SAME_TEXT, ValueType.TEXT, left)
        : left;
  }

  /** A compareTo with what it is compared by. */
  static Term compared(Operator operator, Term left, Term right) {
    if (left.kind() != Kind.TEXT) {
      return Terms.compared(operator, left, right);
    }
    boolean order = operator != Operator.EQ && operator != Operator.NE;
    Computation exact = order ? Computation.TEXT_ORDER : Computation.SAME_TEXT;
    return Terms.compared(operator, Terms.computed(exact, ValueType.TEXT, left), right);
  }

  /** The method compareTo, isBefore and their like. */
  static Term comparison(Term left, Term right) throws UntranslatableException {
    boolean ordered = left.kind() == Kind.TEXT
        || left.kind() == Kind.DECIMAL
        || left.kind().isNumber()
        || left.kind().isMoment();
    if (!ordered) {
      throw new UntranslatableException(
          "compareTo of " + left.type().name() + " has no SQL that agrees with Java");
    }
    if (left.kind() != right.kind()) {
      throw new UntranslatableException("compareTo of " + left.type().name() + " with "
          + right.type().name() + " has no SQL that agrees with Java");
    }
    return new Comparison(left, right);
  }
}
