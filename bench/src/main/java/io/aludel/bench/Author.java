package io.aludel.bench;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** The entity whose rows are read: a key and four values of different types. */
@Entity(table = "author")
public class Author {
  @Id
  private @Nullable Integer id;

  @Column(length = 60)
  private String name;

  @Column(length = 80)
  private @Nullable String email;

  private int born;
  private double rating;

  /** For the mapper only. */
  protected Author() {
    this.name = "";
  }

  Author(String name, @Nullable String email, int born, double rating) {
    this.name = name;
    this.email = email;
    this.born = born;
    this.rating = rating;
  }

  long checksum() {
    return (id == null ? 0 : id)
        + name.length()
        + (email == null ? 0 : email.length())
        + born
        + (long) (rating * 4);
  }
}
