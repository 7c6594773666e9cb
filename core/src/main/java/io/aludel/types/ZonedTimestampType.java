package io.aludel.types;

/**
 * A point in time. As {@code OffsetDateTime} it keeps its offset only where the database does (H2);
 * elsewhere it comes back at the same instant in UTC.
 *
 * @param javaType {@code Instant} or {@code OffsetDateTime}
 * @param <T> the Java type of the values
 */
public record ZonedTimestampType<T>(Class<T> javaType) implements SqlType<T> {
  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public boolean sameValue(T left, T right) {
    return left.equals(right)
        || (left instanceof java.time.OffsetDateTime one
            && right instanceof java.time.OffsetDateTime other
            && one.isEqual(other));
  }
}
