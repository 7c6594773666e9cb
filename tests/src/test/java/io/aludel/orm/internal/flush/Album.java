package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.collection.WriteOnlyCollection;
import org.jspecify.annotations.Nullable;

/** Has more tracks than anybody would load. */
@Entity(table = "w_album")
public class Album {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(
      backPopulates = "album",
      orderBy = "-title",
      passiveDeletes = PassiveDeletes.TRUST,
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  public WriteOnlyCollection<Track> tracks;

  @Relationship(backPopulates = "albums", passiveDeletes = PassiveDeletes.TRUST)
  @Secondary(table = "w_album_label")
  public WriteOnlyCollection<Label> labels;

  protected Album() {
    name = "";
  }

  public Album(String name) {
    this.name = name;
  }
}
