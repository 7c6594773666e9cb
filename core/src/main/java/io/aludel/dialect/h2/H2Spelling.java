package io.aludel.dialect.h2;

import io.aludel.dialect.TypeSpelling;
import io.aludel.types.BinaryType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.ZonedTimestampType;

/** Types of H2. Its NUMERIC without parameters has no fraction, and its times lose their nanoseconds. */
final class H2Spelling extends TypeSpelling {
  H2Spelling() {
    super("h2");
  }

  @Override
  public String visit(IntegerType<?> type) {
    return type.javaType() == (Class<?>) Byte.class ? "TINYINT" : super.visit(type);
  }

  @Override
  public String visit(NumericType type) {
    return type.precision() == 0 ? "DECFLOAT" : super.visit(type);
  }

  @Override
  public String visit(StringType type) {
    return type.large() ? "CHARACTER LARGE OBJECT" : super.visit(type);
  }

  @Override
  public String visit(TimeType type) {
    return "TIME(9)";
  }

  @Override
  public String visit(TimestampType type) {
    return "TIMESTAMP(9)";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "TIMESTAMP(9) WITH TIME ZONE";
  }

  @Override
  public String visit(BinaryType type) {
    return type.length() == 0 ? "BINARY LARGE OBJECT" : super.visit(type);
  }
}
