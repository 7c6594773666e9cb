package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Its key has a meaning, and may change. */
@Entity(table = "w_region")
public class Region {
  @Id
  @Column(length = 10)
  public String code;

  @Relationship(backPopulates = "region")
  public List<City> cities = new ArrayList<>();

  @Relationship(
      backPopulates = "region",
      passiveUpdates = false,
      cascade = {Cascade.SAVE_UPDATE, Cascade.MERGE})
  public List<Lake> lakes = new ArrayList<>();

  protected Region() {
    code = "";
  }

  public Region(String code) {
    this.code = code;
  }
}
