package io.aludel.processor.internal.javac.body;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import io.aludel.processor.internal.hybrid.HybridMethod;
import io.aludel.processor.internal.hybrid.Kind;
import io.aludel.processor.internal.hybrid.Numbers;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.Terms;
import io.aludel.processor.internal.hybrid.UntranslatableException;
import io.aludel.processor.internal.hybrid.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements as one expression: a variable is its value, and an {@code if} chooses between what
 * follows in either case.
 */
final class Statements {
  private final Expressions expressions;

  Statements(Expressions expressions) {
    this.expressions = expressions;
  }

  /** What has no SQL; null for the whole method. */
  @Nullable Tree guilty() {
    return expressions.guilty();
  }

  /** What a method gives back. */
  Term method(MethodTree method, HybridMethod hybrid) throws UntranslatableException {
    Map<String, Term> variables = new HashMap<>();
    for (VariableElement parameter : hybrid.parameters()) {
      String name = parameter.getSimpleName().toString();
      variables.put(
          name,
          new Term.Leaf(
              ValueType.of(parameter.asType()),
              expressions.members().isNullable(parameter),
              CodeBlock.of("$L", name),
              null));
    }
    return result(method.getBody().getStatements(), variables);
  }

  private Term result(List<? extends StatementTree> statements, Map<String, Term> variables)
      throws UntranslatableException {
    if (statements.isEmpty()) {
      throw new UntranslatableException("it ends without a result");
    }
    StatementTree first = statements.get(0);
    List<? extends StatementTree> rest = statements.subList(1, statements.size());
    if (first instanceof ReturnTree result) {
      return returned(result, variables);
    }
    if (first instanceof VariableTree variable) {
      Map<String, Term> more = new HashMap<>(variables);
      more.put(variable.getName().toString(), value(variable, variables));
      return result(rest, more);
    }
    if (first instanceof IfTree choice) {
      Term condition = expressions.read(choice.getCondition(), variables);
      Term left = result(joined(choice.getThenStatement(), rest), variables);
      Term right = result(joined(choice.getElseStatement(), rest), variables);
      return expressions.at(choice, () -> Terms.choice(condition, left, right));
    }
    if (first instanceof BlockTree || first instanceof EmptyStatementTree) {
      return result(joined(first, rest), variables);
    }
    if (first instanceof ThrowTree) {
      return Terms.nothing();
    }
    throw expressions.refused(first, words(first.getKind()) + " has no SQL");
  }

  private Term returned(ReturnTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    ExpressionTree expression = tree.getExpression();
    Term result = expressions.read(expression, variables);
    if (result.kind() == Kind.ORDER) {
      throw expressions.refused(
          expression, "compareTo gives a number, of which SQL knows only how it compares with 0");
    }
    return result;
  }

  private Term value(VariableTree variable, Map<String, Term> variables)
      throws UntranslatableException {
    ExpressionTree initializer = variable.getInitializer();
    if (initializer == null) {
      throw expressions.refused(
          variable, "the variable " + variable.getName() + " has no value from the start");
    }
    Term value = expressions.read(initializer, variables);
    ValueType declared = expressions.declared(variable.getType());
    return declared == null ? value : Numbers.widened(value, declared);
  }

  private static List<StatementTree> joined(
      @Nullable StatementTree first, List<? extends StatementTree> rest) {
    List<StatementTree> all = new ArrayList<>();
    if (first instanceof BlockTree block) {
      all.addAll(block.getStatements());
    } else if (first != null && !(first instanceof EmptyStatementTree)) {
      all.add(first);
    }
    all.addAll(rest);
    return all;
  }

  private static String words(Tree.Kind kind) {
    return switch (kind) {
      case FOR_LOOP, ENHANCED_FOR_LOOP, WHILE_LOOP, DO_WHILE_LOOP -> "a loop";
      case EXPRESSION_STATEMENT -> "an assignment or a call for its effect";
      case SWITCH -> "a switch statement, unlike a switch that gives a value,";
      case TRY -> "try";
      case CLASS, RECORD, ENUM, INTERFACE -> "a local class";
      default -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }
}
