package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.time.Instant;

/** A moment at which the clocks of a zone were changed. Offsets are seconds east of Greenwich. */
@Entity(table = "transitions")
public class Transition {
  @Id
  @ForeignKey("zones.id")
  private String zoneId;

  @Id
  private Instant instant;

  private int offsetBefore;
  private int offsetAfter;

  @Relationship(backPopulates = "transitions")
  private Zone zone;

  /** Makes a transition of a zone. */
  public Transition(Zone zone, Instant instant, int offsetBefore, int offsetAfter) {
    this.zone = zone;
    this.instant = instant;
    this.offsetBefore = offsetBefore;
    this.offsetAfter = offsetAfter;
  }

  public String getZoneId() {
    return zoneId;
  }

  public Zone getZone() {
    return zone;
  }

  public Instant getInstant() {
    return instant;
  }

  public int getOffsetBefore() {
    return offsetBefore;
  }

  public int getOffsetAfter() {
    return offsetAfter;
  }
}
