package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;

/** What a country is called in a locale. */
@Entity(table = "country_names")
public class CountryName {
  @Id
  @ForeignKey("countries.code")
  private String countryCode;

  @Id
  @ForeignKey("cultures.tag")
  private String cultureTag;

  @Column(length = 200)
  private String text;

  @Relationship(backPopulates = "names")
  private Country country;

  @Relationship
  private Culture culture;

  /** Gives a name by keys alone; neither object has to be loaded for it. */
  public CountryName(String countryCode, String cultureTag, String text) {
    this.countryCode = countryCode;
    this.cultureTag = cultureTag;
    this.text = text;
  }

  public Country getCountry() {
    return country;
  }

  public String getCountryCode() {
    return countryCode;
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
