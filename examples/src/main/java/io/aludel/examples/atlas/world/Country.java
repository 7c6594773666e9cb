package io.aludel.examples.atlas.world;

import static io.aludel.orm.annotation.Cascade.ALL;
import static io.aludel.orm.annotation.Cascade.DELETE_ORPHAN;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A country of ISO 3166. */
@Entity(table = "countries")
public class Country {
  @Id
  @Column(length = 2)
  private String code;

  @Column(length = 3)
  private String longCode;

  @ForeignKey("currencies.code")
  private @Nullable String currencyCode;

  @Relationship(backPopulates = "countries")
  private @Nullable Currency currency;

  @Relationship(backPopulates = "countries", secondary = "country_languages", orderBy = "code")
  private Set<Language> languages = new HashSet<>();

  @Relationship(
      backPopulates = "country",
      cascade = {ALL, DELETE_ORPHAN})
  private List<CountryName> names = new ArrayList<>();

  public Country(String code, String longCode) {
    this.code = code;
    this.longCode = longCode;
  }

  public String getCode() {
    return code;
  }

  public String getLongCode() {
    return longCode;
  }

  /** What one pays with, null where there is nobody to pay. */
  public @Nullable Currency getCurrency() {
    return currency;
  }

  /** Pays with something else; the countries of both currencies follow. */
  public void setCurrency(@Nullable Currency currency) {
    this.currency = currency;
  }

  /** What is spoken, live. */
  public Set<Language> getLanguages() {
    return languages;
  }

  /** What it is called, where that differs from what the more general locale says. */
  public List<CountryName> getNames() {
    return names;
  }

  @Override
  public String toString() {
    return code;
  }
}
