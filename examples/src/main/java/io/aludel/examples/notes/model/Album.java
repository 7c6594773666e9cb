package io.aludel.examples.notes.model;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record with tracks, which go when it goes. */
@Entity(table = "albums")
public class Album {
  @Id
  public @Nullable Long id;

  @Column(length = 100, unique = true)
  public String name = "";

  @Relationship(backPopulates = "album")
  public List<Track> tracks = new ArrayList<>();
}
