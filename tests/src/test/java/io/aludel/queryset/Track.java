package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Lies on an album. */
@Entity(table = "q_track")
public class Track {
  @Id
  public @Nullable Integer id;

  @Column(length = 40)
  public String title = "";

  public int position;

  @ForeignKey(value = "q_album.id", onDelete = "CASCADE")
  public @Nullable Integer albumId;

  @Relationship(backPopulates = "tracks")
  public @Nullable Album album;
}
