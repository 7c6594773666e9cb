package io.aludel.bench;

import java.sql.SQLException;
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

/**
 * One work, done by one contestant on one database, in a process of its own. Before it is measured it is
 * done once by hand and once by the contestant, and both must have seen and left the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Work {
  /** What is done. */
  @Param
  Operation operation = Operation.READ_ENTITIES;

  /** Where it is done. */
  @Param
  Database database = Database.H2;

  /** Who does it. */
  @Param
  Who who = Who.BY_HAND;

  private @Nullable Place place;
  private @Nullable Library library;
  private @Nullable Contestant contestant;

  /** Fills the database and compares the answers. */
  @Setup(Level.Trial)
  public void open() throws SQLException {
    place = Place.open(database);
    library = new Library(database, place.jdbc());
    contestant = who.open(place);
    operation.begin(library);
    Outcome wanted;
    try (Contestant byHand = Who.BY_HAND.open(place)) {
      wanted = outcome(library, byHand);
    }
    Outcome found = outcome(library, contestant);
    if (!found.equals(wanted)) {
      throw new IllegalStateException(who + " answers " + found + ", by hand " + wanted);
    }
  }

  /** Puts the tables right. */
  @Setup(Level.Invocation)
  public void before() throws SQLException {
    operation.before(opened(library));
  }

  /** Closes the database. */
  @TearDown(Level.Trial)
  public void close() throws SQLException {
    opened(contestant).close();
    opened(library).close();
    opened(place).close();
  }

  /** The work. */
  @Benchmark
  public long work() throws SQLException {
    return operation.run(opened(contestant));
  }

  private Outcome outcome(Library rows, Contestant by) throws SQLException {
    operation.before(rows);
    long before = rows.fingerprint();
    long seen = operation.run(by);
    return new Outcome(seen, rows.fingerprint() - before);
  }

  private static <T> T opened(@Nullable T present) {
    if (present == null) {
      throw new IllegalStateException("the trial has not begun");
    }
    return present;
  }

  /** What a contestant saw, and how far it changed the fingerprint of the rows. */
  private record Outcome(long seen, long changed) {}
}
