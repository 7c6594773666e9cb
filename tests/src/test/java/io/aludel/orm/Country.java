package io.aludel.orm;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Something with a key of its own, and a value that the database makes. */
@Entity(table = "countries")
public class Country {
  @Id
  @Column(length = 2)
  private String code;

  @Column(length = 50)
  private String name;

  @Column(length = 10, serverDefault = "'unknown'")
  private @Nullable String continent;

  protected Country() {
    code = "";
    name = "";
  }

  public Country(String code, String name) {
    this.code = code;
    this.name = name;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable String getContinent() {
    return continent;
  }

  public void setContinent(@Nullable String continent) {
    this.continent = continent;
  }
}
