package io.aludel.orm.internal.loading;

import io.aludel.engine.Result;
import io.aludel.sql.Row;
import io.aludel.sql.tree.StatementNode;
import org.jspecify.annotations.Nullable;

/**
 * What those who hear of a statement made of it.
 *
 * @param statement what is to be run
 * @param answer what is given in its place, or null
 */
public record Hooked(StatementNode statement, @Nullable Result<Row> answer) {}
