package io.aludel.orm.source;

import io.aludel.orm.annotation.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A person together with an address, with an attribute for each column that joins them. */
@MappedSuperclass
class Lodger {
  @Nullable Integer id;

  @Nullable Integer addressId;

  @Nullable Integer personId;
}
