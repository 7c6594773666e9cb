/**
 * The dialect of SQLite: what it spells, carries and reports in ways of its own. Applications need nothing
 * from here; the dialect is found by the URL of the database.
 */
@NullMarked
package io.aludel.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
