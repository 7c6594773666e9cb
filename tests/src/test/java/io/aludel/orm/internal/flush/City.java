package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** The database follows the key of its region. */
@Entity(table = "w_city")
public class City {
  @Id
  public @Nullable Integer id;

  @Column(length = 10)
  @ForeignKey(value = "w_region.code", onUpdate = "CASCADE")
  public @Nullable String regionCode;

  @Relationship(backPopulates = "cities")
  public @Nullable Region region;
}
