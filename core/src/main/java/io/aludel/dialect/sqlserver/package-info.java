/**
 * The dialect of Microsoft SQL Server: what it spells, carries and reports in ways of its own. Applications need
 * little from here, its types and options; the dialect is found by the URL of the database.
 */
@NullMarked
package io.aludel.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
