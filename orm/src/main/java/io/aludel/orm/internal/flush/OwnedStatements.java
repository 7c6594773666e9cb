package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import org.jspecify.annotations.Nullable;

/**
 * The statements that delete rows by a foreign key, unseen.
 *
 * @param each those of one owner
 * @param listed those of a list of owners, or null where the foreign key has several columns
 */
record OwnedStatements(CompiledStatement each, @Nullable CompiledStatement listed) {}
