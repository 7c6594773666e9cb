package io.aludel.processor.internal.javac.body;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import io.aludel.processor.internal.hybrid.Equality;
import io.aludel.processor.internal.hybrid.Kind;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.Terms;
import io.aludel.processor.internal.hybrid.UntranslatableException;
import java.util.List;
import java.util.Map;

/** Reads a switch that gives a value. */
final class Switches {
  private final Expressions expressions;

  Switches(Expressions expressions) {
    this.expressions = expressions;
  }

  Term read(SwitchExpressionTree tree, Map<String, Term> variables) throws UntranslatableException {
    Term selector = expressions.read(tree.getExpression(), variables);
    Term result = Terms.nothing();
    List<? extends CaseTree> cases = tree.getCases();
    for (CaseTree each : cases) {
      if (each.getExpressions().isEmpty()) {
        result = result(each, variables);
      }
    }
    for (int i = cases.size() - 1; i >= 0; i--) {
      CaseTree each = cases.get(i);
      if (!each.getExpressions().isEmpty()) {
        Term condition = condition(selector, each, variables);
        Term left = result(each, variables);
        Term right = result;
        result = expressions.at(each, () -> Terms.choice(condition, left, right));
      }
    }
    return result;
  }

  private Term result(CaseTree tree, Map<String, Term> variables) throws UntranslatableException {
    Tree body = tree.getBody();
    if (body instanceof ThrowTree) {
      return Terms.nothing();
    }
    if (body instanceof ExpressionTree expression) {
      return expressions.read(expression, variables);
    }
    throw expressions.refused(tree, "a case has SQL only if an arrow leads to its value");
  }

  private Term condition(Term selector, CaseTree tree, Map<String, Term> variables)
      throws UntranslatableException {
    Term all = null;
    for (ExpressionTree label : tree.getExpressions()) {
      Term constant = label(selector, label, variables);
      Term equal = selector.type().primitive() || selector.kind() == Kind.INT
          ? Equality.same(selector, constant)
          : Equality.equal(selector, constant);
      all = all == null ? equal : Terms.joined("some", all, equal);
    }
    return all == null ? Terms.nothing() : all;
  }

  /** The names of constants of an enum stand alone. */
  private Term label(Term selector, ExpressionTree label, Map<String, Term> variables)
      throws UntranslatableException {
    if (selector.kind() == Kind.ENUM && label instanceof IdentifierTree name) {
      return Terms.named(
          selector.type(), CodeBlock.of("$T.$L", selector.type().boxed(), name.getName()));
    }
    return expressions.read(label, variables);
  }
}
