package io.aludel.orm.mapping.internal.inheritance;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import org.jspecify.annotations.Nullable;

/** Turns discriminators as annotations have them into values of the column. */
public final class DiscriminatorValues {
  private DiscriminatorValues() {}

  /**
   * The value that a text stands for.
   *
   * @throws MappingException if it does not fit the type of the discriminator
   */
  public static Object parse(String text, ColumnProperty<?> discriminator) {
    Class<?> type = discriminator.type().javaType();
    Object value = find(text, type);
    if (value == null) {
      throw MappingException.of(
          MappingMessage.BAD_DISCRIMINATOR_VALUE,
          discriminator.toString(),
          text,
          discriminator,
          type.getSimpleName());
    }
    return value;
  }

  private static @Nullable Object find(String text, Class<?> type) {
    if (type == String.class) {
      return text;
    }
    if (type.isEnum()) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(text)) {
          return constant;
        }
      }
      return null;
    }
    try {
      return number(text, type);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  private static @Nullable Object number(String text, Class<?> type) {
    if (type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == Long.class) {
      return Long.valueOf(text);
    }
    if (type == Short.class) {
      return Short.valueOf(text);
    }
    return type == Character.class && text.length() == 1 ? text.charAt(0) : null;
  }
}
