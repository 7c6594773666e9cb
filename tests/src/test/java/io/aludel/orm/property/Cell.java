package io.aludel.orm.property;

import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;

/** Is found by a place. */
@Entity(table = "p_cell")
class Cell {
  @Id
  @Composite({"col", "line"})
  Point place;

  String text = "";

  Cell() {
    place = new Point(0, 0);
  }

  Cell(Point place, String text) {
    this.place = place;
    this.text = text;
  }
}
