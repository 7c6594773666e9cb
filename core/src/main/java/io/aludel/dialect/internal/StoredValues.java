package io.aludel.dialect.internal;

import io.aludel.types.ArrayType;
import io.aludel.types.ConvertedType;
import io.aludel.types.DomainType;
import io.aludel.types.EnumType;
import io.aludel.types.ExactType;
import io.aludel.types.InetType;
import io.aludel.types.JsonType;
import io.aludel.types.SqlType;
import io.aludel.types.VariantType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values become before any driver sees them: converted types unpacked, enums and addresses as text. */
public final class StoredValues {
  private final String dialect;

  public StoredValues(String dialect) {
    this.dialect = dialect;
  }

  /** A plain value, or a list of such. */
  public @Nullable Object of(SqlType<?> type, @Nullable Object value) {
    if (value == null) {
      return type instanceof JsonType<?> json && !json.sqlNull() ? "null" : null;
    }
    if (type instanceof ArrayType<?> array) {
      List<@Nullable Object> members = new ArrayList<>();
      for (Object member : (List<?>) value) {
        members.add(of(array.element(), member));
      }
      return members;
    }
    return single(type, value);
  }

  @SuppressWarnings("unchecked") // the value is one of the type
  private <T> @Nullable Object single(SqlType<T> type, Object value) {
    if (type instanceof EnumType<T> constants) {
      return constants.text((T) value);
    }
    if (type instanceof JsonType<T> json) {
      return json.toText((T) value);
    }
    if (type instanceof InetType) {
      return InetType.toText((InetAddress) value);
    }
    if (type instanceof VariantType<T> variants) {
      return of(variants.on(dialect), value);
    }
    if (type instanceof ExactType<T> exact) {
      return of(exact.values(), value);
    }
    if (type instanceof DomainType<T> domain) {
      return of(domain.base(), value);
    }
    return type instanceof ConvertedType<?, ?>
        ? converted((ConvertedType<T, ?>) type, value)
        : value;
  }

  @SuppressWarnings("unchecked") // the value is one of the type
  private <T, S> @Nullable Object converted(ConvertedType<T, S> type, Object value) {
    return of(type.stored(dialect), type.toStored((T) value));
  }
}
