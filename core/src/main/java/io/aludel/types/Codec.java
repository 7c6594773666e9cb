package io.aludel.types;

/**
 * How values of one SQL type travel to and from one database. Chosen once per compiled statement,
 * never per value. Safe to share.
 *
 * @param binder towards the database
 * @param reader from the database
 * @param <T> the Java type of the values
 */
public record Codec<T>(ValueBinder<T> binder, ValueReader<T> reader) {}
