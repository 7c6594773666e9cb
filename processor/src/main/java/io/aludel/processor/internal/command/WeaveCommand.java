package io.aludel.processor.internal.command;

import io.aludel.processor.internal.index.IndexFile;
import io.aludel.processor.internal.weaver.ClassFileFacts;
import io.aludel.processor.internal.weaver.WeaveException;
import io.aludel.processor.internal.weaver.Weaver;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/**
 * Weaves all classes of some folders in place and writes their indexes. A class that cannot be woven is
 * reported and left as it is; the others are woven all the same.
 */
public final class WeaveCommand {
  /** All went well. */
  public static final int OK = 0;

  /** A class could not be woven, or a file not be read or written. */
  public static final int FAILED = 1;

  /** The arguments are wrong. */
  public static final int USAGE = 2;

  private static final String HELP = """
      Usage: java -cp <processor and its class path> io.aludel.processor.WeaveMain [options] <folder>...

      Weaves the compiled entities in each folder, and the classes there that touch their fields, in
      place. For compilers that cannot weave while they compile: ecj, Kotlin, an IDE's own build.
      Weaving again changes nothing.

      Options:
        -cp, --class-path <path>  where to find super classes that are not in the folders
        -q,  --quiet              say nothing unless something fails
        -h,  --help               show this text

      Exit codes: 0 done, 1 something could not be woven, 2 wrong arguments.
      """;

  private final PrintStream out;
  private final PrintStream err;

  private int woven;
  private int failed;

  /**
   * Creates a command.
   *
   * @param out takes what it has to say
   * @param err takes what went wrong
   */
  public WeaveCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Does what the arguments say.
   *
   * @param arguments as given on the command line
   * @return the exit code
   */
  public int run(List<String> arguments) {
    Arguments asked;
    try {
      asked = Arguments.parse(arguments);
    } catch (Arguments.UsageException e) {
      err.println("weave: " + e.getMessage());
      err.print(HELP);
      return USAGE;
    }
    if (asked.help()) {
      out.print(HELP);
      return OK;
    }
    try {
      weave(asked);
    } catch (IOException | UncheckedIOException e) {
      err.println("weave: " + e);
      return FAILED;
    }
    if (!asked.quiet()) {
      out.println(woven == 1 ? "1 class woven." : woven + " classes woven.");
    }
    return failed == 0 ? OK : FAILED;
  }

  private void weave(Arguments asked) throws IOException {
    try (FolderCatalog catalog = new FolderCatalog(asked.folders(), asked.classPath())) {
      Weaver weaver = new Weaver(catalog);
      for (Path folder : asked.folders()) {
        Set<String> entities = new TreeSet<>();
        for (Path file : classFiles(folder)) {
          weave(file, weaver, entities);
        }
        new IndexFile(folder).write(entities);
      }
    }
  }

  private static List<Path> classFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(file -> file.toString().endsWith(".class"))
          .filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).startsWith("META-INF"))
          .sorted()
          .forEach(files::add);
    }
    return files;
  }

  private void weave(Path file, Weaver weaver, Set<String> entities) throws IOException {
    byte[] compiled = Files.readAllBytes(file);
    try {
      byte[] result = weaver.weave(compiled);
      ClassReader reader = new ClassReader(compiled);
      if (ClassFileFacts.read(reader).isEntity()) {
        entities.add(reader.getClassName().replace('/', '.'));
      }
      if (result != compiled) {
        Files.write(file, result);
        woven++;
      }
    } catch (WeaveException e) {
      failed++;
      err.println("weave: " + file + ": " + e.getMessage());
    }
  }
}
