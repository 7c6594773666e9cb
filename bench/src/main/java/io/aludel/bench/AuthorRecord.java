package io.aludel.bench;

import org.jspecify.annotations.Nullable;

/** An author read as plain values. */
public record AuthorRecord(int id, String name, @Nullable String email, int born, double rating) {
  /** Differs when a value differs. */
  public long checksum() {
    return id + name.length() + (email == null ? 0 : email.length()) + born + (long) (rating * 4);
  }
}
