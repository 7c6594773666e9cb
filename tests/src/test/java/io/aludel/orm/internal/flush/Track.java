package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** One of very many. */
@Entity(table = "w_track")
public class Track {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String title;

  @ForeignKey(value = "w_album.id", onDelete = "CASCADE")
  public @Nullable Integer albumId;

  @Relationship(backPopulates = "tracks")
  public @Nullable Album album;

  protected Track() {
    title = "";
  }

  public Track(String title) {
    this.title = title;
  }
}
