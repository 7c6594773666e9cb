package io.aludel.dialect.postgresql;

import io.aludel.dialect.TimeLimits;
import io.aludel.types.BooleanType;
import io.aludel.types.DateType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ValueBinder;
import io.aludel.types.VariantType;
import io.aludel.types.ZonedTimestampType;
import java.lang.reflect.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binds a list of values as one array. The driver sends arrays of boxes and strings the fastest. */
final class ArrayBinder implements ValueBinder<Object> {
  private static final TimeLimits TIMES = PostgresqlCodecs.TIMES;

  private final String elementType;
  private final Class<?> element;
  private final Function<Object, Object> conversion;

  private ArrayBinder(String elementType, Class<?> element, Function<Object, Object> conversion) {
    this.elementType = elementType;
    this.element = element;
    this.conversion = conversion;
  }

  /** The binder of lists of a type, or null if each value must be bound by itself. */
  static @Nullable ArrayBinder of(SqlType<?> type) {
    if (type instanceof VariantType<?> variants) {
      return of(variants.on("postgresql"));
    }
    if (type instanceof ExactType<?> exact) {
      return of(exact.values());
    }
    if (type instanceof EnumType<?> constants) {
      return constants.isNative() ? null : text("varchar", textOf(constants));
    }
    ArrayBinder number = number(type);
    return number == null ? ofOther(type) : number;
  }

  private static @Nullable ArrayBinder number(SqlType<?> type) {
    if (type instanceof IntegerType<?> integer) {
      Class<?> java = integer.javaType();
      return boxes(java == Long.class ? "int8" : java == Integer.class ? "int4" : "int2", java);
    }
    if (type instanceof FloatingType<?> floating) {
      Class<?> java = floating.javaType();
      return boxes(java == Float.class ? "float4" : "float8", java);
    }
    return type instanceof NumericType ? text("numeric", Object::toString) : null;
  }

  private static @Nullable ArrayBinder ofOther(SqlType<?> type) {
    if (type instanceof StringType) {
      return boxes("varchar", String.class);
    }
    if (type instanceof BooleanType) {
      return boxes("bool", Boolean.class);
    }
    if (type instanceof UuidType) {
      return text("uuid", Object::toString);
    }
    String time = timeType(type);
    CopyText.Field field = time == null ? null : CopyText.field(type);
    return time == null || field == null ? null : text(time, value -> field.text(kept(value)));
  }

  private static @Nullable String timeType(SqlType<?> type) {
    if (type instanceof DateType) {
      return "date";
    }
    if (type instanceof TimeType) {
      return "time";
    }
    if (type instanceof TimestampType) {
      return "timestamp";
    }
    return type instanceof ZonedTimestampType<?> ? "timestamptz" : null;
  }

  /** As the database keeps it; refuses what it does not hold. */
  private static Object kept(Object value) {
    if (value instanceof LocalDate date) {
      return TIMES.kept(date);
    }
    if (value instanceof LocalTime time) {
      return TIMES.kept(time);
    }
    if (value instanceof LocalDateTime dateTime) {
      return TIMES.kept(dateTime);
    }
    return value instanceof Instant instant
        ? TIMES.inUtc(instant).atOffset(ZoneOffset.UTC)
        : TIMES.kept((OffsetDateTime) value);
  }

  private static ArrayBinder boxes(String elementType, Class<?> element) {
    return new ArrayBinder(elementType, element, element::cast);
  }

  private static ArrayBinder text(String elementType, Function<Object, Object> text) {
    return new ArrayBinder(elementType, String.class, text);
  }

  @SuppressWarnings("unchecked") // the members are values of the type
  private static <T> Function<Object, Object> textOf(EnumType<T> type) {
    return value -> type.text((T) value);
  }

  @Override
  public void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    @Nullable Object[] members = value == null ? new Object[0] : (Object[]) value;
    @Nullable Object[] elements = (@Nullable Object[]) Array.newInstance(element, members.length);
    for (int i = 0; i < elements.length; i++) {
      Object member = members[i];
      elements[i] = member == null ? null : conversion.apply(member);
    }
    statement.setArray(index, statement.getConnection().createArrayOf(elementType, elements));
  }
}
