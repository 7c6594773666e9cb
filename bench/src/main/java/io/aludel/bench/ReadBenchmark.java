package io.aludel.bench;

import static io.aludel.orm.Orm.select;

import io.aludel.orm.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

/** Reads 10,000 rows of five columns: as plain objects by hand, as managed entities by Aludel. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadBenchmark {
  /** The database to read from. */
  @Param
  Database database = Database.H2;

  private @Nullable Store store;

  /** Fills the database. */
  @Setup(Level.Trial)
  public void open() {
    store = Store.open(database);
    long byHand = checksumByHand();
    long managed = checksumManaged();
    if (byHand != managed) {
      throw new IllegalStateException("answers differ: " + byHand + " and " + managed);
    }
  }

  /** Closes the database. */
  @TearDown(Level.Trial)
  public void close() throws SQLException {
    store().close();
  }

  /** JDBC, written by hand: a prepared statement each time, typed getters by position. */
  @Benchmark
  public List<PlainAuthor> jdbc() throws SQLException {
    List<PlainAuthor> authors = new ArrayList<>();
    try (PreparedStatement statement =
            store().jdbc().prepareStatement("SELECT id, name, email, born, rating FROM author");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        authors.add(new PlainAuthor(
            rows.getInt(1),
            rows.getString(2),
            rows.getString(3),
            rows.getInt(4),
            rows.getDouble(5)));
      }
    }
    return authors;
  }

  /** A session of its own, and all objects managed by it. */
  @Benchmark
  public List<Author> aludel() {
    try (Session session = store().session()) {
      return session.scalars(select(Author.class)).all();
    }
  }

  private long checksumByHand() {
    try {
      return jdbc().stream().mapToLong(PlainAuthor::checksum).sum();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private long checksumManaged() {
    return aludel().stream().mapToLong(Author::checksum).sum();
  }

  private Store store() {
    Store present = store;
    if (present == null) {
      throw new IllegalStateException("the trial has not begun");
    }
    return present;
  }
}
