package io.aludel.reflection;

import io.aludel.schema.SequenceOptions;

/**
 * A sequence of the database.
 *
 * @param name its name
 * @param options how it counts
 */
public record ReflectedSequence(String name, SequenceOptions options) {}
