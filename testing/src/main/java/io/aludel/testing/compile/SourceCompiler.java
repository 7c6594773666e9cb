package io.aludel.testing.compile;

import io.aludel.processor.MetamodelProcessor;
import io.aludel.processor.WeavingProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles source texts in memory with the JDK's compiler, by default with Aludel's processors, so that
 * entities are checked and woven and their metamodel is there. Immutable: each setting gives a new
 * compiler.
 */
public final class SourceCompiler {
  private final List<String> options;
  private final List<Supplier<? extends Processor>> processors;
  private final List<Compilation> earlier;

  private SourceCompiler(
      List<String> options,
      List<Supplier<? extends Processor>> processors,
      List<Compilation> earlier) {
    this.options = List.copyOf(options);
    this.processors = List.copyOf(processors);
    this.earlier = List.copyOf(earlier);
  }

  /**
   * A compiler with Aludel's processors, for the language of the JDK that runs it.
   *
   * @return the compiler
   */
  public static SourceCompiler create() {
    List<Supplier<? extends Processor>> processors = new ArrayList<>();
    processors.add(MetamodelProcessor::new);
    processors.add(WeavingProcessor::new);
    return new SourceCompiler(List.of("-parameters"), processors, List.of());
  }

  /**
   * A compiler with further options.
   *
   * @param more options of javac
   * @return the compiler
   */
  public SourceCompiler withOptions(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new SourceCompiler(all, processors, earlier);
  }

  /**
   * A compiler with other processors than Aludel's, in this order; without any, when none is given.
   *
   * @param others make the processors, anew for each compilation
   * @return the compiler
   */
  @SafeVarargs
  public final SourceCompiler withProcessors(Supplier<? extends Processor>... others) {
    return new SourceCompiler(options, List.of(others), earlier);
  }

  /**
   * A compiler that finds the classes of an earlier compilation, as if they came from a jar.
   *
   * @param compilation the earlier compilation
   * @return the compiler
   */
  public SourceCompiler after(Compilation compilation) {
    List<Compilation> all = new ArrayList<>(earlier);
    all.add(compilation);
    return new SourceCompiler(options, processors, all);
  }

  /**
   * Compiles sources. Each text is one file, named after its first top-level type.
   *
   * @param sources the texts
   * @return what came of it, be it success or failure
   * @throws IllegalStateException if this Java has no compiler, being no JDK
   */
  public Compilation compile(String... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException(
          "Cannot compile: this Java has no compiler. Run the tests on a JDK.");
    }
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    Map<String, byte[]> output = new ConcurrentHashMap<>();
    List<MemorySource> texts = new ArrayList<>();
    for (String source : sources) {
      texts.add(MemorySource.of(source));
    }
    try (StandardJavaFileManager standard =
            compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
        MemoryFileSystem files = new MemoryFileSystem(standard, output, earlierFiles())) {
      JavaCompiler.CompilationTask task =
          compiler.getTask(new StringWriter(), files, said, options, null, texts);
      task.setLocale(Locale.ROOT);
      List<Processor> fresh = new ArrayList<>();
      processors.forEach(each -> fresh.add(each.get()));
      task.setProcessors(fresh);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<CompileMessage> messages = new ArrayList<>();
    said.getDiagnostics().forEach(each -> messages.add(message(each)));
    return new Compilation(messages, output, parentLoader());
  }

  private List<Map<String, byte[]>> earlierFiles() {
    List<Map<String, byte[]>> files = new ArrayList<>();
    earlier.forEach(each -> files.add(each.files()));
    return files;
  }

  /** The last of the earlier compilations knows those before it. */
  private ClassLoader parentLoader() {
    return earlier.isEmpty()
        ? SourceCompiler.class.getClassLoader()
        : earlier.get(earlier.size() - 1).classLoader();
  }

  private static CompileMessage message(Diagnostic<? extends JavaFileObject> said) {
    JavaFileObject source = said.getSource();
    String name = source == null ? "" : source.getName();
    return new CompileMessage(
        said.getKind(),
        said.getMessage(Locale.ROOT),
        name.substring(name.lastIndexOf('/') + 1),
        said.getLineNumber(),
        marked(said));
  }

  private static String marked(Diagnostic<? extends JavaFileObject> said) {
    JavaFileObject source = said.getSource();
    if (source == null || said.getStartPosition() < 0) {
      return "";
    }
    try {
      CharSequence text = source.getCharContent(true);
      int from = (int) said.getStartPosition();
      int to = (int) Math.min(said.getEndPosition(), text.length());
      return from <= to ? text.subSequence(from, to).toString() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
