package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What racks are about. */
@Entity(table = "d_topic")
public class Topic {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(backPopulates = "topics")
  public List<Rack> racks = new ArrayList<>();

  protected Topic() {
    name = "";
  }

  public Topic(String name) {
    this.name = name;
  }
}
