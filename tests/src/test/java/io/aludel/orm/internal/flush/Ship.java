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

/** Refers to its harbour, which knows nothing of that. */
@Entity(table = "w_ship")
public class Ship {
  @Id
  public @Nullable Integer id;

  @Column(length = 10)
  public @Nullable String homeCode;

  @Relationship(passiveUpdates = false)
  public @Nullable Harbour home;

  @Mapping
  static void mapping(EntityMapping<Ship> mapping) {
    mapping.table(ForeignKey.of(List.of("home_code"), List.of("w_harbour.code"))
        .deferral(Deferral.INITIALLY_DEFERRED));
  }
}
