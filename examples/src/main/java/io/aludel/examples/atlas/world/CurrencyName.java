package io.aludel.examples.atlas.world;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;

/** What a currency is called in a locale. */
@Entity(table = "currency_names")
public class CurrencyName {
  @Id
  @ForeignKey("currencies.code")
  private String currencyCode;

  @Id
  @ForeignKey("cultures.tag")
  private String cultureTag;

  @Column(length = 200)
  private String text;

  @Relationship(backPopulates = "names")
  private Currency currency;

  @Relationship
  private Culture culture;

  /** Gives a name by keys alone; neither object has to be loaded for it. */
  public CurrencyName(String currencyCode, String cultureTag, String text) {
    this.currencyCode = currencyCode;
    this.cultureTag = cultureTag;
    this.text = text;
  }

  public Currency getCurrency() {
    return currency;
  }

  public String getCurrencyCode() {
    return currencyCode;
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
