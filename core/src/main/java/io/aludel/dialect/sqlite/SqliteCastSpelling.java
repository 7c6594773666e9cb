package io.aludel.dialect.sqlite;

import io.aludel.types.DateType;
import io.aludel.types.ExactType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.ZonedTimestampType;

/** Types of SQLite in CAST, where the name of a date type would make a number of the text. */
final class SqliteCastSpelling extends SqliteSpelling {
  @Override
  public String visit(DateType type) {
    return "TEXT";
  }

  @Override
  public String visit(TimeType type) {
    return "TEXT";
  }

  @Override
  public String visit(TimestampType type) {
    return "TEXT";
  }

  @Override
  public String visit(ZonedTimestampType<?> type) {
    return "TEXT";
  }

  @Override
  public String visit(IntervalType type) {
    return "TEXT";
  }

  /** Its affinity would be that of numbers. */
  @Override
  public String visit(JsonType<?> type) {
    return "TEXT";
  }

  @Override
  public String visit(ExactType<?> type) {
    String kept = type.values().accept(this);
    return kept.equals("TEXT") ? kept : super.visit(type);
  }
}
