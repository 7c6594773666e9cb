package io.aludel.bench.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A book of one author. */
@Entity
@Table(name = "book")
public class Book {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "book_keys")
  @SequenceGenerator(name = "book_keys", sequenceName = "book_keys", allocationSize = 1_000)
  @Nullable Integer id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "author_id")
  @Nullable Author author;

  @Column(length = 80, nullable = false)
  String title;

  int pages;

  /** For the mapper only. */
  protected Book() {
    this.title = "";
  }

  Book(String title, Author author) {
    this.title = title;
    this.pages = 100 + title.length();
    this.author = author;
  }

  long checksum() {
    return (id == null ? 0 : id) + title.length() + pages;
  }
}
