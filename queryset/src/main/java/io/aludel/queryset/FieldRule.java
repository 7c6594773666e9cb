package io.aludel.queryset;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the column and the annotations of an attribute say of its values. */
final class FieldRule {
  /** Databases keep no finer moments. */
  private static final Map<Class<?>, Function<ZonedDateTime, Object>> MOMENTS = Map.of(
      LocalDate.class, ZonedDateTime::toLocalDate,
      LocalTime.class, ZonedDateTime::toLocalTime,
      LocalDateTime.class, ZonedDateTime::toLocalDateTime,
      OffsetDateTime.class, ZonedDateTime::toOffsetDateTime,
      Instant.class, ZonedDateTime::toInstant);

  private final ColumnProperty<?> property;
  private final SqlType<?> type;
  private final boolean filled;
  private final boolean readOnly;
  private final boolean blank;
  private final boolean secret;
  private final boolean now;
  private final boolean nowAdded;
  private final boolean given;
  private final NumberRule number;

  FieldRule(Mapper<?> mapper, ColumnProperty<?> property) {
    this.property = property;
    this.type = property.type().generic();
    boolean version = property.equals(mapper.rules().version());
    this.now = isMarked(mapper.type(), AutoNow.class);
    this.nowAdded = isMarked(mapper.type(), AutoNowAdd.class);
    this.blank = isMarked(mapper.type(), AllowBlank.class);
    this.secret = isMarked(mapper.type(), Secret.class);
    this.given = !isMarked(mapper.type(), ReadOnly.class) && !property.isComputed();
    this.readOnly = property.isPrimaryKey() || version || !given || now || nowAdded;
    this.number = NumberRule.of(
        property, mark(mapper.type(), Rounded.class), mark(mapper.type(), MultipleOf.class));
    this.filled = readOnly
        || property.equals(mapper.hierarchy().discriminator())
        || property.column().defaultValue() != null
        || property.column().serverDefault() != null;
    checkMoment();
  }

  private boolean isMarked(Class<?> entity, Class<? extends Annotation> mark) {
    return mark(entity, mark) != null;
  }

  private <A extends Annotation> @Nullable A mark(Class<?> entity, Class<A> mark) {
    for (Class<?> at = entity; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (field.getName().equals(property.name())) {
          return field.getAnnotation(mark);
        }
      }
    }
    return null;
  }

  private void checkMoment() {
    if (now && nowAdded) {
      throw new QuerySetException(
          QuerySetError.MODEL,
          property + " is marked both @AutoNow and @AutoNowAdd. Keep one of them.");
    }
    if (isStamped() && !MOMENTS.containsKey(property.type().javaType())) {
      throw new QuerySetException(
          QuerySetError.MODEL,
          property
              + " is marked to hold the present moment, but is a "
              + property.type().javaType().getSimpleName()
              + ". Make it a date, a time or both.");
    }
  }

  ColumnProperty<?> property() {
    return property;
  }

  String name() {
    return property.name();
  }

  /** Whether a caller may say what it is when an object is created. */
  boolean isGiven() {
    return given;
  }

  /** Whether an empty text is a value of it. */
  boolean isBlankAllowed() {
    return blank;
  }

  /** Whether nobody but the query set or the database says what it is, once there is an object. */
  boolean isReadOnly() {
    return readOnly;
  }

  boolean isSecret() {
    return secret;
  }

  boolean isStamped() {
    return now || nowAdded;
  }

  boolean isStampedOnUpdate() {
    return now;
  }

  /** Whether an object needs a value from its maker. */
  boolean isRequired() {
    return !filled && !property.column().isNullable();
  }

  Object moment() {
    ZonedDateTime moment = ZonedDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MICROS);
    return Objects.requireNonNull(MOMENTS.get(property.type().javaType())).apply(moment);
  }

  /**
   * A value as it is kept: numbers rounded where that is asked for, text without white space around it, and
   * null for none where that is meant.
   */
  @Nullable Object tidied(@Nullable Object value) {
    if (value == null) {
      return blank && !property.column().isNullable() ? "" : null;
    }
    if (!(type instanceof StringType) || !(value instanceof String text)) {
      return number.tidied(value);
    }
    String tidy = Lookups.withoutNul(text).strip();
    return tidy.isEmpty() && !blank && property.column().isNullable() ? null : tidy;
  }

  /** What the column itself refuses of a value of its type, as code and text; null if nothing. */
  @Nullable Refusal refusal(@Nullable Object value) {
    if (value == null) {
      return isRequired() ? Refusal.REQUIRED : null;
    }
    if (type instanceof StringType text) {
      return refusal(text, (String) value);
    }
    Refusal digits = type instanceof NumericType limits && value instanceof BigDecimal decimal
        ? refusal(limits, decimal)
        : null;
    return digits == null ? number.refusal(value) : digits;
  }

  private @Nullable Refusal refusal(StringType text, String value) {
    if (value.isEmpty() && !blank) {
      return Refusal.BLANK;
    }
    return text.length() > 0 && value.codePointCount(0, value.length()) > text.length()
        ? new Refusal("max_length", "must have at most " + text.length() + " characters")
        : null;
  }

  private static @Nullable Refusal refusal(NumericType number, BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    int behind = Math.max(0, plain.scale());
    int before = plain.precision() - plain.scale();
    boolean fits = number.precision() == 0
        || (behind <= number.scale() && before <= number.precision() - number.scale());
    return fits
        ? null
        : new Refusal(
            "max_digits",
            "must have at most "
                + (number.precision() - number.scale())
                + " digits before and "
                + number.scale()
                + " behind the point");
  }

  /** Why a value is refused. */
  record Refusal(String code, String text) {
    static final Refusal REQUIRED = new Refusal("required", "must be given");
    static final Refusal BLANK = new Refusal("blank", "must not be empty");
    static final Refusal READ_ONLY = new Refusal("read_only", "must not be given");
    static final Refusal UNKNOWN = new Refusal("unknown", "does not exist");
  }
}
