package io.aludel.processor.internal.javac.body;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.check.Report;
import io.aludel.processor.internal.hybrid.BodyReader;
import io.aludel.processor.internal.hybrid.HybridMethod;
import io.aludel.processor.internal.hybrid.Signatures;
import io.aludel.processor.internal.hybrid.Term;
import io.aludel.processor.internal.hybrid.UntranslatableException;
import io.aludel.processor.internal.javac.WrappedEnvironment;
import io.aludel.processor.internal.model.MappedClass;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reads bodies from javac's trees, and marks what has no SQL where it stands. */
public final class JavacBodies implements BodyReader {
  private final Trees trees;
  private final Elements elements;

  private JavacBodies(Trees trees, Elements elements) {
    this.trees = trees;
    this.elements = elements;
  }

  /**
   * The reader of a compilation.
   *
   * @param environment what the compiler gave to the processor
   * @return the reader
   * @throws IllegalArgumentException if the compiler is not javac
   */
  public static BodyReader attach(ProcessingEnvironment environment) {
    ProcessingEnvironment original = WrappedEnvironment.unwrap(environment);
    return new JavacBodies(Trees.instance(original), environment.getElementUtils());
  }

  @Override
  public @Nullable Term read(MappedClass mapped, HybridMethod hybrid, Report report) {
    TreePath path = trees.getPath(hybrid.method());
    MethodTree method = path == null ? null : (MethodTree) path.getLeaf();
    if (method == null || method.getBody() == null) {
      report.error(
          MappingMessage.HYBRID_BODY,
          hybrid.method(),
          hybrid.ownerName(),
          hybrid.methodName(),
          "it has no body",
          Signatures.expression(hybrid));
      return null;
    }
    Names names = new Names(elements, path.getCompilationUnit(), hybrid.owner());
    Members members = new Members(mapped, names, trees, elements);
    Statements statements = new Statements(new Expressions(members, names));
    try {
      return statements.method(method, hybrid);
    } catch (UntranslatableException e) {
      Tree guilty = statements.guilty();
      String text = MappingMessage.HYBRID_BODY.text(
              hybrid.ownerName(), hybrid.methodName(), e.reason(), Signatures.expression(hybrid))
          + " [" + MappingMessage.HYBRID_BODY.code() + "]";
      trees.printMessage(
          Diagnostic.Kind.ERROR, text, guilty == null ? method : guilty, path.getCompilationUnit());
      return null;
    }
  }
}
