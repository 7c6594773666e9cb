/**
 * SQL types: what a column or an expression holds, apart from any database, and the pair of functions
 * that carries one value into a JDBC statement and out of a JDBC result.
 */
@NullMarked
package io.aludel.types;

import org.jspecify.annotations.NullMarked;
