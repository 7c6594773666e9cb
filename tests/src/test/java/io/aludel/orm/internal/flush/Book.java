package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Stands on a rack. */
@Entity(table = "d_book")
public class Book {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String title;

  @ForeignKey("d_rack.id")
  public @Nullable Integer rackId;

  @Relationship(backPopulates = "books")
  public @Nullable Rack rack;

  protected Book() {
    title = "";
  }

  public Book(String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
