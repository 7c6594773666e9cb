package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.collection.WriteOnlyCollection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands on albums, and has notes that nobody may load, nor the database deletes. */
@Entity(table = "w_label")
public class Label {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(backPopulates = "labels")
  public List<Album> albums = new ArrayList<>();

  @Relationship(backPopulates = "label")
  public WriteOnlyCollection<Remark> remarks;

  protected Label() {
    name = "";
  }

  public Label(String name) {
    this.name = name;
  }
}
