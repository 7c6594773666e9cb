package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds tracks; its artist may be unknown. */
@Entity(table = "q_album")
public class Album {
  @Id
  public @Nullable Integer id;

  @Column(length = 40)
  public String name = "";

  @Relationship(backPopulates = "albums")
  @JoinColumn(value = "artist_id", onDelete = "SET NULL")
  public @Nullable Artist artist;

  @Relationship(backPopulates = "album")
  public List<Track> tracks = new ArrayList<>();
}
