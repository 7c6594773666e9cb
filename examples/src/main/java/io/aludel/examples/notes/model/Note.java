package io.aludel.examples.notes.model;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.queryset.AutoNowAdd;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to remember. */
@Entity(table = "notes")
public class Note {
  @Id
  public @Nullable Long id;

  @Column(length = 200)
  public String text = "";

  public boolean completed;

  @AutoNowAdd
  public @Nullable Instant created;
}
