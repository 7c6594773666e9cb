package io.aludel.bench.aludel;

import io.aludel.bench.NewAuthor;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key, four values of different types, a one-to-many and a many-to-many collection. */
@Entity(table = "author")
public class Author {
  @Id
  @Nullable Integer id;

  @Column(length = 60)
  String name;

  @Column(length = 80)
  @Nullable String email;

  int born;
  double rating;

  @Relationship(
      backPopulates = "author",
      passiveDeletes = PassiveDeletes.BY_STATEMENT,
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  List<Book> books = new ArrayList<>();

  @Relationship(secondary = "author_label", passiveDeletes = PassiveDeletes.BY_STATEMENT)
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
      books.add(new Book(title));
    }
  }

  long checksum() {
    return (id == null ? 0 : id)
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
