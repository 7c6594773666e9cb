package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Knows its label by the key only. */
@Entity(table = "w_remark")
public class Remark {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String text;

  @ForeignKey("w_label.id")
  public @Nullable Integer labelId;

  protected Remark() {
    text = "";
  }

  public Remark(String text) {
    this.text = text;
  }
}
