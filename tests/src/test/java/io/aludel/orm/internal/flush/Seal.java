package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has a word nobody else has, always. */
@Entity(table = "w_seal")
public class Seal {
  @Id
  public @Nullable Integer id;

  @Column(length = 50, unique = true)
  public String word;

  protected Seal() {
    word = "";
  }

  public Seal(String word) {
    this.word = word;
  }
}
