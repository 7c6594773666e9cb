package io.aludel.orm.property;

import io.aludel.orm.annotation.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** Is mapped in Java, with a key of two parts. */
@MappedSuperclass
class Pair {
  @Nullable Integer id;

  @Nullable String title;
}
