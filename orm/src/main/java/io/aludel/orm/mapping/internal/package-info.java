/**
 * The nodes by which statements mention entities and attributes before, and independently of, any
 * registry. They stand for tables, aliases and columns until a compilation resolves them.
 */
@NullMarked
package io.aludel.orm.mapping.internal;

import org.jspecify.annotations.NullMarked;
