package io.aludel.orm.collection;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.MapKey;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds its tunes, players and hits in classes of its own. */
@Entity(table = "c_station")
public class Station {
  @Id
  public @Nullable Integer id;

  @Column(length = 20)
  public String name = "";

  @Relationship(
      backPopulates = "station",
      orderBy = "id",
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  public Playlist tunes = Playlist.of();

  @Relationship(secondary = "c_station_player")
  public Band<Player> players = new Band<>(new LinkedHashSet<>());

  @Relationship(secondary = "c_station_hit")
  @MapKey("title")
  public Map<String, Tune> hits = new Catalogue(new HashMap<>());

  protected Station() {}

  public Station(String name) {
    this.name = name;
  }

  @Mapping
  static void mapping(EntityMapping<Station> m) {
    m.relationship(Station_.tunes).collection(Playlist.class, Playlist::new);
    m.relationship(Station_.players).collection(Band.class, Band<Player>::new);
    m.relationship(Station_.hits).collection(Catalogue.class, Catalogue::new);
  }
}
