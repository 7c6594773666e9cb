package io.aludel.examples.atlas.world;

import static io.aludel.orm.annotation.Cascade.ALL;
import static io.aludel.orm.annotation.Cascade.DELETE_ORPHAN;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A currency of ISO 4217, of today or of the past. */
@Entity(table = "currencies")
public class Currency {
  @Id
  @Column(length = 3)
  private String code;

  private @Nullable Integer digits;
  private @Nullable Integer validFrom;
  private @Nullable Integer validUntil;

  @Relationship(backPopulates = "currency", orderBy = "code")
  private List<Country> countries = new ArrayList<>();

  @Relationship(
      backPopulates = "currency",
      cascade = {ALL, DELETE_ORPHAN})
  private List<CurrencyName> names = new ArrayList<>();

  /**
   * Makes a currency.
   *
   * @param digits how many follow the point, null for what is no money, such as gold
   */
  public Currency(String code, @Nullable Integer digits) {
    this.code = code;
    this.digits = digits;
  }

  /** Says from when until when one could pay with it, in years, as far as that is known. */
  public void setValidity(@Nullable Integer from, @Nullable Integer until) {
    this.validFrom = from;
    this.validUntil = until;
  }

  public String getCode() {
    return code;
  }

  public @Nullable Integer getDigits() {
    return digits;
  }

  public @Nullable Integer getValidFrom() {
    return validFrom;
  }

  public @Nullable Integer getValidUntil() {
    return validUntil;
  }

  /** The countries that pay with it today, live. */
  public List<Country> getCountries() {
    return countries;
  }

  public List<CurrencyName> getNames() {
    return names;
  }

  @Override
  public String toString() {
    return code;
  }
}
