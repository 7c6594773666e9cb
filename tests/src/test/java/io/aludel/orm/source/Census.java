package io.aludel.orm.source;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import org.jspecify.annotations.Nullable;

/** How many addresses somebody has: mapped to a query. */
@Entity
class Census {
  @Id
  @Nullable Integer personId;

  @Nullable Long homes;

  @Nullable String title;

  @Relationship
  @Nullable Person person;

  @Mapping
  static void mappedInJava(EntityMapping<Census> m) {}
}
