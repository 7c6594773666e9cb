/**
 * What a database looks like: tables with their columns, keys, constraints and indexes, gathered in a
 * {@code MetaData}, and the DDL elements that create and drop them in an order no foreign key objects
 * to. Knows no database and no connection: a {@code DdlTarget} runs what is planned here.
 */
@NullMarked
package io.aludel.schema;

import org.jspecify.annotations.NullMarked;
