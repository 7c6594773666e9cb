package io.aludel.dialect.postgresql;

import io.aludel.types.BooleanType;
import io.aludel.types.DateType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.UuidType;
import io.aludel.types.ValueBinder;
import io.aludel.types.VariantType;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Binds a list of values as one array. */
final class ArrayBinder implements ValueBinder<Object> {
  private final String elementType;
  private final @Nullable EnumType<?> constants;

  private ArrayBinder(String elementType, @Nullable EnumType<?> constants) {
    this.elementType = elementType;
    this.constants = constants;
  }

  /** The binder of lists of a type, or null if each value must be bound by itself. */
  static @Nullable ArrayBinder of(SqlType<?> type) {
    String element = elementType(type);
    EnumType<?> constants = plain(type) instanceof EnumType<?> enums ? enums : null;
    return element == null ? null : new ArrayBinder(element, constants);
  }

  private static SqlType<?> plain(SqlType<?> type) {
    if (type instanceof VariantType<?> variants) {
      return plain(variants.on("postgresql"));
    }
    return type instanceof ExactType<?> exact ? plain(exact.values()) : type;
  }

  private static @Nullable String elementType(SqlType<?> given) {
    SqlType<?> type = plain(given);
    if (type instanceof IntegerType<?> integer) {
      Class<?> java = integer.javaType();
      return java == Long.class ? "int8" : java == Integer.class ? "int4" : "int2";
    }
    if (type instanceof FloatingType<?> floating) {
      return floating.javaType() == (Class<?>) Float.class ? "float4" : "float8";
    }
    if (type instanceof EnumType<?> constants) {
      return constants.isNative() ? null : "varchar";
    }
    if (type instanceof StringType) {
      return "varchar";
    }
    if (type instanceof NumericType) {
      return "numeric";
    }
    if (type instanceof UuidType) {
      return "uuid";
    }
    if (type instanceof DateType) {
      return "date";
    }
    return type instanceof BooleanType ? "bool" : null;
  }

  @Override
  public void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    @Nullable Object[] members = value == null ? new Object[0] : (Object[]) value;
    EnumType<?> enums = constants;
    if (enums != null) {
      members = texts(enums, members);
    }
    Array array = statement.getConnection().createArrayOf(elementType, members);
    statement.setArray(index, array);
  }

  @SuppressWarnings("unchecked") // the members are values of the type
  private static <T> @Nullable Object[] texts(EnumType<T> type, @Nullable Object[] members) {
    @Nullable Object[] texts = new @Nullable Object[members.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = members[i] == null ? null : type.text((T) members[i]);
    }
    return texts;
  }
}
