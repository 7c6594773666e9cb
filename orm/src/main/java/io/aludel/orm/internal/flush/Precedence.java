package io.aludel.orm.internal.flush;

/**
 * One thing that has to happen before another.
 *
 * @param first what comes first
 * @param then what comes after it
 * @param <T> the kind of things
 */
record Precedence<T>(T first, T then) {}
