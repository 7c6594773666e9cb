package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Secondary;
import io.aludel.orm.collection.DynamicCollection;
import org.jspecify.annotations.Nullable;

/** Has more books than it keeps in mind. */
@Entity(table = "d_rack")
public class Rack {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(
      backPopulates = "rack",
      orderBy = "title",
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  public DynamicCollection<Book> books;

  @Relationship(backPopulates = "racks")
  @Secondary(table = "d_rack_topic")
  public DynamicCollection<Topic> topics;

  protected Rack() {
    name = "";
  }

  public Rack(String name) {
    this.name = name;
  }
}
