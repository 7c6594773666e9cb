package io.aludel.queryset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test no worker thread of a registry is left; the kit itself looks for connections. */
final class NoThreadsLeft implements AfterEachCallback {
  private static final long LONGEST_MILLIS = 10_000;

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    long end = System.currentTimeMillis() + LONGEST_MILLIS;
    while (!left().isEmpty() && System.currentTimeMillis() < end) {
      Thread.sleep(2);
    }
    assertThat(left()).as("threads of closed registries").isEmpty();
  }

  private static List<String> left() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("aludel-queryset"))
        .toList();
  }
}
