package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has a number nobody else has, or none. */
@Entity(table = "w_locker")
public class Locker {
  @Id
  public @Nullable Integer id;

  @Column(unique = true)
  public @Nullable Integer number;

  @Column(length = 50)
  public String owner;

  protected Locker() {
    owner = "";
  }

  public Locker(int number, String owner) {
    this.number = number;
    this.owner = owner;
  }
}
