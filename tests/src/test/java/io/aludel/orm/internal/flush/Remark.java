package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.ActiveHistory;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Knows the label that it had before. */
@Entity(table = "w_remark")
public class Remark {
  @Id
  public @Nullable Integer id;

  @Column(length = 50)
  public String text;

  @ForeignKey("w_label.id")
  public @Nullable Integer labelId;

  @Relationship(backPopulates = "remarks")
  @ActiveHistory
  public @Nullable Label label;

  protected Remark() {
    text = "";
  }

  public Remark(String text) {
    this.text = text;
  }
}
