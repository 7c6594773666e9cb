/**
 * The dialect of MySQL and MariaDB: what it spells, carries and reports in ways of its own. Applications need nothing
 * from here; the dialect is found by the URL of the database.
 */
@NullMarked
package io.aludel.dialect.mysql;

import org.jspecify.annotations.NullMarked;
