package io.aludel.queryset;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.queryset.FieldRule.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How a number is rounded, and what it must be a multiple of. */
final class NumberRule {
  private final @Nullable Rounded rounded;
  private final @Nullable BigDecimal step;

  private NumberRule(@Nullable Rounded rounded, @Nullable BigDecimal step) {
    this.rounded = rounded;
    this.step = step;
  }

  static NumberRule of(
      ColumnProperty<?> property, @Nullable Rounded rounded, @Nullable MultipleOf multiple) {
    boolean number = Number.class.isAssignableFrom(property.type().javaType());
    if (!number && (rounded != null || multiple != null)) {
      throw refused(property, "is no number, which @Rounded and @MultipleOf are for. Remove them.");
    }
    if (rounded != null && rounded.scale() < 0) {
      throw refused(property, "is rounded to " + rounded.scale() + " digits. Say 0 or more.");
    }
    return new NumberRule(rounded, multiple == null ? null : step(property, multiple.value()));
  }

  private static BigDecimal step(ColumnProperty<?> property, String text) {
    String problem = "must be a multiple of '" + text + "'. Say a decimal number above 0.";
    try {
      BigDecimal step = new BigDecimal(text);
      if (step.signum() > 0) {
        return step;
      }
    } catch (NumberFormatException unreadable) {
      throw refused(property, problem);
    }
    throw refused(property, problem);
  }

  private static QuerySetException refused(ColumnProperty<?> property, String problem) {
    return new QuerySetException(QuerySetError.MODEL, property + " " + problem);
  }

  /** The number as it is kept; anything else stays as it is. */
  Object tidied(Object value) {
    Rounded how = rounded;
    BigDecimal decimal = how == null ? null : Conversion.decimal(value);
    return how == null || decimal == null
        ? value
        : decimal.setScale(how.scale(), RoundingMode.HALF_UP);
  }

  @Nullable Refusal refusal(Object value) {
    BigDecimal wanted = step;
    BigDecimal decimal = wanted == null ? null : Conversion.decimal(value);
    return wanted == null || decimal == null || decimal.remainder(wanted).signum() == 0
        ? null
        : new Refusal("multiple_of", "must be a multiple of " + wanted.toPlainString());
  }
}
