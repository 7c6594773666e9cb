package io.aludel.dialect.h2;

import io.aludel.dialect.TypeCodecs;
import java.time.temporal.ChronoUnit;

/** How values travel to H2, which keeps whatever java.time holds. */
final class H2Codecs extends TypeCodecs {
  H2Codecs() {
    super("h2", ChronoUnit.NANOS);
  }
}
