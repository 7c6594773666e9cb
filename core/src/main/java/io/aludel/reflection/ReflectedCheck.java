package io.aludel.reflection;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint of the database.
 *
 * @param name its name, or null
 * @param sql the condition as the database writes it
 * @param comment the comment on it, or null
 */
public record ReflectedCheck(
    @Nullable String name, String sql, @Nullable String comment) {}
