package io.aludel.orm;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Something with a key of two columns. */
@Entity(table = "seats")
public class Seat {
  @Id
  private int line;

  @Id
  private int place;

  private @Nullable String guest;

  protected Seat() {}

  public Seat(int line, int place, @Nullable String guest) {
    this.line = line;
    this.place = place;
    this.guest = guest;
  }

  public int getLine() {
    return line;
  }

  public int getPlace() {
    return place;
  }

  public void setPlace(int place) {
    this.place = place;
  }

  public @Nullable String getGuest() {
    return guest;
  }

  public void setGuest(@Nullable String guest) {
    this.guest = guest;
  }
}
