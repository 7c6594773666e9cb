package io.aludel.orm.property;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** Knows its place. */
@Entity(table = "p_bullet")
class Bullet {
  @Id
  @Nullable Integer id;

  String text = "";

  @Nullable Integer position;

  int other;

  @Column(length = 1)
  @Nullable String letter;

  @Relationship(backPopulates = "bullets")
  @JoinColumn("slide_id")
  @Nullable Slide slide;

  @Relationship(backPopulates = "strict")
  @JoinColumn("again_id")
  @Nullable Slide again;

  @Relationship(backPopulates = "letters")
  @JoinColumn("lettered_id")
  @Nullable Slide lettered;

  Bullet() {}

  Bullet(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text + position;
  }
}
