package io.aludel.processor.internal.hybrid;

import com.palantir.javapoet.CodeBlock;
import io.aludel.orm.attribute.HybridWords;
import io.aludel.processor.internal.hybrid.Term.Applied;
import io.aludel.sql.operator.Computation;
import io.aludel.sql.tree.BinaryNode.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Concatenation, and the methods of String. */
public final class Texts {
  private Texts() {}

  /** Two values joined by {@code +}, of which one is text. */
  public static Term joined(Term left, Term right) throws UntranslatableException {
    List<Term> parts = new ArrayList<>();
    for (Term term : List.of(left, right)) {
      if (term instanceof Applied inner && inner.word().equals("joined")) {
        parts.addAll(inner.operands());
      } else {
        parts.add(text(term));
      }
    }
    return new Applied(ValueType.TEXT, false, "joined", List.of(), folded(parts));
  }

  private static List<Term> folded(List<Term> parts) {
    List<Term> folded = new ArrayList<>();
    for (Term part : parts) {
      int last = folded.size() - 1;
      if (last >= 0
          && part.constant() instanceof String text
          && folded.get(last).constant() instanceof String before) {
        folded.set(last, Terms.constant(ValueType.TEXT, before + text));
      } else {
        folded.add(part);
      }
    }
    return folded;
  }

  /** What Java makes of a value that is joined to text: null becomes the word. */
  static Term text(Term term) throws UntranslatableException {
    Object constant = term.constant();
    boolean plain = constant instanceof String
        || constant instanceof Integer
        || constant instanceof Long
        || constant instanceof Boolean;
    if (plain || term.kind() == Kind.NOTHING) {
      return Terms.constant(ValueType.TEXT, String.valueOf(constant));
    }
    Term text = switch (term.kind()) {
      case TEXT -> term;
      case INT, LONG -> Terms.converted(term, ValueType.TEXT);
      case TRUTH ->
        Terms.choice(
            term,
            Terms.constant(ValueType.TEXT, "true"),
            Terms.choice(
                Terms.not(term), Terms.constant(ValueType.TEXT, "false"), Terms.nothing()));
      default ->
        throw new UntranslatableException(
            "the text of " + term.type().name() + " differs between Java and databases");
    };
    return term.nullable()
        ? Terms.applied(
            ValueType.TEXT, false, "either", text, Terms.constant(ValueType.TEXT, "null"))
        : text;
  }

  /** A method of String; null if it has no SQL. */
  static @Nullable Term method(Term text, String name, List<Term> arguments)
      throws UntranslatableException {
    return switch (arguments.size()) {
      case 0 -> plain(text, name);
      case 1 -> with(text, name, arguments.get(0));
      case 2 -> withTwo(text, name, arguments.get(0), arguments.get(1));
      default -> null;
    };
  }

  private static @Nullable Term plain(Term text, String name) {
    return switch (name) {
      case "length" -> Terms.function("length", ValueType.INT, text);
      case "isEmpty" -> empty(text);
      case "isBlank" -> empty(without(Computation.TRIM, text, "SPACES"));
      case "trim" -> without(Computation.TRIM, text, "CONTROLS");
      case "strip" -> without(Computation.TRIM, text, "SPACES");
      case "stripLeading" -> without(Computation.TRIM_LEADING, text, "SPACES");
      case "stripTrailing" -> without(Computation.TRIM_TRAILING, text, "SPACES");
      case "toUpperCase" -> Terms.function("upper", ValueType.TEXT, text);
      case "toLowerCase" -> Terms.function("lower", ValueType.TEXT, text);
      case "toString", "intern" -> text;
      default -> null;
    };
  }

  private static Term empty(Term text) {
    Term zero = Terms.constant(ValueType.INT, 0);
    return Terms.compared(Operator.EQ, Terms.function("length", ValueType.INT, text), zero);
  }

  private static Term without(Computation what, Term text, String characters) {
    CodeBlock constant = CodeBlock.of("$T.$L", HybridWords.class, characters);
    return Terms.computed(what, ValueType.TEXT, text, Terms.named(ValueType.TEXT, constant));
  }

  private static @Nullable Term with(Term text, String name, Term argument)
      throws UntranslatableException {
    if (name.equals("substring") && argument.kind() == Kind.INT) {
      return Terms.function("substr", ValueType.TEXT, text, plus(argument, 1));
    }
    if (argument.kind() != Kind.TEXT) {
      return null;
    }
    return switch (name) {
      case "startsWith" -> test(Computation.STARTS_WITH, text, argument);
      case "endsWith" -> test(Computation.ENDS_WITH, text, argument);
      case "contains" ->
        Terms.compared(Operator.GT, position(text, argument), Terms.constant(ValueType.INT, 0));
      case "indexOf" ->
        Numbers.arithmetic(
            Operator.SUBTRACT, position(text, argument), Terms.constant(ValueType.INT, 1));
      case "concat" -> strictlyJoined(text, argument);
      case "equalsIgnoreCase" ->
        Equality.equal(lower(text), nullable(lower(argument), argument.nullable()));
      default -> null;
    };
  }

  private static Term test(Computation what, Term text, Term piece) {
    return Terms.computed(what, ValueType.TRUTH, text, piece);
  }

  private static Term position(Term text, Term piece) {
    return Terms.computed(Computation.POSITION, ValueType.INT, text, piece);
  }

  /** Unlike the operator, the method throws on null, so that NULL needs no care. */
  private static Term strictlyJoined(Term left, Term right) {
    return new Applied(ValueType.TEXT, false, "joined", List.of(), List.of(left, right));
  }

  private static Term lower(Term text) {
    return Terms.function("lower", ValueType.TEXT, text);
  }

  private static Term nullable(Term term, boolean nullable) {
    return term instanceof Applied applied
        ? new Applied(
            applied.type(), nullable, applied.word(), applied.settings(), applied.operands())
        : term;
  }

  private static @Nullable Term withTwo(Term text, String name, Term first, Term second)
      throws UntranslatableException {
    if (name.equals("substring") && first.kind() == Kind.INT && second.kind() == Kind.INT) {
      return Terms.function("substr", ValueType.TEXT, text, plus(first, 1), length(first, second));
    }
    boolean texts = first.kind() == Kind.TEXT && second.kind() == Kind.TEXT;
    if (!name.equals("replace") || !texts) {
      return null;
    }
    if (!(first.constant() instanceof String piece) || piece.isEmpty()) {
      throw new UntranslatableException(
          "replace needs a constant that is not empty, because databases"
              + " replace an empty text by nothing");
    }
    return Terms.function("replace", ValueType.TEXT, text, first, second);
  }

  /** A negative length throws in Java, and would end the whole query on some databases. */
  private static Term length(Term from, Term to) throws UntranslatableException {
    if (from.constant() instanceof Integer first && to.constant() instanceof Integer last) {
      return Terms.constant(ValueType.INT, Math.max(last - first, 0));
    }
    Term zero = Terms.constant(ValueType.INT, 0);
    Term length = Integer.valueOf(0).equals(from.constant())
        ? to
        : Numbers.arithmetic(Operator.SUBTRACT, to, from);
    return Terms.choice(Terms.compared(Operator.GE, length, zero), length, Terms.nothing());
  }

  private static Term plus(Term number, int more) throws UntranslatableException {
    return number.constant() instanceof Integer known
        ? Terms.constant(ValueType.INT, known + more)
        : Numbers.arithmetic(Operator.ADD, number, Terms.constant(ValueType.INT, more));
  }
}
