package io.aludel.dialect;

import io.aludel.types.SqlType;
import java.util.List;

/**
 * What the rows of a compiled statement are made of.
 *
 * @param columns the columns, as JDBC counts them
 * @param items the entries of the select list, as applications count them
 * @param keyColumns the names of the columns that the driver is asked for as generated keys, if that is
 *     how they come back
 * @param outParameters the types of the parameters into which they come back, if that is how
 */
public record ResultShape(
    List<ResultColumn> columns,
    List<ResultItem> items,
    List<String> keyColumns,
    List<SqlType<?>> outParameters) {
  /** Copies the lists. */
  public ResultShape {
    columns = List.copyOf(columns);
    items = List.copyOf(items);
    keyColumns = List.copyOf(keyColumns);
    outParameters = List.copyOf(outParameters);
  }
}
