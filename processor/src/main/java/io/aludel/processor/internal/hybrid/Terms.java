package io.aludel.processor.internal.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.aludel.orm.attribute.HybridWords;
import io.aludel.processor.internal.hybrid.Term.Applied;
import io.aludel.processor.internal.hybrid.Term.Leaf;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.tree.BinaryNode.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes terms. What is not nullable here is not where the method returns. */
public final class Terms {
  private Terms() {}

  /** A constant whose value is known. */
  public static Term constant(ValueType type, Object value) {
    return new Leaf(
        type, false, CodeBlock.of("$T.constant($L)", HybridWords.class, literal(value)), value);
  }

  /** A constant that the generated code asks for. */
  public static Term named(ValueType type, CodeBlock constant) {
    String word = type.kind() == Kind.ENUM ? "valueOf" : "constant";
    CodeBlock code = CodeBlock.of("$T.$L($L)", HybridWords.class, word, constant);
    return new Leaf(type, false, code, null);
  }

  /** The null of Java. */
  public static Term nothing() {
    return new Leaf(ValueType.NOTHING, true, CodeBlock.of("$T.nothing()", HybridWords.class), null);
  }

  private static CodeBlock literal(Object value) {
    if (value instanceof String text) {
      return CodeBlock.of("$L", quoted(text));
    }
    if (value instanceof BigDecimal) {
      return CodeBlock.of("new $T($S)", BigDecimal.class, value.toString());
    }
    if (value instanceof Double number && (number.isNaN() || number.isInfinite())) {
      return CodeBlock.of("$T.valueOf($S)", Double.class, value.toString());
    }
    return CodeBlock.of(value instanceof Long ? "$LL" : "$L", value);
  }

  /** Text as a literal in any encoding of the source; lines are broken at line separators else. */
  private static String quoted(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      switch (letter) {
        case '"' -> literal.append("\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\r' -> literal.append("\\r");
        default -> {
          boolean plain = letter >= ' ' && letter <= '~';
          literal.append(plain ? letter : String.format(Locale.ROOT, "\\u%04x", (int) letter));
        }
      }
    }
    return literal.append("\"").toString();
  }

  static Applied applied(ValueType type, boolean nullable, String word, Term... operands) {
    return new Applied(type, nullable, word, List.of(), List.of(operands));
  }

  private static Applied operator(ValueType type, String word, Operator operator, Term... terms) {
    CodeBlock setting = CodeBlock.of("$T.$L", Operator.class, operator.name());
    return new Applied(type, false, word, List.of(setting), List.of(terms));
  }

  /** A computation that each database spells. */
  static Term computed(Computation what, ValueType type, Term... operands) {
    CodeBlock setting = CodeBlock.of("$T.$L", Computation.class, what.name());
    return new Applied(
        type, false, "computed", List.of(setting, literal(type.boxed())), List.of(operands));
  }

  /** A function that is called alike everywhere. */
  static Term function(String name, ValueType type, Term... operands) {
    CodeBlock setting = CodeBlock.of("$S", name);
    return new Applied(
        type, false, "function", List.of(setting, literal(type.boxed())), List.of(operands));
  }

  private static CodeBlock literal(TypeName type) {
    return CodeBlock.of("$T.class", type);
  }

  /** Arithmetic that Java and SQL do alike. */
  static Term arithmetic(ValueType type, Operator operator, Term left, Term right) {
    return operator(type, "arithmetic", operator, left, right);
  }

  /** A comparison, unknown for null. */
  public static Term compared(Operator operator, Term left, Term right) {
    return operator(ValueType.TRUTH, "compared", operator, left, right);
  }

  /** A number as another type. */
  static Term converted(Term term, ValueType type) {
    return new Applied(
        type, term.nullable(), "converted", List.of(literal(type.boxed())), List.of(term));
  }

  /** Whether something is null. */
  public static Term isNull(Term term) {
    return applied(ValueType.TRUTH, false, "isNull", term);
  }

  /** Whether something is not null. */
  public static Term isNotNull(Term term) {
    return applied(ValueType.TRUTH, false, "isNotNull", term);
  }

  /** Logic of several conditions; {@code all} or {@code some}. */
  public static Term joined(String word, Term left, Term right) {
    List<Term> members = new ArrayList<>();
    for (Term term : List.of(left, right)) {
      if (term instanceof Applied inner && inner.word().equals(word)) {
        members.addAll(inner.operands());
      } else {
        members.add(term);
      }
    }
    return new Applied(ValueType.TRUTH, false, word, List.of(), members);
  }

  /** Whether a condition does not hold. */
  public static Term not(Term condition) {
    if (condition instanceof Applied inner && inner.word().equals("isNull")) {
      return isNotNull(inner.operands().get(0));
    }
    return applied(ValueType.TRUTH, false, "not", condition);
  }

  /** A choice between two. */
  public static Term choice(Term condition, Term left, Term right) throws UntranslatableException {
    ValueType type = Numbers.common(left, right);
    boolean nullable = left.nullable() || right.nullable();
    if (left.kind() == Kind.ORDER || right.kind() == Kind.ORDER) {
      throw new UntranslatableException("a compareTo is chosen, which has to be compared with 0");
    }
    return applied(type, nullable, "choice", condition, left, right);
  }
}
