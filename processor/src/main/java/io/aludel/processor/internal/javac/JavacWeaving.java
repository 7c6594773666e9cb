package io.aludel.processor.internal.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.processor.internal.javac.ClassOutput.ClassFile;
import io.aludel.processor.internal.weaver.WeaveException;
import io.aludel.processor.internal.weaver.Weaver;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Weaves each class right after javac has written it, in place. A listener of the compilation, through
 * the one supported door, {@link JavacTask}.
 *
 * <p>A class may touch a field by way of a local class that the compiler does not find by name. Such a
 * class waits until that local class has been written too, which is before the next top-level class.
 */
public final class JavacWeaving implements TaskListener {
  private final Messager messager;
  private final Trees trees;
  private final ClassOutput output;
  private final ElementCatalog catalog;
  private final Weaver weaver;
  private final Set<String> sources = new HashSet<>();
  private final List<TaskEvent> waiting = new ArrayList<>();

  private JavacWeaving(ProcessingEnvironment environment, JavacTask task) {
    messager = environment.getMessager();
    trees = Trees.instance(environment);
    output = new ClassOutput(environment.getFiler(), task.getElements());
    catalog = new ElementCatalog(task.getElements(), this::isSource);
    weaver = new Weaver(catalog);
  }

  /**
   * Attaches weaving to the running compilation.
   *
   * @param environment what the compiler gave to the processor
   * @return the weaving
   * @throws IllegalArgumentException if the compiler is not javac
   */
  public static JavacWeaving attach(ProcessingEnvironment environment) {
    ProcessingEnvironment original = WrappedEnvironment.unwrap(environment);
    JavacTask task = JavacTask.instance(original);
    JavacWeaving weaving = new JavacWeaving(original, task);
    task.addTaskListener(weaving);
    return weaving;
  }

  /**
   * Told of the types of each round, so that what is being compiled can be told from what was.
   *
   * @param types the root elements of the round
   */
  public void compiling(Set<? extends Element> types) {
    for (Element type : types) {
      if (type instanceof TypeElement) {
        sources.add(((TypeElement) type).getQualifiedName().toString());
      }
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.ENTER && event.getCompilationUnit() != null) {
      entered(event.getCompilationUnit());
    } else if (event.getKind() == TaskEvent.Kind.GENERATE && isClass(event.getTypeElement())) {
      generated(event);
    }
  }

  /** The descriptors of modules and packages are class files too. */
  private static boolean isClass(@Nullable TypeElement type) {
    return type != null && !type.getSimpleName().toString().contains("-");
  }

  /** Sources found on the source path never show up in a round. */
  private void entered(CompilationUnitTree unit) {
    String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree) {
        sources.add(prefix + ((ClassTree) type).getSimpleName());
      }
    }
  }

  private boolean isSource(TypeElement type) {
    Element outermost = type;
    while (outermost.getEnclosingElement() instanceof TypeElement) {
      outermost = outermost.getEnclosingElement();
    }
    return sources.contains(((TypeElement) outermost).getQualifiedName().toString());
  }

  private void generated(TaskEvent event) {
    if (!weave(event)) {
      waiting.add(event);
      return;
    }
    waiting.removeIf(this::weave);
  }

  /** False when the class has to wait for a local class. */
  private boolean weave(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    catalog.forgetMissing();
    ClassFile file = null;
    try {
      file = output.find(type, event.getSourceFile());
      if (file == null) {
        notFound(event);
        return true;
      }
      byte[] compiled = file.read();
      byte[] woven = weaver.weave(compiled);
      if (catalog.missesLocalClass()) {
        return false;
      }
      if (woven != compiled) {
        file.write(woven);
      }
    } catch (FileNotFoundException | NoSuchFileException e) {
      notFound(event);
    } catch (WeaveException e) {
      report(Diagnostic.Kind.ERROR, event, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      MappingMessage message = MappingMessage.CLASS_FILE_NOT_WRITTEN;
      String text = message.text(type, file == null ? "the class output" : file, e);
      report(Diagnostic.Kind.ERROR, event, text + " [" + message.code() + "]");
    }
    return true;
  }

  /** A warning, because the classes may be woven afterwards. */
  private void notFound(TaskEvent event) {
    TypeElement type = event.getTypeElement();
    if (ElementCatalog.isMapped(type)) {
      MappingMessage message = MappingMessage.CLASS_FILE_NOT_FOUND;
      String text = message.text(type) + " [" + message.code() + "]";
      report(Diagnostic.Kind.WARNING, event, text);
    }
  }

  /** By now javac knows the file of a class, but no longer its place there. */
  private void report(Diagnostic.Kind kind, TaskEvent event, String text) {
    CompilationUnitTree unit = event.getCompilationUnit();
    if (unit == null) {
      messager.printMessage(kind, text);
    } else {
      trees.printMessage(kind, text, unit, unit);
    }
  }
}
