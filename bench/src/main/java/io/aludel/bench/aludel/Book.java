package io.aludel.bench.aludel;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** A book of one author. */
@Entity(table = "book")
public class Book {
  @Id
  @Nullable Integer id;

  @ForeignKey("author.id")
  int authorId;

  @Relationship(backPopulates = "books")
  @Nullable Author author;

  @Column(length = 80)
  String title;

  int pages;

  /** For the mapper only. */
  protected Book() {
    this.title = "";
  }

  Book(String title) {
    this.title = title;
    this.pages = 100 + title.length();
  }

  long checksum() {
    return (id == null ? 0 : id) + title.length() + pages;
  }
}
