package io.aludel.orm.internal.flush.graph;

/**
 * One thing that has to happen before another.
 *
 * @param first what comes first
 * @param then what comes after it
 * @param reason why, for messages
 * @param <T> the kind of things
 */
public record Precedence<T>(T first, T then, Object reason) {}
