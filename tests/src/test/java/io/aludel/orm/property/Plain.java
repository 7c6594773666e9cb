package io.aludel.orm.property;

import io.aludel.orm.annotation.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** Is mapped in Java. */
@MappedSuperclass
class Plain {
  @Nullable Integer id;

  @Nullable String title;
}
