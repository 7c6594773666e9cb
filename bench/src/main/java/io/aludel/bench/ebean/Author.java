package io.aludel.bench.ebean;

import io.aludel.bench.NewAuthor;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key, four values of different types, a one-to-many and a many-to-many collection. */
@Entity
@Table(name = "author")
public class Author {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Nullable Integer id;

  @Column(length = 60, nullable = false)
  String name;

  @Column(length = 80)
  @Nullable String email;

  int born;
  double rating;

  @OneToMany(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
  List<Book> books = new ArrayList<>();

  @ManyToMany
  @JoinTable(
      name = "author_label",
      joinColumns = @JoinColumn(name = "author_id"),
      inverseJoinColumns = @JoinColumn(name = "label_id"))
  Set<Label> labels = new LinkedHashSet<>();

  /** For the mapper only. */
  protected Author() {
    this.name = "";
  }

  Author(NewAuthor values) {
    name = values.name();
    email = values.email();
    born = values.born();
    rating = values.rating();
    for (String title : values.titles()) {
      books.add(new Book(title, this));
    }
  }

  int key() {
    return id == null ? 0 : id;
  }

  void growOlder() {
    born++;
  }

  void add(Label label) {
    labels.add(label);
  }

  long checksum() {
    return key()
        + name.length()
        + (email == null ? 0 : email.length())
        + born
        + (long) (rating * 4);
  }

  long checksumWithBooks() {
    long sum = checksum();
    for (Book book : books) {
      sum += book.checksum();
    }
    return sum;
  }

  long checksumWithLabels() {
    long sum = checksum();
    for (Label label : labels) {
      sum += label.checksum();
    }
    return sum;
  }
}
