package io.aludel.bench.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A word that many authors share. */
@Entity
@Table(name = "label")
public class Label {
  @Id
  @Nullable Integer id;

  @Column(length = 40, nullable = false)
  String name;

  /** For the mapper only. */
  protected Label() {
    this.name = "";
  }

  long checksum() {
    return (id == null ? 0 : id) + name.length();
  }
}
