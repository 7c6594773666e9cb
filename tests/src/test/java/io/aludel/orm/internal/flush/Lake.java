package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A flush follows the key of its region; the database looks at the commit only, if it can wait. */
@Entity(table = "w_lake")
public class Lake {
  @Id
  public @Nullable Integer id;

  @Column(length = 10)
  public @Nullable String regionCode;

  @Relationship(backPopulates = "lakes", passiveUpdates = false)
  public @Nullable Region region;

  @Mapping
  static void mapping(EntityMapping<Lake> mapping) {
    mapping.table(ForeignKey.of(List.of("region_code"), List.of("w_region.code"))
        .deferral(Deferral.INITIALLY_DEFERRED));
  }
}
