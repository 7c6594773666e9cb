/** Readers of the SQL of databases of which no server can be had, written from their manuals. */
@NullMarked
package io.aludel.sql.grammar;

import org.jspecify.annotations.NullMarked;
