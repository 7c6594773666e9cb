package io.aludel.examples.atlas;

import io.aludel.AludelException;
import io.aludel.engine.Engine;
import io.aludel.examples.atlas.ask.Questions;
import io.aludel.examples.atlas.ask.Rehearsal;
import io.aludel.examples.atlas.ask.Strategies;
import io.aludel.examples.atlas.facts.JdkWorld;
import io.aludel.examples.atlas.load.AtlasLoad;
import io.aludel.examples.atlas.load.Comparison;
import io.aludel.examples.atlas.load.Models;
import io.aludel.examples.atlas.load.Progress;
import io.aludel.examples.page.Terminal;
import io.aludel.examples.program.UsageException;
import io.aludel.orm.SessionFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The atlas as a program; {@code --help} tells its options and exit codes. */
public final class Atlas {
  private static final int REFUSED = 1;
  private static final int NONSENSE = 2;
  private static final int INCOMPLETE = 3;
  private static final int ROUNDS = 3;

  private static final List<String> TEN_LOCALES =
      List.of("en", "de", "fr", "es", "pl", "el", "ru", "ar", "hi", "ja");

  private final AtlasOptions options;
  private final PrintStream out;
  private final PrintStream errors;

  private Atlas(AtlasOptions options, PrintStream out, PrintStream errors) {
    this.options = options;
    this.out = out;
    this.errors = errors;
  }

  /**
   * Runs the program.
   *
   * @param arguments the command line, see {@code --help}
   */
  public static void main(String[] arguments) {
    int status = run(List.of(arguments), System.out, System.err);
    // Inside Maven a normal end must not end Maven.
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(List<String> arguments, PrintStream out, PrintStream errors) {
    try {
      AtlasOptions options = AtlasOptions.parse(arguments);
      if (options.help()) {
        out.print(AtlasOptions.USAGE);
        return 0;
      }
      Atlas atlas = new Atlas(options, out, errors);
      return options.compares() ? atlas.compare() : atlas.loadAndAsk();
    } catch (UsageException wrong) {
      errors.println(wrong.getMessage());
      errors.println("Try --help.");
      return NONSENSE;
    } catch (AludelException | Comparison.TablesInTheWayException failed) {
      errors.println(failed.getMessage());
      return REFUSED;
    }
  }

  private JdkWorld world() {
    return new JdkWorld(options.locales(), Instant.now().truncatedTo(ChronoUnit.DAYS));
  }

  private int loadAndAsk() {
    try (Engine engine = Engine.create(options.url())) {
      SessionFactory sessions = SessionFactory.of(engine, Models.ATLAS);
      out.println("The atlas, on " + engine.dialect().name() + ".");
      if (options.loads()) {
        Models.ATLAS.metadata().createAll(engine);
        load(sessions);
      }
      int missing = AtlasLoad.missing(sessions);
      if (missing > 0) {
        errors.println("The atlas is not complete: at least " + missing + " of its batches "
            + (missing == 1 ? "is" : "are") + " not loaded."
            + " Run it again without --questions-only and --batches.");
        return INCOMPLETE;
      }
      if (options.asks()) {
        ask(sessions);
      }
      return 0;
    }
  }

  private void load(SessionFactory sessions) {
    if (AtlasLoad.missing(sessions) == 0) {
      out.println("Everything is loaded already.");
      return;
    }
    long began = System.nanoTime();
    long rows = new AtlasLoad(sessions, world(), new Progress(out, Terminal.isWatched()))
        .run(options.batches());
    out.printf(
        Locale.ROOT, "Loaded %,d rows in %.1f s.%n", rows, (System.nanoTime() - began) / 1e9);
  }

  private void ask(SessionFactory sessions) {
    new Questions(out, options.country(), options.date(), TEN_LOCALES).ask(sessions);
    Strategies.print(sessions, "EUR", out);
    Rehearsal.print(sessions, out);
  }

  /** Writes beside the file, or into the empty database that was named; leaves neither tables nor files. */
  private int compare() {
    if (!options.usesFile()) {
      try (Engine engine = Engine.create(options.url())) {
        Comparison.refuseExistingTables(engine);
      }
    }
    out.println("Gathering what the JDK knows ...");
    Comparison comparison = new Comparison(world());
    if (!options.usesFile()) {
      comparison.run(() -> Engine.create(options.url()), ROUNDS, out);
      return 0;
    }
    Path file = Path.of(options.file() + ".compare");
    try {
      comparison.run(() -> emptyFile(file), ROUNDS, out);
    } finally {
      delete(file);
    }
    return 0;
  }

  private static Engine emptyFile(Path file) {
    delete(file);
    return Engine.create("jdbc:sqlite:" + file);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UncheckedIOException("Cannot delete " + file + ".", kept);
    }
  }
}
