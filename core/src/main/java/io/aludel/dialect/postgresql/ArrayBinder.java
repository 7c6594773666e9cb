package io.aludel.dialect.postgresql;

import io.aludel.types.BooleanType;
import io.aludel.types.DateType;
import io.aludel.types.EnumType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.UuidType;
import io.aludel.types.ValueBinder;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Binds a list of values as one array. */
final class ArrayBinder implements ValueBinder<Object> {
  private final String elementType;
  private final boolean ofEnums;

  private ArrayBinder(String elementType, boolean ofEnums) {
    this.elementType = elementType;
    this.ofEnums = ofEnums;
  }

  /** The binder of lists of a type, or null if each value must be bound by itself. */
  static @Nullable ArrayBinder of(SqlType<?> type) {
    String element = elementType(type);
    return element == null ? null : new ArrayBinder(element, type instanceof EnumType);
  }

  private static @Nullable String elementType(SqlType<?> type) {
    if (type instanceof IntegerType<?> integer) {
      Class<?> java = integer.javaType();
      return java == Long.class ? "int8" : java == Integer.class ? "int4" : "int2";
    }
    if (type instanceof FloatingType<?> floating) {
      return floating.javaType() == (Class<?>) Float.class ? "float4" : "float8";
    }
    if (type instanceof StringType || type instanceof EnumType) {
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
    if (ofEnums) {
      members = names(members);
    }
    Array array = statement.getConnection().createArrayOf(elementType, members);
    statement.setArray(index, array);
  }

  private static @Nullable Object[] names(@Nullable Object[] constants) {
    @Nullable Object[] names = new @Nullable Object[constants.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = constants[i] instanceof Enum<?> constant ? constant.name() : null;
    }
    return names;
  }
}
