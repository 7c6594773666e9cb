package io.aludel.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What a flush takes in a session that holds 10,000 objects, none of them changed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CleanFlush {
  /** Whose session; a transaction of Ebean notices no changes and flushes only what was saved. */
  @Param({"ALUDEL", "HIBERNATE"})
  Who who = Who.ALUDEL;

  private @Nullable Place place;
  private @Nullable Library library;
  private @Nullable Held held;

  /**
   * Measures and prints.
   *
   * @param arguments none
   * @throws RunnerException if the benchmark fails
   * @throws IOException if the document cannot be written
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Collection<RunResult> results = new Runner(new OptionsBuilder()
            .include(CleanFlush.class.getSimpleName())
            .forks(2)
            .jvmArgsAppend("-Dorg.jboss.logging.provider=slf4j")
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .build())
        .run();
    List<String> lines = new ArrayList<>(
        List.of("| A flush that finds 10,000 objects unchanged | ns |", "| --- | ---: |"));
    for (RunResult result : results) {
      Who who = Who.valueOf(result.getParams().getParam("who"));
      lines.add(String.format(
          Locale.ROOT,
          "| %s | %,.0f%s |",
          who.title(),
          result.getPrimaryResult().getScore(),
          who == Who.ALUDEL ? " (1,000)" : ""));
    }
    Page.show("flush", lines);
  }

  /** Loads the objects. */
  @Setup(Level.Trial)
  public void open() throws SQLException {
    place = Place.open(Database.H2);
    library = new Library(Database.H2, place.jdbc());
    held = who.hold(place);
    held.load();
  }

  /** Closes the database. */
  @TearDown(Level.Trial)
  public void close() throws SQLException {
    if (held != null && library != null && place != null) {
      held.close();
      library.close();
      place.close();
    }
  }

  /** The flush. */
  @Benchmark
  public void flush() {
    if (held != null) {
      held.flush();
    }
  }
}
