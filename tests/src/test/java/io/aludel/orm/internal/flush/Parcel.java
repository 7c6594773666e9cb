package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Lies in a depot; nothing depends on it. */
@Entity(table = "w_parcel")
public class Parcel {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @ForeignKey("w_depot.id")
  public @Nullable Integer depotId;

  @Relationship(backPopulates = "parcels")
  public @Nullable Depot depot;

  protected Parcel() {
    name = "";
  }

  public Parcel(String name) {
    this.name = name;
  }
}
