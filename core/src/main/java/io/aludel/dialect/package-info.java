/**
 * What differs between databases: how statements, types and names are spelled, how values travel, what
 * the database can do, and what its failures mean. A {@link io.aludel.dialect.Dialect} supplies one
 * object for each of these; its compilers are ordinary classes of which it overrides single methods.
 */
@NullMarked
package io.aludel.dialect;

import org.jspecify.annotations.NullMarked;
