package io.aludel.engine;

import io.aludel.testing.spi.HiddenCheck;
import java.util.ArrayList;
import java.util.List;

/**
 * After every test: nothing was counted as closed more often than as opened, which would hide a leak. What
 * sessions keep of their objects is watched from within, by {@code SessionInvariants}.
 */
public final class SoundCounters implements HiddenCheck {
  /** Found by the service loader. */
  public SoundCounters() {}

  @Override
  public Watch watch(Engine engine) {
    return () -> violations(engine.statistics());
  }

  private static List<String> violations(EngineStatistics statistics) {
    List<String> violations = new ArrayList<>();
    requireNotNegative(violations, "connections", statistics.openConnections());
    requireNotNegative(violations, "transactions", statistics.openTransactions());
    requireNotNegative(violations, "results", statistics.openResults());
    return violations;
  }

  private static void requireNotNegative(List<String> violations, String what, long count) {
    if (count < 0) {
      violations.add("the engine counts " + count + " open " + what);
    }
  }
}
