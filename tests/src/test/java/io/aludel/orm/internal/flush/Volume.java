package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Stands on a shelf, until the database takes that away. */
@Entity(table = "w_volume")
public class Volume {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String title;

  @ForeignKey(value = "w_shelf.id", onDelete = "SET NULL")
  public @Nullable Integer shelfId;

  @Relationship(backPopulates = "volumes")
  public @Nullable Shelf shelf;

  protected Volume() {
    title = "";
  }

  public Volume(String title) {
    this.title = title;
  }
}
