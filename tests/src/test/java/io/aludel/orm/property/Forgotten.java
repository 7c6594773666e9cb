package io.aludel.orm.property;

import io.aludel.orm.annotation.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** Mapped in Java by one test only, which forgets it again. */
@MappedSuperclass
class Forgotten {
  @Nullable Integer id;

  @Nullable String title;
}
