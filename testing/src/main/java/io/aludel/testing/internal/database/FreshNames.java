package io.aludel.testing.internal.database;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Names that no other run uses, so that what a killed run left on a server disturbs nobody. */
final class FreshNames {
  private final String prefix =
      "aludel_" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36) + "_";
  private final AtomicLong count = new AtomicLong();

  String next() {
    return prefix + count.incrementAndGet();
  }
}
