package io.aludel.engine;

/**
 * What an engine counted until one moment. Tests read it to find out what was compiled and what was left
 * open.
 *
 * @param cache what happened in the cache of compiled statements
 * @param prepared JDBC statements prepared, kept ones counted once
 * @param executions statements sent to the database, a batch counted once
 * @param openConnections connections given out and not closed
 * @param openTransactions transactions begun and not ended
 * @param openResults results with rows still to come that were not closed
 */
public record EngineStatistics(
    Cache cache,
    long prepared,
    long executions,
    long openConnections,
    long openTransactions,
    long openResults) {

  /**
   * What happened in the cache of compiled statements.
   *
   * @param compilations statements compiled
   * @param hits look-ups that found a compiled statement
   * @param misses look-ups that found none
   */
  public record Cache(long compilations, long hits, long misses) {}
}
