package io.aludel.processor.internal.hybrid;

import com.palantir.javapoet.CodeBlock;
import io.aludel.processor.internal.hybrid.Term.Applied;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.construct.ExtractNode.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of dates and times. */
final class Times {
  private Times() {}

  /** A method of a date or time; null if it has no SQL. */
  static @Nullable Term method(Term moment, String name, List<Term> arguments)
      throws UntranslatableException {
    if (arguments.isEmpty()) {
      return part(moment, name);
    }
    if (arguments.size() > 1) {
      return null;
    }
    Term argument = arguments.get(0);
    return switch (name) {
      case "isBefore" -> ordered(Operator.LT, moment, argument);
      case "isAfter" -> ordered(Operator.GT, moment, argument);
      case "isEqual" -> ordered(Operator.EQ, moment, argument);
      default -> argument.kind().isWhole() ? shifted(moment, name, argument) : null;
    };
  }

  private static Term ordered(Operator operator, Term left, Term right)
      throws UntranslatableException {
    Term comparison = Equality.comparison(left, right);
    return Numbers.beside(operator, comparison, Terms.constant(ValueType.INT, 0));
  }

  private static @Nullable Term part(Term moment, String name) {
    boolean date = moment.kind() == Kind.DATE || moment.kind() == Kind.DATE_TIME;
    boolean time = moment.kind() == Kind.TIME || moment.kind() == Kind.DATE_TIME;
    if (name.equals("toLocalDate") && moment.kind() == Kind.DATE_TIME) {
      return Terms.computed(Computation.DATE_OF, ValueType.DATE, moment);
    }
    Field field = switch (name) {
      case "getYear" -> date ? Field.YEAR : null;
      case "getMonthValue" -> date ? Field.MONTH : null;
      case "getDayOfMonth" -> date ? Field.DAY : null;
      case "getDayOfYear" -> date ? Field.DAY_OF_YEAR : null;
      case "getHour" -> time ? Field.HOUR : null;
      case "getMinute" -> time ? Field.MINUTE : null;
      case "getSecond" -> time ? Field.SECOND : null;
      default -> null;
    };
    if (field == null) {
      return null;
    }
    CodeBlock setting = CodeBlock.of("$T.$L", Field.class, field.name());
    return new Applied(ValueType.INT, false, "part", List.of(setting), List.of(moment));
  }

  /** A date, or a date with time, some units later. */
  private static @Nullable Term shifted(Term moment, String name, Term amount)
      throws UntranslatableException {
    boolean back = name.startsWith("minus");
    if (!back && !name.startsWith("plus")) {
      return null;
    }
    Term signed = back ? Numbers.negated(amount) : amount;
    String unit = name.substring(back ? 5 : 4);
    if (moment.kind() == Kind.DATE) {
      return switch (unit) {
        case "Days" -> later(Computation.DATE_PLUS_DAYS, moment, signed, 1);
        case "Weeks" -> later(Computation.DATE_PLUS_DAYS, moment, signed, 7);
        case "Months" -> later(Computation.DATE_PLUS_MONTHS, moment, signed, 1);
        case "Years" -> later(Computation.DATE_PLUS_MONTHS, moment, signed, 12);
        default -> null;
      };
    }
    if (moment.kind() != Kind.DATE_TIME) {
      return null;
    }
    return switch (unit) {
      case "Seconds" -> later(Computation.TIME_PLUS_SECONDS, moment, signed, 1);
      case "Minutes" -> later(Computation.TIME_PLUS_SECONDS, moment, signed, 60);
      case "Hours" -> later(Computation.TIME_PLUS_SECONDS, moment, signed, 3_600);
      case "Days" -> later(Computation.TIME_PLUS_SECONDS, moment, signed, 86_400);
      case "Weeks" -> later(Computation.TIME_PLUS_SECONDS, moment, signed, 604_800);
      case "Months" -> later(Computation.TIME_PLUS_MONTHS, moment, signed, 1);
      case "Years" -> later(Computation.TIME_PLUS_MONTHS, moment, signed, 12);
      default -> null;
    };
  }

  private static Term later(Computation what, Term moment, Term amount, int factor)
      throws UntranslatableException {
    Term units = amount;
    if (amount.constant() instanceof Number known) {
      units = Terms.constant(ValueType.LONG, known.longValue() * factor);
    } else if (factor != 1) {
      units = Numbers.arithmetic(
          Operator.MULTIPLY, amount, Terms.constant(ValueType.LONG, (long) factor));
    }
    return Terms.computed(what, moment.type(), moment, units);
  }

  /** The days between two dates. */
  static @Nullable Term daysBetween(List<Term> arguments) {
    boolean dates = arguments.size() == 2
        && arguments.get(0).kind() == Kind.DATE
        && arguments.get(1).kind() == Kind.DATE;
    return dates
        ? Terms.computed(
            Computation.DAYS_BETWEEN, ValueType.LONG, arguments.get(0), arguments.get(1))
        : null;
  }
}
