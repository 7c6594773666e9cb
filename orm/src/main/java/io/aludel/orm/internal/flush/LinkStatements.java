package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.InsertPlan;
import io.aludel.schema.Table;

/**
 * The statements for the rows of one link table. Values go in the order of the columns copied from the
 * owner, then those from the target.
 *
 * @param table the link table
 * @param insert a row for a pair
 * @param update the row of a pair, whose former values follow the new ones
 * @param delete the row of a pair
 */
record LinkStatements(
    Table table, InsertPlan insert, CompiledStatement update, CompiledStatement delete) {}
