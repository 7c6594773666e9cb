package io.aludel.dialect;

import java.util.List;

/**
 * What the rows of a compiled statement are made of.
 *
 * @param columns the columns, as JDBC counts them
 * @param items the entries of the select list, as applications count them
 */
public record ResultShape(List<ResultColumn> columns, List<ResultItem> items) {
  /** Copies the lists. */
  public ResultShape {
    columns = List.copyOf(columns);
    items = List.copyOf(items);
  }
}
