/**
 * Operators of types that not every database has: JSON and arrays. The words wrap an expression, as in
 * {@code json(account.c("settings")).at("theme").asString()}; each dialect spells them its own way, or
 * refuses by name what its database lacks.
 */
@NullMarked
package io.aludel.sql.operator;

import org.jspecify.annotations.NullMarked;
