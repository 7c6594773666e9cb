package io.aludel.engine.internal;

import io.aludel.engine.EngineStatistics;
import java.util.concurrent.atomic.LongAdder;

/** What an engine counts, cheaply and from many threads. */
public final class EngineCounters {
  public final LongAdder compilations = new LongAdder();
  public final LongAdder cacheHits = new LongAdder();
  public final LongAdder cacheMisses = new LongAdder();
  public final LongAdder prepared = new LongAdder();
  public final LongAdder executions = new LongAdder();
  public final LongAdder openConnections = new LongAdder();
  public final LongAdder openTransactions = new LongAdder();
  public final LongAdder openResults = new LongAdder();

  public EngineStatistics snapshot() {
    return new EngineStatistics(
        new EngineStatistics.Cache(compilations.sum(), cacheHits.sum(), cacheMisses.sum()),
        prepared.sum(),
        executions.sum(),
        openConnections.sum(),
        openTransactions.sum(),
        openResults.sum());
  }
}
