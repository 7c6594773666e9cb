package io.aludel.processor;

import io.aludel.processor.internal.index.CompilationIndex;
import io.aludel.processor.internal.javac.JavacWeaving;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Weaves classes while javac compiles them, and keeps the index of entities. It looks at every class,
 * because any class may touch the fields of an entity, and claims no annotation. Under other compilers
 * it only writes the index; there the {@code weave} command does the rest.
 */
@SupportedAnnotationTypes("*")
public final class WeavingProcessor extends AbstractProcessor {
  private @Nullable JavacWeaving weaving;
  private @Nullable CompilationIndex index;

  /** Called by the compiler. */
  public WeavingProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    index = new CompilationIndex(environment);
    try {
      weaving = JavacWeaving.attach(environment);
    } catch (LinkageError | IllegalArgumentException e) {
      weaving = null; // Not javac.
    }
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (weaving != null) {
      weaving.compiling(round.getRootElements());
    }
    if (index != null) {
      index.compiling(round.getRootElements());
      if (round.processingOver() && !round.errorRaised()) {
        index.write(processingEnv);
      }
    }
    return false;
  }
}
