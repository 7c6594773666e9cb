package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;

/** What a language is called in a locale. */
@Entity(table = "language_names")
public class LanguageName {
  @Id
  @ForeignKey("languages.code")
  private String languageCode;

  @Id
  @ForeignKey("cultures.tag")
  private String cultureTag;

  @Column(length = 200)
  private String text;

  @Relationship(backPopulates = "names")
  private Language language;

  @Relationship
  private Culture culture;

  /** Gives a name by keys alone; neither object has to be loaded for it. */
  public LanguageName(String languageCode, String cultureTag, String text) {
    this.languageCode = languageCode;
    this.cultureTag = cultureTag;
    this.text = text;
  }

  public Language getLanguage() {
    return language;
  }

  public String getLanguageCode() {
    return languageCode;
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
