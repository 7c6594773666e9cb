package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Belongs to one dog. */
@Entity(table = "w_chip")
public class Chip {
  @Id
  public @Nullable Integer id;

  public int number;

  protected Chip() {}

  public Chip(int number) {
    this.number = number;
  }
}
