package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes with all it holds, of which nobody wants to look at each. */
@Entity(table = "w_depot")
public class Depot {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(
      backPopulates = "depot",
      passiveDeletes = PassiveDeletes.BY_STATEMENT,
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  public List<Parcel> parcels = new ArrayList<>();

  @Relationship(passiveDeletes = PassiveDeletes.BY_STATEMENT)
  @Secondary(table = "w_depot_buoy")
  public Set<Buoy> buoys = new LinkedHashSet<>();

  protected Depot() {
    name = "";
  }

  public Depot(String name) {
    this.name = name;
  }
}
