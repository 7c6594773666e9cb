package io.aludel.examples.guide.blog;

import io.aludel.orm.annotation.BeforeInsert;
import io.aludel.orm.annotation.BeforeUpdate;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** A line of text that counts its changes. */
// @start region="entity"
@Entity(table = "notes")
public class Note {
  @Id
  private Integer id;

  @Column(length = 100)
  private String text;

  @Column(length = 20)
  private @Nullable String state;

  private int changes;

  public Note(String text) {
    this.text = text;
  }

  @BeforeInsert
  void created() {
    state = "new";
  }

  @BeforeUpdate
  void changed() {
    state = "changed";
    changes++;
  }
  // @end

  /** A note that is stored already, as somebody outside knows it. */
  public Note(Integer id, String text) {
    this.id = id;
    this.text = text;
  }

  public Integer getId() {
    return id;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text + ": " + state + ", " + changes + " changes";
  }
  // @start region="entity"
}
// @end
