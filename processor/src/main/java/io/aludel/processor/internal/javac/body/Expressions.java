package io.aludel.processor.internal.javac.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import io.aludel.processor.internal.hybrid.Kind;
import io.aludel.processor.internal.hybrid.Methods;
import io.aludel.processor.internal.hybrid.Numbers;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.Terms;
import io.aludel.processor.internal.hybrid.UntranslatableException;
import io.aludel.processor.internal.hybrid.ValueType;
import io.aludel.processor.internal.model.AttributeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads expressions, and remembers the one that has no SQL. */
final class Expressions {
  private final Members members;
  private final Names names;
  private @Nullable Tree guilty;

  Expressions(Members members, Names names) {
    this.members = members;
    this.names = names;
  }

  /** What is worked out for a piece of source. */
  interface Step {
    Term term() throws UntranslatableException;
  }

  Members members() {
    return members;
  }

  @Nullable Tree guilty() {
    return guilty;
  }

  UntranslatableException refused(Tree tree, String reason) {
    guilty = tree;
    return new UntranslatableException(reason);
  }

  /** A step whose failure is that of a piece of source, unless of a smaller piece within. */
  Term at(Tree tree, Step step) throws UntranslatableException {
    try {
      return step.term();
    } catch (UntranslatableException e) {
      if (guilty == null) {
        guilty = tree;
      }
      throw e;
    }
  }

  Term read(ExpressionTree tree, Map<String, Term> variables) throws UntranslatableException {
    return at(tree, () -> readAny(tree, variables));
  }

