package io.aludel.dialect;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.internal.GetterReader;
import io.aludel.dialect.internal.OpenReader;
import io.aludel.dialect.internal.StoredValues;
import io.aludel.types.ArrayType;
import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.Codec;
import io.aludel.types.ConvertedType;
import io.aludel.types.DateType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.ExternalType;
import io.aludel.types.FloatingType;
import io.aludel.types.InetType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.TypeVisitor;
import io.aludel.types.UuidType;
import io.aludel.types.ValueBinder;
import io.aludel.types.ValueReader;
import io.aludel.types.VariantType;
import io.aludel.types.ZonedTimestampType;
import java.net.InetAddress;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the codecs of types, by the getters and setters of JDBC 4.2. A dialect overrides what its driver
 * does otherwise.
 */
public class TypeCodecs implements TypeVisitor<Codec<?>> {
  private final String dialect;
  private final TimeLimits times;
  private final Map<Class<?>, ValueBinder<Object>> byClass = new ConcurrentHashMap<>();

  /**
   * Creates the codecs of a dialect.
   *
   * @param dialect the name of the dialect, for messages
   * @param times the dates and times that the database keeps
   */
  protected TypeCodecs(String dialect, TimeLimits times) {
    this.dialect = dialect;
    this.times = times;
  }

  /**
   * The dates and times that the database keeps.
   *
   * @return the limits
   */
  protected final TimeLimits times() {
    return times;
  }

  @Override
  public Codec<?> visit(BooleanType type) {
    return codec(Types.BOOLEAN, PreparedStatement::setBoolean, GetterReader.BOOLEAN);
  }

  @Override
  public Codec<?> visit(IntegerType<?> type) {
    Class<?> java = type.javaType();
    if (java == Long.class) {
      return codec(Types.BIGINT, PreparedStatement::setLong, GetterReader.LONG);
    }
    if (java == Integer.class) {
      return codec(Types.INTEGER, PreparedStatement::setInt, GetterReader.INTEGER);
    }
    return java == Short.class
        ? codec(Types.SMALLINT, PreparedStatement::setShort, GetterReader.SHORT)
        : codec(Types.SMALLINT, PreparedStatement::setByte, GetterReader.BYTE);
  }

  @Override
  public Codec<?> visit(FloatingType<?> type) {
    if (type.javaType() == (Class<?>) Float.class) {
      return codec(Types.REAL, PreparedStatement::setFloat, GetterReader.FLOAT);
    }
    return codec(Types.DOUBLE, PreparedStatement::setDouble, GetterReader.DOUBLE);
  }

  @Override
  public Codec<?> visit(NumericType type) {
    return codec(Types.NUMERIC, PreparedStatement::setBigDecimal, GetterReader.DECIMAL);
  }

  @Override
  public Codec<?> visit(StringType type) {
    return codec(Types.VARCHAR, PreparedStatement::setString, GetterReader.STRING);
  }

  @Override
  public Codec<?> visit(DateType type) {
    return TypeCodecs.<LocalDate>codec(
        Types.DATE,
        (statement, index, value) -> statement.setObject(index, times.kept(value)),
        (rows, column) -> rows.getObject(column, LocalDate.class));
  }

  @Override
  public Codec<?> visit(TimeType type) {
    return TypeCodecs.<LocalTime>codec(
        Types.TIME,
        (statement, index, value) -> statement.setObject(index, times.kept(value)),
        (rows, column) -> rows.getObject(column, LocalTime.class));
  }

  @Override
  public Codec<?> visit(TimestampType type) {
    return TypeCodecs.<LocalDateTime>codec(
        Types.TIMESTAMP,
        (statement, index, value) -> statement.setObject(index, times.kept(value)),
        (rows, column) -> rows.getObject(column, LocalDateTime.class));
  }

  @Override
  public Codec<?> visit(ZonedTimestampType<?> type) {
    if (type.javaType() == (Class<?>) Instant.class) {
      return TypeCodecs.<Instant>codec(
          Types.TIMESTAMP_WITH_TIMEZONE,
          (statement, index, value) ->
              statement.setObject(index, times.inUtc(value).atOffset(ZoneOffset.UTC)),
          (rows, column) -> {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
          });
    }
    return TypeCodecs.<OffsetDateTime>codec(
        Types.TIMESTAMP_WITH_TIMEZONE,
        (statement, index, value) -> statement.setObject(index, times.kept(value)),
        (rows, column) -> rows.getObject(column, OffsetDateTime.class));
  }

  @Override
  public Codec<?> visit(UuidType type) {
    return TypeCodecs.<UUID>codec(
        Types.OTHER,
        PreparedStatement::setObject,
        (rows, column) -> rows.getObject(column, UUID.class));
  }

