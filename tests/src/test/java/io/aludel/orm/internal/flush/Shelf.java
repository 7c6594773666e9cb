package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leaves what stands on it to the database when it goes, loaded or not. */
@Entity(table = "w_shelf")
public class Shelf {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(backPopulates = "shelf", passiveDeletes = PassiveDeletes.NEVER_NULL)
  public List<Volume> volumes = new ArrayList<>();

  protected Shelf() {
    name = "";
  }

  public Shelf(String name) {
    this.name = name;
  }
}
