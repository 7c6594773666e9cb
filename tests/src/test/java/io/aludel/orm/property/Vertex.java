package io.aludel.orm.property;

import io.aludel.orm.annotation.Composite;
import io.aludel.orm.annotation.Deferred;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has records over columns with and without fields of their own. */
@Entity(table = "p_vertex")
class Vertex {
  @Id
  @Nullable Integer id;

  int x1;
  int y1;

  @Composite({"x1", "y1"})
  Point start;

  @Composite({"x2", "y2"})
  @Nullable Point end;

  @Composite
  @Nullable Line route;

  @Composite
  Address home;

  @Deferred
  @Composite
  @Nullable Address work;

  Vertex() {
    start = new Point(0, 0);
    home = new Address(null, null);
  }

  Vertex(Point start, @Nullable Point end) {
    this.start = start;
    this.end = end;
    this.home = new Address("Main", "Rome");
  }
}
