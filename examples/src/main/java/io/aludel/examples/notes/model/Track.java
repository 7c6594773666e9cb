package io.aludel.examples.notes.model;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** A piece of music on an album. */
@Entity(table = "tracks")
public class Track {
  @Id
  public @Nullable Long id;

  @Column(length = 100)
  public String title = "";

  @Min(1) public int position;

  @Relationship(backPopulates = "tracks")
  @JoinColumn(value = "album_id", onDelete = "CASCADE")
  public Album album;

  Track() {}
}
