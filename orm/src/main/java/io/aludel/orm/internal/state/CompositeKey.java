package io.aludel.orm.internal.state;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The identity key of a row with several key columns, or of one whose key is an array: equal by content. */
public final class CompositeKey {
  private static final int SPREAD = 0x01000193;

  private final @Nullable Object[] parts;
  private final int hash;

  /** Takes over {@code parts}, which must not change afterwards. */
  public CompositeKey(@Nullable Object[] parts) {
    this.parts = parts;
    this.hash = hashOf(parts);
  }

  /** Spread further than the 31 of the JDK does, with which short codes such as those of ISO collide. */
  private static int hashOf(@Nullable Object[] parts) {
    int hash = 0;
    for (Object part : parts) {
      boolean nests = part != null && part.getClass().isArray();
      hash = hash * SPREAD
          + (nests ? Arrays.deepHashCode(new Object[] {part}) : Objects.hashCode(part));
    }
    return hash;
  }

  public int size() {
    return parts.length;
  }

  public @Nullable Object part(int position) {
    return parts[position];
  }

  /** The parts in key order, for messages and inspection. */
  public List<@Nullable Object> parts() {
    return Arrays.asList(parts.clone());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CompositeKey that
        && hash == that.hash
        && Arrays.deepEquals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    String text = Arrays.deepToString(parts);
    return text.substring(1, text.length() - 1);
  }
}
