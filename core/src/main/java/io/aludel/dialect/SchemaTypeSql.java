package io.aludel.dialect;

/**
 * The statements about one type of the database.
 *
 * @param create creates it
 * @param drop drops it
 * @param find a query that gives a row if it exists
 */
public record SchemaTypeSql(String create, String drop, String find) {}
