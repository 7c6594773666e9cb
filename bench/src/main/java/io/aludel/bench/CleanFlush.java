package io.aludel.bench;

import io.aludel.bench.aludel.HeldAuthors;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** What a flush takes in a session that holds 10,000 objects, none of them changed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CleanFlush {
  private @Nullable Place place;
  private @Nullable Library library;
  private @Nullable HeldAuthors held;

  /**
   * Measures and prints.
   *
   * @param arguments none
   * @throws RunnerException if the benchmark fails
   */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder()
            .include(CleanFlush.class.getSimpleName())
            .forks(2)
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .build())
        .run();
  }

  /** Loads the objects. */
  @Setup(Level.Trial)
  public void open() throws SQLException {
    place = Place.open(Database.H2);
    library = new Library(Database.H2, place.jdbc());
    held = new HeldAuthors(place.url());
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
