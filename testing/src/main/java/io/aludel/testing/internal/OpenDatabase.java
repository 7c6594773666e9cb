package io.aludel.testing.internal;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.HiddenCheck;
import io.aludel.testing.spi.ProvidedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The database of a running test, with all that watches over its engine. Closed by JUnit's store at the latest. */
final class OpenDatabase implements TestDatabase, AutoCloseable {
  private final String name;
  private final ProvidedDatabase database;
  private final Capabilities capabilities;
  private @Nullable WatchedEngine watched;

  OpenDatabase(String name, ProvidedDatabase database, Capabilities capabilities) {
    this.name = name;
    this.database = database;
    this.capabilities = capabilities;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public DatabaseAddress address() {
    return database.address();
  }

  @Override
  public Engine engine() {
    return watched().engine();
  }

  @Override
  public StatementRecorder recorder() {
    return watched().recorder();
  }

  @Override
  public boolean has(Capability capability) {
    return capabilities.of(name).contains(capability);
  }

  private WatchedEngine watched() {
    WatchedEngine made = watched;
    if (made == null) {
      made = WatchedEngine.open(Engines.on(address()));
      watched = made;
    }
    return made;
  }

  /** Fails when the test that just passed left something behind. */
  void check(boolean everyStatement) {
    WatchedEngine used = watched;
    if (used != null) {
      used.check(everyStatement);
    }
  }

  @Override
  public void close() {
    try (database) {
      if (watched != null) {
        watched.engine().close();
      }
    }
  }

  /** An engine with its recorder and watches. */
  private record WatchedEngine(
      Engine engine, StatementRecorder recorder, LeakWatch leaks, List<HiddenCheck.Watch> hidden) {
    static WatchedEngine open(Engine engine) {
      List<HiddenCheck.Watch> hidden = new ArrayList<>();
      ServiceLoader.load(HiddenCheck.class, HiddenCheck.class.getClassLoader())
          .forEach(check -> hidden.add(check.watch(engine)));
      return new WatchedEngine(engine, StatementRecorder.on(engine), LeakWatch.on(engine), hidden);
    }

    void check(boolean everyStatement) {
      leaks.requireNothingOpen();
      List<String> violations = new ArrayList<>();
      hidden.forEach(watch -> violations.addAll(watch.violations()));
      if (!violations.isEmpty()) {
        throw new AssertionError("The test left behind:\n  " + String.join("\n  ", violations));
      }
      if (everyStatement) {
        recorder.assertNothingUnasserted();
      }
    }
  }
}
