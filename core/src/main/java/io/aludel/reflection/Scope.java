package io.aludel.reflection;

import org.jspecify.annotations.Nullable;

/**
 * Which tables and views of the database are looked at.
 *
 * @param schema their schema, or null for the default, temporary ones included
 * @param table the name of the only one, or null for all
 */
public record Scope(@Nullable String schema, @Nullable String table) {}
