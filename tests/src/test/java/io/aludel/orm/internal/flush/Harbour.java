package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.LinkedHashSet;
import java.util.Set;

/** Its key may change, and a flush takes the rows of the link table along. */
@Entity(table = "w_harbour")
public class Harbour {
  @Id
  @Column(length = 10)
  public String code;

  @Relationship(secondary = "w_harbour_ship", passiveUpdates = false)
  public Set<Ship> ships = new LinkedHashSet<>();

  protected Harbour() {
    code = "";
  }

  public Harbour(String code) {
    this.code = code;
  }
}
