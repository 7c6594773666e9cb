package io.aludel.processor.internal.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.aludel.sql.tree.BinaryNode.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of the platform that have SQL. */
public final class Methods {
  private Methods() {}

  /**
   * A method of a value.
   *
   * @param receiver the value
   * @param name the method
   * @param arguments what it is given
   * @return what it means
   * @throws UntranslatableException if it has no SQL
   */
  public static Term call(Term receiver, String name, List<Term> arguments)
      throws UntranslatableException {
    Term result = general(receiver, name, arguments);
    if (result == null) {
      result = switch (receiver.kind()) {
        case TEXT -> Texts.method(receiver, name, arguments);
        case DECIMAL -> decimal(receiver, name, arguments);
        case DATE, DATE_TIME, TIME, INSTANT -> Times.method(receiver, name, arguments);
        case INT, LONG, DOUBLE, TRUTH -> boxed(receiver, name, arguments);
        default -> null;
      };
    }
    if (result == null) {
      throw new UntranslatableException(
          receiver.type().name() + "." + name + "(" + types(arguments) + ") has no SQL");
    }
    return result;
  }

  private static String types(List<Term> arguments) {
    List<String> names = new ArrayList<>();
    arguments.forEach(argument -> names.add(argument.type().name()));
    return String.join(", ", names);
  }

  private static @Nullable Term general(Term receiver, String name, List<Term> arguments)
      throws UntranslatableException {
    if (arguments.size() != 1) {
      return null;
    }
    return switch (name) {
      case "equals" -> Equality.equal(receiver, arguments.get(0));
      case "compareTo" -> Equality.comparison(receiver, arguments.get(0));
      default -> null;
    };
  }

  private static @Nullable Term boxed(Term receiver, String name, List<Term> arguments) {
    boolean plain = arguments.isEmpty();
    return switch (name) {
      case "intValue" -> plain && receiver.kind() == Kind.INT ? receiver : null;
      case "longValue" ->
        plain && receiver.kind().isWhole() ? Numbers.widened(receiver, ValueType.LONG) : null;
      case "doubleValue" ->
        plain && receiver.kind().isNumber() ? Numbers.widened(receiver, ValueType.DOUBLE) : null;
      case "booleanValue" -> plain && receiver.kind() == Kind.TRUTH ? receiver : null;
      default -> null;
    };
  }

  private static @Nullable Term decimal(Term receiver, String name, List<Term> arguments)
      throws UntranslatableException {
    if (arguments.isEmpty()) {
      return switch (name) {
        case "negate" -> Terms.applied(ValueType.DECIMAL, false, "negated", receiver);
        case "abs" -> Terms.applied(ValueType.DECIMAL, false, "absolute", receiver);
        case "signum" ->
          Equality.comparison(receiver, Terms.constant(ValueType.DECIMAL, BigDecimal.ZERO));
        default -> null;
      };
    }
    if (arguments.size() > 1 || arguments.get(0).kind() != Kind.DECIMAL) {
      return null;
    }
    Term other = arguments.get(0);
    return switch (name) {
      case "add" -> Terms.arithmetic(ValueType.DECIMAL, Operator.ADD, receiver, other);
      case "subtract" -> Terms.arithmetic(ValueType.DECIMAL, Operator.SUBTRACT, receiver, other);
      case "multiply" -> Terms.arithmetic(ValueType.DECIMAL, Operator.MULTIPLY, receiver, other);
      case "max" -> extreme(Operator.GE, receiver, other);
      case "min" -> extreme(Operator.LE, receiver, other);
      default -> null;
    };
  }

  private static Term extreme(Operator operator, Term left, Term right)
      throws UntranslatableException {
    return Terms.choice(
        Terms.compared(operator, left, right),
        left,
        Terms.choice(Terms.isNotNull(left), right, Terms.nothing()));
  }

  /**
   * A static method.
   *
   * @param type the qualified name of its class
   * @param name the method
   * @param arguments what it is given
   * @return what it means
   * @throws UntranslatableException if it has no SQL
   */
  public static Term callStatic(String type, String name, List<Term> arguments)
      throws UntranslatableException {
    Term result = switch (type) {
      case "java.util.Objects" -> objects(name, arguments);
      case "java.lang.Math" -> math(name, arguments);
      case "java.lang.String" -> string(name, arguments);
      case "java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.lang.Boolean" ->
        ofBox(type, name, arguments);
      case "java.math.BigDecimal" -> decimalOf(name, arguments);
      case "java.time.LocalDate", "java.time.LocalDateTime", "java.time.LocalTime" ->
        momentOf(type, name, arguments);
      default -> null;
    };
    if (result == null) {
      String simple = type.substring(type.lastIndexOf('.') + 1);
      String why = name.equals("now")
          ? " is another time for each side; make it a parameter of the hybrid"
          : " has no SQL";
      throw new UntranslatableException(simple + "." + name + "(" + types(arguments) + ")" + why);
    }
    return result;
  }