  private Term readAny(ExpressionTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    if (tree instanceof ParenthesizedTree inner) {
      return read(inner.getExpression(), variables);
    }
    if (tree instanceof LiteralTree literal) {
      return literal(literal);
    }
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      return name(tree, variables);
    }
    if (tree instanceof BinaryTree binary) {
      return binary(binary, variables);
    }
    if (tree instanceof UnaryTree unary) {
      return Operators.unary(unary.getKind(), read(unary.getExpression(), variables));
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return Terms.choice(
          read(choice.getCondition(), variables),
          read(choice.getTrueExpression(), variables),
          read(choice.getFalseExpression(), variables));
    }
    if (tree instanceof MethodInvocationTree call) {
      return call(call, variables);
    }
    return rarer(tree, variables);
  }

  private Term rarer(ExpressionTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    if (tree instanceof TypeCastTree cast) {
      return cast(cast, variables);
    }
    if (tree instanceof NewClassTree created && created.getClassBody() == null) {
      TypeElement type = names.type(created.getIdentifier());
      String name = type == null ? created.getIdentifier().toString() : type.toString();
      return Methods.created(name, all(created.getArguments(), variables));
    }
    if (tree instanceof SwitchExpressionTree choice) {
      return new Switches(this).read(choice, variables);
    }
    String kind = tree.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    throw new UntranslatableException(
        (kind.contains("assignment") || kind.contains("crement") ? "assignment" : kind)
            + " has no SQL");
  }

  private static Term literal(LiteralTree tree) throws UntranslatableException {
    Object value = tree.getValue();
    return switch (tree.getKind()) {
      case NULL_LITERAL -> Terms.nothing();
      case STRING_LITERAL -> Terms.constant(ValueType.TEXT, value);
      case CHAR_LITERAL -> Terms.constant(ValueType.TEXT, value.toString());
      case BOOLEAN_LITERAL -> Terms.constant(ValueType.TRUTH, value);
      case INT_LITERAL -> Terms.constant(ValueType.INT, value);
      case LONG_LITERAL -> Terms.constant(ValueType.LONG, value);
      case DOUBLE_LITERAL -> Terms.constant(ValueType.DOUBLE, value);
      default -> throw new UntranslatableException("a float has no SQL that agrees with Java");
    };
  }

  private Term name(ExpressionTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    if (tree instanceof IdentifierTree identifier) {
      Term variable = variables.get(identifier.getName().toString());
      if (variable != null) {
        return variable;
      }
    }
    String own = Members.fieldOf(tree);
    Term field = own == null ? null : members.field(own);
    if (field != null) {
      return field;
    }
    if (tree instanceof MemberSelectTree select) {
      TypeElement type = names.type(select.getExpression());
      Term constant =
          type == null ? null : members.constant(type, select.getIdentifier().toString());
      if (constant != null) {
        return constant;
      }
      String path = Members.fieldOf(select.getExpression());
      if (path != null && members.relationship(path) != null) {
        throw new UntranslatableException("it would take a join to reach " + tree);
      }
    }
    throw new UntranslatableException("nothing is known of " + tree);
  }

  private Term binary(BinaryTree tree, Map<String, Term> variables) throws UntranslatableException {
    AttributeModel relationship = besideNull(tree);
    if (relationship != null) {
      boolean is = tree.getKind() == Tree.Kind.EQUAL_TO;
      return Operators.reference(relationship, is ? "isNull" : "isNotNull");
    }
    Term left = read(tree.getLeftOperand(), variables);
    Term right = read(tree.getRightOperand(), variables);
    return Operators.binary(tree.getKind(), left, right);
  }

  /** The relationship to one object that is compared with null. */
  private @Nullable AttributeModel besideNull(BinaryTree tree) {
    if (tree.getKind() != Tree.Kind.EQUAL_TO && tree.getKind() != Tree.Kind.NOT_EQUAL_TO) {
      return null;
    }
    ExpressionTree left = tree.getLeftOperand();
    ExpressionTree right = tree.getRightOperand();
    ExpressionTree other = left.getKind() == Tree.Kind.NULL_LITERAL ? right : left;
    boolean hasNull =
        left.getKind() == Tree.Kind.NULL_LITERAL || right.getKind() == Tree.Kind.NULL_LITERAL;
    String name = Members.fieldOf(other);
    AttributeModel found = name == null ? null : members.relationship(name);
    return hasNull && found != null && Operators.isReference(found) ? found : null;
  }

  private Term call(MethodInvocationTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    ExpressionTree method = tree.getMethodSelect();
    if (method instanceof IdentifierTree identifier) {
      return members.call(identifier.getName().toString(), all(tree.getArguments(), variables));
    }
    MemberSelectTree select = (MemberSelectTree) method;
    String name = select.getIdentifier().toString();
    ExpressionTree receiver = select.getExpression();
    if (receiver instanceof IdentifierTree self && self.getName().contentEquals("this")) {
      return members.call(name, all(tree.getArguments(), variables));
    }
    String field = Members.fieldOf(receiver);
    AttributeModel relationship =
        field == null || variables.containsKey(field) ? null : members.relationship(field);
    if (relationship != null) {
      return Operators.related(relationship, name);
    }
    boolean value = field != null && (variables.containsKey(field) || members.field(field) != null);
    TypeElement type = value ? null : names.type(receiver);
    if (type != null) {
      return Methods.callStatic(
          type.getQualifiedName().toString(), name, all(tree.getArguments(), variables));
    }
    if (receiver.toString().endsWith("ChronoUnit.DAYS") && name.equals("between")) {
      return days(receiver, tree, variables);
    }
    return Methods.call(
        read(receiver, variables), name, arguments(name, tree.getArguments(), variables));
  }

  private Term days(ExpressionTree receiver, MethodInvocationTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    Term days = Methods.daysBetween(all(tree.getArguments(), variables));
    if (days == null) {
      throw new UntranslatableException(receiver + ".between has SQL for two LocalDates only");
    }
    return days;
  }

  /** The locale of {@code toUpperCase(Locale.ROOT)} says what databases do anyway. */
  private List<Term> arguments(
      String name, List<? extends ExpressionTree> trees, Map<String, Term> variables)
      throws UntranslatableException {
    boolean locale = trees.size() == 1
        && (name.equals("toUpperCase") || name.equals("toLowerCase"))
        && trees.get(0).toString().endsWith("Locale.ROOT");
    return locale ? List.of() : all(trees, variables);
  }

  private List<Term> all(List<? extends ExpressionTree> trees, Map<String, Term> variables)
      throws UntranslatableException {
    List<Term> terms = new ArrayList<>();
    for (ExpressionTree tree : trees) {
      terms.add(read(tree, variables));
    }
    return terms;
  }

  private Term cast(TypeCastTree tree, Map<String, Term> variables) throws UntranslatableException {
    Term term = read(tree.getExpression(), variables);
    ValueType target = declared(tree.getType());
    boolean keeps = target != null
        && (target.kind() == term.kind()
            || (target.kind().isNumber()
                && term.kind().isNumber()
                && target.kind().compareTo(term.kind()) > 0));
    if (!keeps || target == null || term.kind() == Kind.OTHER) {
      throw new UntranslatableException("a cast to " + tree.getType() + " may lose something, and"
          + " databases lose it in other ways");
    }
    return Numbers.widened(term, target);
  }

  /** A stated type; null for {@code var} and for types that are not known. */
  @Nullable ValueType declared(@Nullable Tree type) {
    if (type instanceof PrimitiveTypeTree primitive) {
      return switch (primitive.getPrimitiveTypeKind()) {
        case INT -> ValueType.INT;
        case LONG -> ValueType.LONG;
        case DOUBLE -> ValueType.DOUBLE;
        case BOOLEAN -> ValueType.TRUTH;
        default -> null;
      };
    }
    TypeElement element = type == null ? null : names.type(type);
    return element == null ? null : ValueType.of(element.asType());
  }
}
