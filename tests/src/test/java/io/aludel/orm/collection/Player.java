package io.aludel.orm.collection;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Plays for stations. */
@Entity(table = "c_player")
public class Player {
  @Id
  public @Nullable Integer id;

  @Column(length = 20)
  public String name = "";

  protected Player() {}

  public Player(String name) {
    this.name = name;
  }
}