  private static @Nullable Term objects(String name, List<Term> arguments)
      throws UntranslatableException {
    if (arguments.size() == 1) {
      return switch (name) {
        case "isNull" -> Terms.isNull(arguments.get(0));
        case "nonNull" -> Terms.isNotNull(arguments.get(0));
        case "requireNonNull" -> arguments.get(0);
        default -> null;
      };
    }
    if (arguments.size() != 2) {
      return null;
    }
    Term first = arguments.get(0);
    Term second = arguments.get(1);
    return switch (name) {
      case "equals" -> Equality.bothEqual(first, second);
      case "requireNonNullElse" ->
        Terms.applied(Numbers.common(first, second), false, "either", first, second);
      case "toString" ->
        Terms.applied(
            ValueType.TEXT, second.nullable(), "either", Texts.text(present(first)), second);
      default -> null;
    };
  }

  /** A value that the caller sees to being null. */
  private static Term present(Term term) {
    return term instanceof Term.Leaf leaf
        ? new Term.Leaf(leaf.type(), false, leaf.code(), leaf.constant())
        : term;
  }

  private static @Nullable Term math(String name, List<Term> arguments)
      throws UntranslatableException {
    for (Term argument : arguments) {
      if (!argument.kind().isNumber()) {
        return null;
      }
    }
    if (arguments.size() == 1 && name.equals("abs")) {
      Term number = arguments.get(0);
      return Terms.applied(number.type(), false, "absolute", number);
    }
    if (arguments.size() != 2) {
      return null;
    }
    Term left = arguments.get(0);
    Term right = arguments.get(1);
    return switch (name) {
      case "max" -> extreme(Operator.GE, left, right);
      case "min" -> extreme(Operator.LE, left, right);
      case "addExact" -> Numbers.arithmetic(Operator.ADD, left, right);
      case "subtractExact" -> Numbers.arithmetic(Operator.SUBTRACT, left, right);
      case "multiplyExact" -> Numbers.arithmetic(Operator.MULTIPLY, left, right);
      default -> null;
    };
  }

  private static @Nullable Term string(String name, List<Term> arguments)
      throws UntranslatableException {
    return name.equals("valueOf") && arguments.size() == 1 ? Texts.text(arguments.get(0)) : null;
  }

  private static @Nullable Term ofBox(String type, String name, List<Term> arguments)
      throws UntranslatableException {
    if (arguments.size() == 2 && name.equals("compare")) {
      return Equality.comparison(arguments.get(0), arguments.get(1));
    }
    if (arguments.size() != 1) {
      return null;
    }
    Term only = arguments.get(0);
    boolean same = only.type().boxed().toString().equals(type);
    return switch (name) {
      case "valueOf" -> same ? only : null;
      case "toString" -> same ? Texts.text(only) : null;
      default -> null;
    };
  }

  private static @Nullable Term decimalOf(String name, List<Term> arguments) {
    boolean whole = name.equals("valueOf") && arguments.size() == 1;
    if (!whole || !arguments.get(0).kind().isWhole()) {
      return null;
    }
    Term number = arguments.get(0);
    return number.constant() instanceof Number known
        ? Terms.constant(ValueType.DECIMAL, BigDecimal.valueOf(known.longValue()))
        : Terms.converted(number, ValueType.DECIMAL);
  }

  /** A date or time made of constants. */
  private static @Nullable Term momentOf(String type, String name, List<Term> arguments) {
    if (!name.equals("of") && !name.equals("parse")) {
      return null;
    }
    List<CodeBlock> parts = new ArrayList<>();
    for (Term argument : arguments) {
      Object constant = argument.constant();
      if (constant == null) {
        return null;
      }
      parts.add(CodeBlock.of(constant instanceof String ? "$S" : "$L", constant));
    }
    ClassName made = ClassName.bestGuess(type);
    Kind kind = made.simpleName().equals("LocalDate")
        ? Kind.DATE
        : made.simpleName().equals("LocalTime") ? Kind.TIME : Kind.DATE_TIME;
    return Terms.named(
        new ValueType(kind, made, false),
        CodeBlock.of("$T.$L($L)", made, name, CodeBlock.join(parts, ", ")));
  }

  /**
   * The days between two dates.
   *
   * @param arguments the dates
   * @return what it means; null if they are no dates
   */
  public static @Nullable Term daysBetween(List<Term> arguments) {
    return Times.daysBetween(arguments);
  }

  /**
   * A constructor.
   *
   * @param type the qualified name of the class
   * @param arguments what it is given
   * @return what it makes
   * @throws UntranslatableException if it is not that of a decimal from a constant text
   */
  public static Term created(String type, List<Term> arguments) throws UntranslatableException {
    boolean decimal = type.equals(BigDecimal.class.getName()) && arguments.size() == 1;
    if (decimal && arguments.get(0).constant() instanceof String text) {
      try {
        return Terms.constant(ValueType.DECIMAL, new BigDecimal(text));
      } catch (NumberFormatException e) {
        throw new UntranslatableException("'" + text + "' is no decimal number");
      }
    }
    throw new UntranslatableException(
        "a database makes no new " + type.substring(type.lastIndexOf('.') + 1));
  }
}
