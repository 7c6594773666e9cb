package io.aludel.orm.source;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** What lives at an address: mapped to a table. */
@Entity
class Pet {
  @Id
  @Nullable Integer id;

  @Relationship
  @Nullable Resident keeper;

  @Mapping
  static void mappedInJava(EntityMapping<Pet> m) {}
}
