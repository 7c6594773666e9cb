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
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
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
      return integer(integer.javaType());
    }
    if (type instanceof FloatingType<?> floating) {
      Class<?> java = floating.javaType();
      return boxes(java == Float.class ? "float4" : "float8", java);
    }
    return type instanceof NumericType
        ? text("numeric", value -> ((BigDecimal) value).toString())
        : null;
  }

  /** PostgreSQL has no integers of one byte, nor has the driver lists of them. */
  private static ArrayBinder integer(Class<?> java) {
    if (java == Byte.class) {
      return new ArrayBinder("int2", Short.class, value -> ((Byte) value).shortValue());
    }
    return boxes(java == Long.class ? "int8" : java == Integer.class ? "int4" : "int2", java);
  }

  private static @Nullable ArrayBinder ofOther(SqlType<?> type) {
    if (type instanceof StringType) {
      return boxes("varchar", String.class);
    }
    if (type instanceof BooleanType) {
      return boxes("bool", Boolean.class);
    }
    if (type instanceof UuidType) {
      return text("uuid", value -> ((UUID) value).toString());
    }
    if (type instanceof DateType) {
      return time("date", type, value -> TIMES.kept((LocalDate) value));
    }
    if (type instanceof TimeType) {
      return time("time", type, value -> TIMES.kept((LocalTime) value));
    }
    if (type instanceof TimestampType) {
      return time("timestamp", type, value -> TIMES.kept((LocalDateTime) value));
    }
    return type instanceof ZonedTimestampType<?> ? zoned(type) : null;
  }

  private static ArrayBinder zoned(SqlType<?> type) {
    return type.javaType() == (Class<?>) Instant.class
        ? time("timestamptz", type, value -> TIMES.inUtc((Instant) value).atOffset(ZoneOffset.UTC))
        : time("timestamptz", type, value -> TIMES.inUtc((OffsetDateTime) value));
  }

  /** As the database keeps it; what it does not hold is refused. */
  private static ArrayBinder time(
      String elementType, SqlType<?> type, Function<Object, Object> kept) {
    CopyText.Field field = Objects.requireNonNull(CopyText.field(type));
    return text(elementType, value -> field.text(kept.apply(value)));
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

  /** The type of such arrays, to cast to where the server cannot tell it. */
  String arrayType() {
    return elementType + "[]";
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
