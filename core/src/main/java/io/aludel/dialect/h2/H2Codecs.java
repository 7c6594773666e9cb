package io.aludel.dialect.h2;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** How values travel to H2, which keeps whatever java.time holds. */
final class H2Codecs extends TypeCodecs {
  H2Codecs() {
    super("h2", new TimeLimits("h2", ChronoUnit.NANOS, Year.MIN_VALUE, Year.MAX_VALUE, Set.of()));
  }
}
