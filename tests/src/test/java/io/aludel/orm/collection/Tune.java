package io.aludel.orm.collection;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Is played on a station. */
@Entity(table = "c_tune")
public class Tune {
  @Id
  public @Nullable Integer id;

  @Column(length = 20)
  public String title = "";

  @Relationship(backPopulates = "tunes")
  @JoinColumn("station_id")
  public @Nullable Station station;

  protected Tune() {}

  public Tune(String title) {
    this.title = title;
  }
}
