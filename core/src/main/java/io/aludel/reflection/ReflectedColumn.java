package io.aludel.reflection;

import io.aludel.schema.ServerDefault;
import io.aludel.types.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A column of the database.
 *
 * @param name its name
 * @param type the type of its values
 * @param spelledType the type as the database spells it
 * @param nullable whether it takes NULL
 * @param filled its default, identity or computed expression, or null
 * @param generatesKeys whether the database counts its values up by itself
 * @param comment the comment on it, or null
 */
public record ReflectedColumn(
    String name,
    SqlType<?> type,
    String spelledType,
    boolean nullable,
    @Nullable ServerDefault filled,
    boolean generatesKeys,
    @Nullable String comment) {}
