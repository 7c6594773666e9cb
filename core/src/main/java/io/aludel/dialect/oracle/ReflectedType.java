package io.aludel.dialect.oracle;

import io.aludel.reflection.CatalogRow;
import io.aludel.reflection.DatabaseType;
import io.aludel.schema.Computed;
import io.aludel.schema.Identity;
import io.aludel.schema.ServerDefault;
import io.aludel.types.ExactTypes;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The type of a column of the catalogue, and what fills it. */
record ReflectedType(SqlType<?> type, String spelled) {
  static ReflectedType of(CatalogRow row) {
    String name = row.name(2);
    int characters = number(row, 3);
    int bytes = number(row, 4);
    return switch (name) {
      case "NUMBER" -> decimal(row);
      case "FLOAT" -> binary(number(row, 5));
      case "VARCHAR2", "NVARCHAR2" ->
        new ReflectedType(SqlTypes.STRING(characters), sized(name, characters));
      case "CHAR" -> new ReflectedType(ExactTypes.CHAR(characters), sized(name, characters));
      case "NCHAR" -> new ReflectedType(ExactTypes.NCHAR(characters), sized(name, characters));
      case "RAW" -> new ReflectedType(SqlTypes.BINARY(bytes), sized(name, bytes));
      default -> new ReflectedType(plain(name), name);
    };
  }

  private static int number(CatalogRow row, int place) {
    Long found = row.number(place);
    return found == null ? 0 : found.intValue();
  }

  private static String sized(String name, int size) {
    return name + "(" + size + ")";
  }

  /** INTEGER is a number without a precision whose scale is 0. */
  private static ReflectedType decimal(CatalogRow row) {
    Long precision = row.number(5);
    Long scale = row.number(6);
    if (scale == null) {
      return new ReflectedType(SqlTypes.NUMERIC, "NUMBER");
    }
    if (precision == null && scale == 0) {
      return new ReflectedType(SqlTypes.INTEGER, "INTEGER");
    }
    int digits = precision == null ? 38 : precision.intValue();
    String spelled = "NUMBER(" + digits + ", " + scale + ")";
    if (digits == 19 && scale == 0) {
      return new ReflectedType(SqlTypes.BIGINT, spelled);
    }
    boolean usual = scale >= 0 && scale <= digits;
    return new ReflectedType(
        usual ? SqlTypes.NUMERIC(digits, scale.intValue()) : SqlTypes.NUMERIC, spelled);
  }

  private static ReflectedType binary(int digits) {
    return switch (digits) {
      case 126 -> new ReflectedType(ExactTypes.DOUBLE_PRECISION, "FLOAT(126)");
      case 63 -> new ReflectedType(ExactTypes.REAL, "FLOAT(63)");
      default -> new ReflectedType(OracleTypes.FLOAT(Math.max(1, digits)), sized("FLOAT", digits));
    };
  }

  private static SqlType<?> plain(String spelled) {
    String name = spelled.replaceAll("\\(\\d+\\)", "").toUpperCase(Locale.ROOT);
    return switch (name) {
      case "DATE" -> SqlTypes.DATE;
      case "TIMESTAMP" -> SqlTypes.TIMESTAMP;
      case "TIMESTAMP WITH TIME ZONE" -> SqlTypes.TIMESTAMP_WITH_TIME_ZONE;
      case "TIMESTAMP WITH LOCAL TIME ZONE" -> OracleTypes.TIMESTAMP_WITH_LOCAL_TIME_ZONE;
      case "INTERVAL DAY TO SECOND" -> SqlTypes.INTERVAL;
      case "BINARY_FLOAT" -> SqlTypes.REAL;
      case "BINARY_DOUBLE" -> SqlTypes.DOUBLE;
      case "CLOB" -> SqlTypes.TEXT;
      case "NCLOB" -> OracleTypes.NCLOB;
      case "LONG" -> OracleTypes.LONG;
      case "BLOB" -> SqlTypes.BINARY;
      case "BOOLEAN" -> SqlTypes.BOOLEAN;
      case "JSON" -> SqlTypes.JSON;
      case "VECTOR" -> OracleTypes.VECTOR;
      case "ROWID" -> OracleTypes.ROWID;
      default -> new DatabaseType(spelled);
    };
  }

  @Nullable ServerDefault filled(CatalogRow row) {
    String stated = row.text(13);
    if (row.text(10) != null) {
      return identity(row);
    }
    if (row.name(9).equals("YES")) {
      return Computed.as(stated == null ? "NULL" : stated.strip()).virtual();
    }
    String text = stated == null ? "" : stated.strip();
    return text.isEmpty() || text.equalsIgnoreCase("NULL") ? null : ServerDefault.text(text);
  }

  /** Options such as {@code START WITH: 1, INCREMENT BY: 1, CYCLE_FLAG: N}. */
  private static Identity identity(CatalogRow row) {
    Counting counting = new Counting();
    for (String option : row.name(11).split(",")) {
      String[] parts = option.split(":", 2);
      String value = parts.length < 2 ? "" : parts[1].strip();
      switch (parts[0].strip()) {
        case "START WITH" -> counting.start(value);
        case "INCREMENT BY" -> counting.increment(value);
        case "MIN_VALUE" -> counting.minimum(value);
        case "MAX_VALUE" -> counting.maximum(value);
        case "CYCLE_FLAG" -> counting.cycle(value);
        case "CACHE_SIZE" -> counting.cache(value);
        default -> {}
      }
    }
    return new Identity(
        row.name(10).equals("ALWAYS"), row.name(12).equals("YES"), counting.options());
  }
}
