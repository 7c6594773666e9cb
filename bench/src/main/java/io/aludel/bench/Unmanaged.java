package io.aludel.bench;

import org.jspecify.annotations.Nullable;

/** An author with the fields of an entity, its collections not there. */
public final class Unmanaged {
  final @Nullable Integer id;
  final String name;
  final @Nullable String email;
  final int born;
  final double rating;

  @Nullable Object books;

  @Nullable Object labels;

  /** Takes the values over. */
  public Unmanaged(
      @Nullable Integer id, String name, @Nullable String email, int born, double rating) {
    this.id = id;
    this.name = name;
    this.email = email;
    this.born = born;
    this.rating = rating;
  }
}
