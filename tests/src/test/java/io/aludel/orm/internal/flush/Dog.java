package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Lives in one kennel, and has a chip of its own. */
@Entity(table = "w_dog")
public class Dog {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String name;

  @Relationship(backPopulates = "dogs", secondary = "w_kennel_dog")
  public @Nullable Kennel kennel;

  @Relationship(
      singleParent = true,
      cascade = {Cascade.ALL, Cascade.DELETE_ORPHAN})
  @JoinColumn("chip_id")
  public @Nullable Chip chip;

  protected Dog() {
    name = "";
  }

  public Dog(String name) {
    this.name = name;
  }
}
