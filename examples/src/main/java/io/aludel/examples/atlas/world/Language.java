package io.aludel.examples.atlas.world;

import static io.aludel.orm.annotation.Cascade.ALL;
import static io.aludel.orm.annotation.Cascade.DELETE_ORPHAN;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A language of ISO 639. */
@Entity(table = "languages")
public class Language {
  @Id
  @Column(length = 8)
  private String code;

  @Relationship(backPopulates = "languages", secondary = "country_languages", orderBy = "code")
  private Set<Country> countries = new HashSet<>();

  @Relationship(
      backPopulates = "language",
      cascade = {ALL, DELETE_ORPHAN})
  private List<LanguageName> names = new ArrayList<>();

  public Language(String code) {
    this.code = code;
  }

  public String getCode() {
    return code;
  }

  /** Where it is spoken, live. */
  public Set<Country> getCountries() {
    return countries;
  }

  public List<LanguageName> getNames() {
    return names;
  }

  @Override
  public String toString() {
    return code;
  }
}
