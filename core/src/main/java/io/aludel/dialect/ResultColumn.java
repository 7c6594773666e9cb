package io.aludel.dialect;

import io.aludel.types.SqlType;
import io.aludel.types.ValueReader;

/**
 * One column of the rows of a compiled statement.
 *
 * @param label its name in the result
 * @param type the type of its values
 * @param reader reads its value from a JDBC result
 */
public record ResultColumn(String label, SqlType<?> type, ValueReader<?> reader) {}
