package io.aludel.orm.internal.option;

import io.aludel.orm.RepeatedLoad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what one session loads, attribute by attribute and line by line. */
public final class RepeatedLoads {
  private final Detection detection;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  /** What is known of one attribute. */
  private static final class Shape {
    final String cure;
    final Map<String, Integer> lines = new LinkedHashMap<>();
    int times;

    Shape(String cure) {
      this.cure = cure;
    }

    List<String> mostFrequent() {
      List<String> names = new ArrayList<>(lines.keySet());
      names.sort((one, other) -> lines.getOrDefault(other, 0) - lines.getOrDefault(one, 0));
      return names;
    }
  }

  public RepeatedLoads(Detection detection) {
    this.detection = detection;
  }

  /** An attribute of one object is loaded by a statement of its own, on behalf of the caller. */
  public void loaded(String attribute, String cure) {
    Shape shape = shapes.computeIfAbsent(attribute, any -> new Shape(cure));
    shape.times++;
    shape.lines.merge(CallingLine.find(), 1, Integer::sum);
  }

  /** Tells of all that was repeated, and begins anew. */
  public void report() {
    Map<String, Shape> known = new LinkedHashMap<>(shapes);
    shapes.clear();
    known.forEach((attribute, shape) -> {
      if (shape.times >= detection.times()) {
        detection
            .listener()
            .accept(new RepeatedLoad(attribute, shape.times, shape.mostFrequent(), shape.cure));
      }
    });
  }
}