  @Override
  public Codec<?> visit(InetType type) {
    return addresses(PreparedStatement::setString, Types.VARCHAR);
  }

  /**
   * Addresses of hosts as text.
   *
   * @param setter binds the text
   * @param jdbcType a constant of {@link Types}, for NULL
   * @return the codec
   */
  protected static Codec<InetAddress> addresses(Setter<String> setter, int jdbcType) {
    return codec(
        jdbcType,
        (statement, index, value) -> setter.set(statement, index, InetType.toText(value)),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : InetType.fromText(text);
        });
  }

  @Override
  public Codec<?> visit(EnumType<?> type) {
    return enums(type);
  }

  private static <T> Codec<T> enums(EnumType<T> type) {
    Map<String, T> byText = new HashMap<>();
    for (int i = 0; i < type.constants().size(); i++) {
      byText.put(type.constantNames().get(i), type.constants().get(i));
    }
    return TypeCodecs.<T>codec(
        Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, type.text(value)),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : constant(type, byText, text);
        });
  }

  private static <T> T constant(EnumType<T> type, Map<String, T> byText, String text) {
    T found = byText.get(text);
    if (found == null) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read '" + text + "' as " + type.javaType().getSimpleName()
              + ": its constants are "
              + type.constantNames()
              + ". Correct the row, or add the constant.");
    }
    return found;
  }

  @Override
  public Codec<?> visit(IntervalType type) {
    return TypeCodecs.<Duration>codec(
        Types.OTHER,
        PreparedStatement::setObject,
        (rows, column) -> rows.getObject(column, Duration.class));
  }

  @Override
  public Codec<?> visit(JsonType<?> type) {
    return jsons(type, PreparedStatement::setString);
  }

  /**
   * JSON that travels as text.
   *
   * @param type the type
   * @param setter binds the text
   * @param <T> the Java type of the values
   * @return the codec
   */
  protected static <T> Codec<T> jsons(JsonType<T> type, Setter<String> setter) {
    ValueBinder<T> binder = (statement, index, value) -> {
      String text = type.toText(value);
      if (text == null) {
        statement.setNull(index, Types.VARCHAR);
      } else {
        setter.set(statement, index, text);
      }
    };
    return new Codec<>(binder, (rows, column) -> type.fromText(rows.getString(column)));
  }

  @Override
  public Codec<?> visit(ArrayType<?> type) {
    throw unknown(type);
  }

  /**
   * Arrays that are read element by element with the codec of the elements.
   *
   * @param type the type
   * @param setter binds what is left of the elements when converted types are unpacked and enums are
   *     text: plain values, and lists where elements are arrays
   * @param <E> the Java type of the elements
   * @return the codec
   */
  @SuppressWarnings("unchecked") // the codec of the elements' type
  protected final <E> Codec<List<@Nullable E>> arrays(
      ArrayType<E> type, Setter<List<@Nullable Object>> setter) {
    ValueReader<E> element = ((Codec<E>) type.element().accept(this)).reader();
    StoredValues stored = new StoredValues(dialect);
    return TypeCodecs.<List<@Nullable E>>codec(
        Types.ARRAY,
        (statement, index, value) -> setter.set(statement, index, (List<@Nullable Object>)
            Objects.requireNonNull(stored.of(type, value))),
        (rows, column) -> elements(rows.getArray(column), element));
  }

  private static <E> @Nullable List<@Nullable E> elements(
      java.sql.@Nullable Array array, ValueReader<E> element) throws SQLException {
    if (array == null) {
      return null;
    }
    List<@Nullable E> elements = new ArrayList<>();
    try (ResultSet rows = array.getResultSet()) {
      while (rows.next()) {
        elements.add(element.read(rows, 2));
      }
    } finally {
      array.free();
    }
    return elements;
  }

  @Override
  public Codec<?> visit(DomainType<?> type) {
    return type.base().accept(this);
  }

  @Override
  public Codec<?> visit(ExactType<?> type) {
    return type.values().accept(this);
  }

  /**
   * Floating point for databases that have neither infinity nor what is not a number.
   *
   * @param type the type
   * @return the codec, which refuses both
   */
  protected final Codec<?> finiteNumbers(FloatingType<?> type) {
    if (type.javaType() == (Class<?>) Float.class) {
      return TypeCodecs.<Float>codec(
          Types.REAL,
          (statement, index, value) -> statement.setFloat(index, (float) finite(value)),
          GetterReader.FLOAT);
    }
    return TypeCodecs.<Double>codec(
        Types.DOUBLE,
        (statement, index, value) -> statement.setDouble(index, finite(value)),
        GetterReader.DOUBLE);
  }

  private double finite(double value) {
    if (!Double.isFinite(value)) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot bind " + value + ": " + dialect + " has finite numbers only. Bind null instead.");
    }
    return value;
  }

  /**
   * Lengths of time as dates that lie so far from 1970-01-01, for databases that have no such type.
   *
   * @return the codec
   */
  @SuppressWarnings("unchecked") // the codec of date and time
  protected final Codec<Duration> datedIntervals() {
    Codec<LocalDateTime> dates = (Codec<LocalDateTime>) visit(new TimestampType());
    LocalDateTime epoch = LocalDate.EPOCH.atStartOfDay();
    return new Codec<>(
        (statement, index, value) ->
            dates.binder().bind(statement, index, value == null ? null : epoch.plus(value)),
        (rows, column) -> {
          LocalDateTime value = dates.reader().read(rows, column);
          return value == null ? null : Duration.between(epoch, value);
        });
  }

  /**
   * Says that the dialect has no such type.
   *
   * @param type the type
   * @return the exception to throw
   */
  protected final CompileException unknown(SqlType<?> type) {
    return new CompileException(
        CoreError.CANNOT_COMPILE,
        dialect,
        "Cannot bind values of type " + type + ": " + dialect
            + " does not know it. State a type that it knows.");
  }

  @Override
  public Codec<?> visit(BinaryType type) {
    return TypeCodecs.<byte[]>codec(
        Types.VARBINARY, PreparedStatement::setBytes, (rows, column) -> rows.getBytes(column));
  }

  @Override
  public Codec<?> other(SqlType<?> type) {
    if (type == SqlTypes.UNKNOWN || type == SqlTypes.DEFERRED) {
      return new Codec<Object>(this::bindByClass, new OpenReader());
    }
    if (type instanceof VariantType<?> variants) {
      return variants.on(dialect).accept(this);
    }
    if (type instanceof ConvertedType<?, ?> converted) {
      return converted(converted);
    }
    if (type instanceof ExternalType<?> external && external.spell(dialect) != null) {
      return external.codec(dialect);
    }
    throw unknown(type);
  }

  private void bindByClass(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      statement.setNull(index, Types.NULL);
      return;
    }
    byClass.computeIfAbsent(value.getClass(), this::binder).bind(statement, index, value);
  }

  @SuppressWarnings("unchecked") // the type of a class binds values of the class
  private ValueBinder<Object> binder(Class<?> type) {
    return (ValueBinder<Object>) ((Codec<?>) SqlTypes.forJava(type).accept(this)).binder();
  }

  @SuppressWarnings("unchecked") // a type's codec is for the type's values
  private <T, S> Codec<T> converted(ConvertedType<T, S> type) {
    Codec<S> stored = (Codec<S>) type.stored(dialect).accept(this);
    ValueBinder<T> binder = (statement, index, value) ->
        stored.binder().bind(statement, index, value == null ? null : type.toStored(value));
    ValueReader<T> reader = (rows, column) -> {
      S value = stored.reader().read(rows, column);
      return value == null ? null : type.fromStored(value);
    };
    return new Codec<>(binder, reader);
  }

  /**
   * UUIDs as 32 hexadecimal characters, for databases that have no such type.
   *
   * @return the codec
   */
  protected static Codec<UUID> hexadecimalUuids() {
    return codec(
        Types.CHAR,
        (statement, index, value) -> statement.setString(index, value.toString().replace("-", "")),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : uuid(text);
        });
  }

  private static UUID uuid(String text) {
    String plain = text.replace("-", "");
    if (plain.length() != 32) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read text of " + text.length()
              + " characters as a UUID: it has 32 hexadecimal characters. Correct the row.");
    }
    return new UUID(
        Long.parseUnsignedLong(plain, 0, 16, 16), Long.parseUnsignedLong(plain, 16, 32, 16));
  }

  /**
   * A codec whose binder binds NULL as a JDBC type says.
   *
   * @param jdbcType a constant of {@link Types}
   * @param setter binds values other than null
   * @param reader reads values
   * @param <T> the Java type of the values
   * @return the codec
   */
  protected static <T> Codec<T> codec(int jdbcType, Setter<T> setter, ValueReader<T> reader) {
    ValueBinder<T> binder = (statement, index, value) -> {
      if (value == null) {
        statement.setNull(index, jdbcType);
      } else {
        setter.set(statement, index, value);
      }
    };
    return new Codec<>(binder, reader);
  }

  /**
   * Binds values other than null.
   *
   * @param <T> the Java type of the values
   */
  @FunctionalInterface
  protected interface Setter<T> {
    /**
     * Binds a value.
     *
     * @param statement the statement that is about to run
     * @param index the placeholder, counted from 1
     * @param value the value
     * @throws SQLException if the driver refuses the value
     */
    void set(PreparedStatement statement, int index, T value) throws SQLException;
  }
}
