package io.aludel.dialect.internal;

import io.aludel.types.ValueReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads values by the typed getters of JDBC. One class for the types that most columns have: a loop over the
 * columns of a row then calls a method that is known, into which the getters are compiled.
 *
 * <p>Getters of numbers give zero for NULL, so that only of a zero the driver is asked what it was. SQLite's
 * would go to the database for it.
 */
public final class GetterReader<T> implements ValueReader<T> {
  public static final ValueReader<Boolean> BOOLEAN = new GetterReader<>(Getter.BOOLEAN);
  public static final ValueReader<Byte> BYTE = new GetterReader<>(Getter.BYTE);
  public static final ValueReader<Short> SHORT = new GetterReader<>(Getter.SHORT);
  public static final ValueReader<Integer> INTEGER = new GetterReader<>(Getter.INTEGER);
  public static final ValueReader<Long> LONG = new GetterReader<>(Getter.LONG);
  public static final ValueReader<Float> FLOAT = new GetterReader<>(Getter.FLOAT);
  public static final ValueReader<Double> DOUBLE = new GetterReader<>(Getter.DOUBLE);
  public static final ValueReader<BigDecimal> DECIMAL = new GetterReader<>(Getter.DECIMAL);
  public static final ValueReader<String> STRING = new GetterReader<>(Getter.STRING);

  private final Getter getter;

  private enum Getter {
    STRING,
    INTEGER,
    LONG,
    DOUBLE,
    BOOLEAN,
    DECIMAL,
    SHORT,
    BYTE,
    FLOAT
  }

  private GetterReader(Getter getter) {
    this.getter = getter;
  }

  @Override
  @SuppressWarnings("unchecked") // the constants say what their getters give
  public @Nullable T read(ResultSet rows, int column) throws SQLException {
    return (T) value(rows, column);
  }

  private @Nullable Object value(ResultSet rows, int column) throws SQLException {
    return switch (getter) {
      case STRING -> rows.getString(column);
      case INTEGER -> {
        int value = rows.getInt(column);
        yield value == 0 && rows.wasNull() ? null : (Integer) value;
      }
      case LONG -> {
        long value = rows.getLong(column);
        yield value == 0 && rows.wasNull() ? null : (Long) value;
      }
      case DOUBLE -> {
        double value = rows.getDouble(column);
        yield value == 0 && rows.wasNull() ? null : (Double) value;
      }
      case BOOLEAN -> {
        boolean value = rows.getBoolean(column);
        yield (!value && rows.wasNull()) ? null : (Boolean) value;
      }
      case DECIMAL -> rows.getBigDecimal(column);
      case SHORT -> {
        short value = rows.getShort(column);
        yield value == 0 && rows.wasNull() ? null : (Short) value;
      }
      case BYTE -> {
        byte value = rows.getByte(column);
        yield value == 0 && rows.wasNull() ? null : (Byte) value;
      }
      case FLOAT -> {
        float value = rows.getFloat(column);
        yield value == 0 && rows.wasNull() ? null : (Float) value;
      }
    };
  }
}
