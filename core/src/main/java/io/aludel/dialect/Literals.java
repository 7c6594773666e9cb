package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.types.BinaryType;
import io.aludel.types.UuidType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values out as SQL, for DDL. */
final class Literals {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private final StandardDialect dialect;

  Literals(StandardDialect dialect) {
    this.dialect = dialect;
  }

  String of(Placeholder placeholder, @Nullable Object[] values) {
    Object value = placeholder.value(values);
    if (!placeholder.list()) {
      return literal(value);
    }
    StringJoiner members = new StringJoiner(", ");
    for (Object member : value == null ? new Object[0] : (Object[]) value) {
      members.add(literal(member));
    }
    return members.toString();
  }

  private String literal(@Nullable Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof Boolean truth) {
      boolean named = dialect.supports(Capability.NATIVE_BOOLEAN);
      return named ? truth.toString() : truth ? "1" : "0";
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof byte[] bytes) {
      String hex = HexFormat.of().formatHex(bytes);
      String spelled = dialect.types().spell(new BinaryType(0));
      return spelled.equals("BYTEA") ? "'\\x" + hex + "'" : "X'" + hex + "'";
    }
    return text(value);
  }

  private String text(Object value) {
    if (value instanceof String text) {
      return dialect.literal(text);
    }
    if (value instanceof Enum<?> constant) {
      return dialect.literal(constant.name());
    }
    if (value instanceof LocalDate || value instanceof LocalTime) {
      return dialect.literal(value.toString());
    }
    if (value instanceof LocalDateTime moment) {
      return dialect.literal(MOMENT.format(moment));
    }
    if (value instanceof Instant instant) {
      return dialect.literal(MOMENT.format(instant.atOffset(ZoneOffset.UTC)) + "+00");
    }
    if (value instanceof UUID uuid) {
      boolean whole = dialect.types().spell(new UuidType()).equals("UUID");
      return dialect.literal(whole ? uuid.toString() : uuid.toString().replace("-", ""));
    }
    throw new CompileException(
        CoreError.CANNOT_COMPILE,
        dialect.name(),
        "A value of " + value.getClass().getName()
            + " cannot be written out in DDL. Give the SQL as text.");
  }
}
