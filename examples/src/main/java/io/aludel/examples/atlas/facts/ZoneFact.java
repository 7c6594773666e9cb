package io.aludel.examples.atlas.facts;

import java.time.Instant;
import java.util.List;

/**
 * A time zone.
 *
 * @param id its name in the time zone database
 * @param changes when its clocks were changed, in order
 */
public record ZoneFact(String id, List<Change> changes) {
  /**
   * A change of clocks.
   *
   * @param instant when
   * @param before seconds east of Greenwich until then
   * @param after seconds east of Greenwich from then on
   */
  public record Change(Instant instant, int before, int after) {}
}
