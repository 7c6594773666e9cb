package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** A locale of the JDK: a language, perhaps in a script, perhaps as used in a country. */
@Entity(table = "cultures")
public class Culture {
  @Id
  @Column(length = 40)
  private String tag;

  @ForeignKey("cultures.tag")
  private @Nullable String parentTag;

  @Relationship
  private @Nullable Culture parent;

  @ForeignKey("languages.code")
  private @Nullable String languageCode;

  @Relationship
  private @Nullable Language language;

  @ForeignKey("scripts.code")
  private @Nullable String scriptCode;

  @Relationship
  private @Nullable Script script;

  @ForeignKey("countries.code")
  private @Nullable String countryCode;

  @Relationship
  private @Nullable Country country;

  private @Nullable Integer nameCount;

  public Culture(String tag) {
    this.tag = tag;
  }

  public String getTag() {
    return tag;
  }

  /** The more general locale, which says what this one does not; null for the root of all. */
  public @Nullable Culture getParent() {
    return parent;
  }

  public void setParent(@Nullable Culture parent) {
    this.parent = parent;
  }

  public @Nullable Language getLanguage() {
    return language;
  }

  public @Nullable Script getScript() {
    return script;
  }

  public @Nullable Country getCountry() {
    return country;
  }

  /** Says what the tag is made of. */
  public void setParts(
      @Nullable Language language, @Nullable Script script, @Nullable Country country) {
    this.language = language;
    this.script = script;
    this.country = country;
  }

  /** How many names are stored in it, null until they are loaded. */
  public @Nullable Integer getNameCount() {
    return nameCount;
  }

  public void setNameCount(@Nullable Integer nameCount) {
    this.nameCount = nameCount;
  }

  @Override
  public String toString() {
    return tag;
  }
}
