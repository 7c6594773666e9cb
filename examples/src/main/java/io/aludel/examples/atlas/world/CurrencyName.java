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

  /** Names a currency. */
  public CurrencyName(Currency currency, Culture culture, String text) {
    this.currency = currency;
    this.culture = culture;
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
