package io.aludel.engine;

import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.pool.PoolStatus;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The figures an application reads from an engine that runs, and how it times statements. */
@Parity("ORM-INS-22")
class RuntimeDiagnosticsTest {
  @ForEachDatabase
  void cache_tellsCompilationsHitsAndMisses(Engine engine) {
    EngineStatistics.Cache before = engine.statistics().cache();
    engine.inTransaction(connection -> {
      for (int i = 0; i < 5; i++) {
        assertThat(connection.scalars(select(literal(i))).one()).isEqualTo(i);
      }
    });
    EngineStatistics.Cache after = engine.statistics().cache();
    assertThat(after.compilations() - before.compilations()).isEqualTo(1);
    assertThat(after.misses() - before.misses()).isEqualTo(1);
    assertThat(after.hits() - before.hits()).isEqualTo(4);
  }

  @ForEachDatabase
  void pool_tellsWhatIsInUse(Engine engine) {
    try (Connection connection = engine.connect()) {
      connection.scalars(select(literal(1))).one();
      PoolStatus status = engine.poolStatus();
      assertThat(status.active()).isEqualTo(1);
      assertThat(status.total()).isEqualTo(status.active() + status.idle());
      assertThat(status.toString()).contains("active 1");
      assertThat(engine.statistics().openConnections()).isEqualTo(1);
    }
    assertThat(engine.poolStatus().active()).isZero();
    assertThat(engine.statistics().openConnections()).isZero();
  }

  @ForEachDatabase
  void statements_areTimedByListenersThatShareWhatWasSent(Engine engine) {
    Map<EngineEvents.SentStatement, Long> begun = new IdentityHashMap<>();
    List<Duration> times = new ArrayList<>();
    engine.events().beforeCursorExecute((c, sent) -> begun.put(sent, System.nanoTime()));
    engine
        .events()
        .afterCursorExecute(
            (c, sent) -> times.add(Duration.ofNanos(System.nanoTime() - begun.remove(sent))));
    engine.inTransaction(connection -> {
      connection.scalars(select(literal(1))).one();
      connection.scalars(select(literal(2))).one();
    });
    assertThat(times).hasSize(2).allMatch(time -> !time.isNegative());
    assertThat(begun).isEmpty();
  }
}
