package io.aludel.architecture.planted.orm;

import io.aludel.architecture.planted.orm.internal.loading.Reflective;
import java.util.List;

/** Shows an internal type, throws without a name, prints, and leaves its fields open. */
public class ShowingUtil {
  public int open;
  protected int ajar;

  public List<Reflective> shown() {
    return List.of();
  }

  public void fail() {
    System.err.println("failing");
    throw new RuntimeException("failed");
  }
}
