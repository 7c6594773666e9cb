package io.aludel.orm.hybrid;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.Id;

/** A name that is said the other way round. */
@Entity(table = "nickname")
class Nickname extends Named {
  @Id
  Integer id;

  Nickname(String first, String last) {
    this.first = first;
    this.last = last;
  }

  @Override
  @Hybrid
  public String getFullName() {
    return last + ", " + first;
  }
}
