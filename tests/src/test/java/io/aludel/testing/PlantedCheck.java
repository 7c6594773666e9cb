package io.aludel.testing;

import io.aludel.engine.Engine;
import io.aludel.testing.spi.HiddenCheck;
import java.util.ArrayList;
import java.util.List;

/** Finds fault with one statement, so that a test can tell whether checks are asked. */
public final class PlantedCheck implements HiddenCheck {
  static final String FAULT = "SELECT 4711";

  /** Found by the service loader. */
  public PlantedCheck() {}

  @Override
  public Watch watch(Engine engine) {
    List<String> violations = new ArrayList<>();
    engine.events().afterCursorExecute((connection, sent) -> {
      if (sent.sql().equals(FAULT)) {
        violations.add("the number 4711 was asked for");
      }
    });
    return () -> violations;
  }
}
