package io.aludel.dialect.oracle;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import org.jspecify.annotations.Nullable;

/** How an index of vectors is made. What is not said is the database's own rule. Immutable. */
public final class VectorIndex {
  private final String type;
  private final String organization;
  private final String distance;
  private final String accuracy;
  private final String parameters;
  private final String parallel;

  /** How far vectors lie from each other. */
  public enum Distance {
    /** By the straight line between them. */
    EUCLIDEAN,
    /** By their product. */
    DOT,
    /** By the angle between them. */
    COSINE,
    /** By the sum of the differences of their parts. */
    MANHATTAN
  }

  private VectorIndex(String type, String organization, Details details) {
    this.type = type;
    this.organization = organization;
    this.distance = details.distance();
    this.accuracy = details.accuracy();
    this.parameters = details.parameters();
    this.parallel = details.parallel();
  }

  private record Details(String distance, String accuracy, String parameters, String parallel) {
    static final Details NONE = new Details("", "", "", "");
  }

  private VectorIndex with(Details details) {
    return new VectorIndex(type, organization, details);
  }

  /**
   * A graph of neighbours in memory.
   *
   * @return the index
   */
  public static VectorIndex hnsw() {
    return new VectorIndex("HNSW", "ORGANIZATION INMEMORY NEIGHBOR GRAPH", Details.NONE);
  }

  /**
   * Partitions of neighbours.
   *
   * @return the index
   */
  public static VectorIndex ivf() {
    return new VectorIndex("IVF", "ORGANIZATION NEIGHBOR PARTITIONS", Details.NONE);
  }

  private static int within(String what, int value, int most) {
    if (value < 0 || value > most) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A vector index cannot have " + value + " for its " + what + ". Give 0 to " + most + ".");
    }
    return value;
  }

  /**
   * The distance by which it finds vectors.
   *
   * @param by the distance
   * @return a copy with {@code DISTANCE …}
   */
  public VectorIndex distance(Distance by) {
    Distance given = ArgumentException.requireNonNull(by, "the distance of a vector index");
    return with(new Details(" DISTANCE " + given, accuracy, parameters, parallel));
  }

  /**
   * How accurate it is to be.
   *
   * @param percent 0 to 100
   * @return a copy with {@code WITH TARGET ACCURACY …}
   * @throws ArgumentException if {@code percent} is out of range
   */
  public VectorIndex accuracy(int percent) {
    String words = " WITH TARGET ACCURACY " + within("accuracy", percent, 100);
    return with(new Details(distance, words, parameters, parallel));
  }

  /**
   * How many processes make it.
   *
   * @param degree 0 or more
   * @return a copy with {@code PARALLEL …}
   * @throws ArgumentException if {@code degree} is negative
   */
  public VectorIndex parallel(int degree) {
    String words = " PARALLEL " + within("degree of parallelism", degree, Integer.MAX_VALUE);
    return with(new Details(distance, accuracy, parameters, words));
  }

  /**
   * How many neighbours a vector has in a graph.
   *
   * @param number 0 to 2048
   * @return a copy of a graph with {@code neighbors …}
   * @throws ArgumentException if {@code number} is out of range, or this is no graph
   */
  public VectorIndex neighbors(int number) {
    return parameter("HNSW", "neighbors", number, 2048);
  }

  /**
   * How many vectors are looked at when a graph is made.
   *
   * @param number 0 to 65535
   * @return a copy of a graph with {@code efconstruction …}
   * @throws ArgumentException if {@code number} is out of range, or this is no graph
   */
  public VectorIndex construction(int number) {
    return parameter("HNSW", "efconstruction", number, 65_535);
  }

  /**
   * How many partitions there are.
   *
   * @param number 0 to 10,000,000
   * @return a copy of partitions with {@code neighbor partitions …}
   * @throws ArgumentException if {@code number} is out of range, or this has no partitions
   */
  public VectorIndex partitions(int number) {
    return parameter("IVF", "neighbor partitions", number, 10_000_000);
  }

  /**
   * How many vectors of a partition are looked at when it is made.
   *
   * @param number 0 or more
   * @return a copy of partitions with {@code sample_per_partition …}
   * @throws ArgumentException if {@code number} is negative, or this has no partitions
   */
  public VectorIndex samples(int number) {
    return parameter("IVF", "sample_per_partition", number, Integer.MAX_VALUE);
  }

  /**
   * The fewest vectors of a partition.
   *
   * @param number 0 or more
   * @return a copy of partitions with {@code min_vectors_per_partition …}
   * @throws ArgumentException if {@code number} is negative, or this has no partitions
   */
  public VectorIndex leastVectors(int number) {
    return parameter("IVF", "min_vectors_per_partition", number, Integer.MAX_VALUE);
  }

  private VectorIndex parameter(String owner, String name, int value, int most) {
    if (!type.equals(owner)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A vector index of type " + type + " has no " + name + ": " + owner
              + " has. Leave it out.");
    }
    String longer = parameters + ", " + name + " " + within(name, value, most);
    return with(new Details(distance, accuracy, longer, parallel));
  }

  String sql() {
    return organization + distance + accuracy + " PARAMETERS (type " + type + parameters + ")"
        + parallel;
  }

  @Override
  public String toString() {
    return sql();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VectorIndex that && sql().equals(that.sql());
  }

  @Override
  public int hashCode() {
    return sql().hashCode();
  }
}
