package io.aludel.orm.source;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** An address by itself, mapped to its table. */
@Entity
class Abode {
  @Id
  @Nullable Integer id;

  @Nullable Integer personId;

  @Mapping
  static void mappedInJava(EntityMapping<Abode> m) {}
}
