package io.aludel.queryset;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes albums. */
@Entity(table = "q_artist")
public class Artist {
  @Id
  public @Nullable Integer id;

  @Column(length = 40)
  public String name = "";

  @Relationship(backPopulates = "artist")
  public List<Album> albums = new ArrayList<>();
}
