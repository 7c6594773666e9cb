package io.aludel.dialect.h2;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.types.ArrayType;
import io.aludel.types.Codec;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How values travel to H2, which keeps whatever java.time holds. */
final class H2Codecs extends TypeCodecs {
  H2Codecs() {
    super("h2", new TimeLimits("h2", ChronoUnit.NANOS, Year.MIN_VALUE, Year.MAX_VALUE, Set.of()));
  }

  @Override
  public Codec<?> visit(ArrayType<?> type) {
    return arrays(
        type,
        (statement, index, value) -> statement.setArray(
            index, statement.getConnection().createArrayOf("OTHER", nested(value))));
  }

  private static @Nullable Object[] nested(List<@Nullable Object> list) {
    return list.stream()
        .map(member -> member instanceof List<?> inner ? nested(new ArrayList<>(inner)) : member)
        .toArray();
  }
}
