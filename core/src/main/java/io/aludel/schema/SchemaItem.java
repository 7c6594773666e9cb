package io.aludel.schema;

/**
 * A part that a table is made of: a column, a constraint, an index, or an option of the table itself.
 */
public sealed interface SchemaItem permits Column, Constraint, Index, TableOption {}
