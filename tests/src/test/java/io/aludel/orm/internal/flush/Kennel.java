package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has dogs by a link table, which could say that others have them too, but must not. */
@Entity(table = "w_kennel")
public class Kennel {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(
      backPopulates = "kennel",
      secondary = "w_kennel_dog",
      singleParent = true,
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  public List<Dog> dogs = new ArrayList<>();

  protected Kennel() {
    name = "";
  }

  public Kennel(String name, Dog... dogs) {
    this.name = name;
    this.dogs.addAll(List.of(dogs));
  }
}
