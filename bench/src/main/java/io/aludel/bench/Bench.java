package io.aludel.bench;

import io.aludel.bench.Measured.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the works and prints a table of ratios to hand-written JDBC. All contestants take turns in each of
 * several rounds, each in a new process, every second round in the opposite order, so that a machine that
 * grows slower is slower for all of them. What JMH says is in a file for each work and database.
 */
public final class Bench {
  private static final int ROUNDS = 3;
  private static final Path RESULTS = Path.of("target", "bench", "times.tsv");

  private final CommandLineOptions asked;
  private final Measured measured;
  private final List<String> failures = new ArrayList<>();
  private String server = "";

  private Bench(CommandLineOptions asked, Measured measured) {
    this.asked = asked;
    this.measured = measured;
  }

  /**
   * Runs the benchmarks.
   *
   * @param arguments as JMH takes them: {@code -p operation=LINK,READ_LINKS -p database=H2 -p
   *     who=BY_HAND,ALUDEL} choose, {@code -f 5} asks for five rounds
   * @throws CommandLineOptionException if an argument is unknown
   * @throws IOException if results cannot be kept
   */
  public static void main(String[] arguments) throws CommandLineOptionException, IOException {
    String machine = Machine.description();
    Bench bench = new Bench(new CommandLineOptions(arguments), Measured.read(RESULTS));
    bench.runOnServer();
    List<String> lines = new ArrayList<>(List.of(machine, bench.method(), ""));
    lines.addAll(new Ratios(bench.measured).lines());
    Page.show("works", lines);
    if (!bench.failures.isEmpty()) {
      bench.failures.forEach(System.err::println);
      System.exit(1);
    }
  }

  /** One server for all works, for it takes long to make. */
  private void runOnServer() throws IOException {
    List<Cell> cells = cells();
    if (cells.stream().noneMatch(cell -> cell.database() == Database.POSTGRESQL)) {
      run(cells);
      return;
    }
    try (Place started = Place.open(Database.POSTGRESQL)) {
      server = started.url();
      run(cells);
    }
  }

  private void run(List<Cell> cells) throws IOException {
    cells.forEach(measured::forget);
    int rounds = rounds();
    for (int round = 0; round < rounds; round++) {
      for (Cell cell : cells) {
        System.out.printf(
            Locale.ROOT, "%d/%d %s %s:", round + 1, rounds, cell.database(), cell.operation());
        run(cell, round);
        measured.write(RESULTS);
      }
    }
  }

  private void run(Cell cell, int round) throws IOException {
    List<Who> contestants = new ArrayList<>(chosen("who", List.of(Who.values()), Who::valueOf));
    contestants.removeIf(who -> !who.does(cell));
    if (round % 2 == 1) {
      Collections.reverse(contestants);
    }
    try {
      for (RunResult result : measure(cell, contestants)) {
        Who who = Who.valueOf(result.getParams().getParam("who"));
        double score = result.getPrimaryResult().getScore();
        measured.add(cell, who, score);
        System.out.printf(Locale.ROOT, " %s %.2f ms", who.title(), score / 1_000);
      }
      System.out.println();
    } catch (RunnerException failure) {
      System.out.println(" failed");
      failures.add(cell + ": " + failure.getMessage() + ", see " + log(cell));
    }
  }

  private Collection<RunResult> measure(Cell cell, List<Who> contestants)
      throws RunnerException, IOException {
    Files.createDirectories(log(cell).getParent());
    return new Runner(new OptionsBuilder()
            .include(Work.class.getSimpleName())
            .param("operation", cell.operation().name())
            .param("database", cell.database().name())
            .param("who", contestants.stream().map(Who::name).toArray(String[]::new))
            .output(log(cell).toString())
            .shouldFailOnError(true)
            .forks(1)
            .jvmArgsAppend(
                "-Xms2g",
                "-Xmx2g",
                "-Dorg.jboss.logging.provider=slf4j",
                "-D" + Place.SERVER + "=" + server)
            .warmupIterations(asked.getWarmupIterations().orElse(6))
            .warmupTime(asked.getWarmupTime().orElse(TimeValue.seconds(2)))
            .measurementIterations(asked.getMeasurementIterations().orElse(5))
            .measurementTime(asked.getMeasurementTime().orElse(TimeValue.seconds(1)))
            .build())
        .run();
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (Operation operation :
        chosen("operation", List.of(Operation.values()), Operation::valueOf)) {
      for (Database database : chosen("database", Database.available(), Database::valueOf)) {
        cells.add(new Cell(operation, database));
      }
    }
    return cells;
  }

  private <T> List<T> chosen(String parameter, List<T> all, Function<String, T> named) {
    Collection<String> names = asked.getParameter(parameter).orElse(List.of());
    return names.isEmpty() ? all : names.stream().map(named).toList();
  }

  private int rounds() {
    return asked.getForkCount().orElse(ROUNDS);
  }

  private String method() {
    return String.format(
        Locale.ROOT,
        "Median of %d rounds, in each a new process with %d warm-ups of %s and %d iterations of %s.",
        rounds(),
        asked.getWarmupIterations().orElse(6),
        asked.getWarmupTime().orElse(TimeValue.seconds(2)),
        asked.getMeasurementIterations().orElse(5),
        asked.getMeasurementTime().orElse(TimeValue.seconds(1)));
  }

  private static Path log(Cell cell) {
    return RESULTS.resolveSibling(cell.operation() + "-" + cell.database() + ".txt");
  }
}
