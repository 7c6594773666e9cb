package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.OrderKey;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.Paging;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;

/** Changes of order, limit and offset, the same for every query. */
public final class Pages {
  private Pages() {}

  public static Paging ordered(Paging paging, OrderKey... keys) {
    List<Node> all = new ArrayList<>(paging.orderBy());
    for (OrderKey key : Operands.present(keys, "orderBy", "list of keys")) {
      all.add(Operands.present(key, "orderBy", "key").node());
    }
    return new Paging(List.copyOf(all), paging.limit(), paging.offset(), paging.measure());
  }

  public static Paging unordered(Paging paging) {
    return new Paging(List.of(), paging.limit(), paging.offset(), paging.measure());
  }

  public static Paging limited(Paging paging, long limit) {
    return new Paging(paging.orderBy(), count(limit, "limit"), paging.offset());
  }

  public static Paging shifted(Paging paging, long offset) {
    return new Paging(paging.orderBy(), paging.limit(), count(offset, "offset"), paging.measure());
  }

  /**
   * At most so many rows and their equals.
   *
   * @param paging the present paging
   * @param limit the number
   * @return the paging
   */
  public static Paging withTies(Paging paging, long limit) {
    Node count = count(limit, "limitWithTies");
    return new Paging(paging.orderBy(), count, paging.offset(), Paging.Measure.ROWS_WITH_TIES);
  }

  /**
   * At most such a part of all rows.
   *
   * @param paging the present paging
   * @param percent the part in a hundred
   * @return the paging
   */
  public static Paging percent(Paging paging, double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make limitPercent: it is " + percent + ". Give a number from 0 to 100.");
    }
    Node part = BindNode.of(percent, SqlTypes.DOUBLE);
    return new Paging(paging.orderBy(), part, paging.offset(), Paging.Measure.PERCENT);
  }

  private static Node count(long count, String clause) {
    if (count < 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "Cannot make " + clause + ": it is " + count + ". Give 0 or more.");
    }
    return BindNode.of(count, SqlTypes.BIGINT);
  }
}
