package io.aludel.dialect.sqlserver;

import io.aludel.reflection.DatabaseType;
import io.aludel.reflection.TypeText;
import io.aludel.types.ExactTypes;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A type as the system views tell it, and the one that is meant. */
record CatalogType(String spelled, SqlType<?> type) {
  private static final int MAX = -1;

  /** The type of a column; text of Unicode has twice as many bytes as characters. */
  static CatalogType of(
      String name, @Nullable Long bytes, @Nullable Long precision, @Nullable Long scale) {
    int length = number(bytes);
    int digits = number(scale);
    return switch (name) {
      case "nvarchar", "nchar" -> sized(name, length == MAX ? MAX : length / 2);
      case "varchar", "char", "varbinary", "binary" -> sized(name, length);
      case "decimal", "numeric" ->
        new CatalogType(
            name + "(" + number(precision) + ", " + digits + ")",
            SqlTypes.NUMERIC(number(precision), digits));
      case "datetime2" ->
        new CatalogType(
            name + "(" + digits + ")",
            digits == 7 ? SqlTypes.TIMESTAMP : SqlServerTypes.datetime2(digits));
      case "datetimeoffset" ->
        new CatalogType(
            name + "(" + digits + ")",
            digits == 7
                ? SqlTypes.TIMESTAMP_WITH_TIME_ZONE
                : SqlServerTypes.DATETIMEOFFSET(digits));
      case "time" ->
        new CatalogType(
            name + "(" + digits + ")", digits == 7 ? SqlTypes.TIME : SqlServerTypes.TIME(digits));
      default -> new CatalogType(name, plain(name));
    };
  }

  private static int number(@Nullable Long number) {
    return number == null ? 0 : number.intValue();
  }

  private static CatalogType sized(String name, int length) {
    String spelled = name + "(" + (length == MAX ? "max" : length) + ")";
    return new CatalogType(
        spelled,
        switch (name) {
          case "nvarchar" -> length == MAX ? SqlTypes.TEXT : SqlTypes.STRING(length);
          case "varchar" -> length == MAX ? SqlServerTypes.VARCHAR_MAX : ExactTypes.VARCHAR(length);
          case "nchar" -> ExactTypes.NCHAR(length);
          case "char" -> ExactTypes.CHAR(length);
          case "binary" -> ExactTypes.BINARY(length);
          default -> length == MAX ? SqlTypes.BINARY : SqlTypes.BINARY(length);
        });
  }

  private static SqlType<?> plain(String name) {
    return switch (name) {
      case "bit" -> SqlTypes.BOOLEAN;
      case "tinyint" -> SqlServerTypes.TINYINT;
      case "uniqueidentifier" -> SqlTypes.UUID;
      case "datetime" -> SqlServerTypes.DATETIME;
      case "smalldatetime" -> SqlServerTypes.SMALLDATETIME;
      case "money" -> SqlServerTypes.MONEY;
      case "smallmoney" -> SqlServerTypes.SMALLMONEY;
      case "text" -> SqlServerTypes.TEXT;
      case "ntext" -> SqlServerTypes.NTEXT;
      case "image" -> SqlServerTypes.IMAGE;
      case "xml" -> SqlServerTypes.XML;
      case "timestamp" -> SqlServerTypes.ROWVERSION;
      default -> {
        SqlType<?> known = TypeText.parse(name).standard();
        yield known == null ? new DatabaseType(name) : known;
      }
    };
  }
}
