package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;

/** What a time zone is called in a locale. */
@Entity(table = "zone_names")
public class ZoneName {
  @Id
  @ForeignKey("zones.id")
  private String zoneId;

  @Id
  @ForeignKey("cultures.tag")
  private String cultureTag;

  @Column(length = 200)
  private String text;

  @Relationship(backPopulates = "names")
  private Zone zone;

  @Relationship
  private Culture culture;

  /** Gives a name by keys alone; neither object has to be loaded for it. */
  public ZoneName(String zoneId, String cultureTag, String text) {
    this.zoneId = zoneId;
    this.cultureTag = cultureTag;
    this.text = text;
  }

  public Zone getZone() {
    return zone;
  }

  public String getZoneId() {
    return zoneId;
  }

  public Culture getCulture() {
    return culture;
  }

  public String getCultureTag() {
    return cultureTag;
  }

  public String getText() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
