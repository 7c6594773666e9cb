package io.aludel.api;

import io.aludel.orm.annotation.MappedSuperclass;

/** Mapped in Java: the annotation asks for weaving, and says nothing of a table. */
@MappedSuperclass
public class Widget {
  private int id;
  private String label = "";

  protected Widget() {}

  public Widget(int id, String label) {
    this.id = id;
    this.label = label;
  }

  public int getId() {
    return id;
  }

  public String getLabel() {
    return label;
  }
}
