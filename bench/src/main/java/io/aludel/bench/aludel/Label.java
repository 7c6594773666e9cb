package io.aludel.bench.aludel;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** A word that many authors share. */
@Entity(table = "label")
public class Label {
  @Id
  @Nullable Integer id;

  @Column(length = 40)
  String name;

  /** For the mapper only. */
  protected Label() {
    this.name = "";
  }

  long checksum() {
    return (id == null ? 0 : id) + name.length();
  }
}
