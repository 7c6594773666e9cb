package io.aludel.types;

/**
 * A type that is not known: values are bound by their own class and read as the driver gives them.
 *
 * @param name what is known, for messages
 */
record OpenType(String name) implements SqlType<Object> {
  @Override
  public Class<Object> javaType() {
    return Object.class;
  }
}
