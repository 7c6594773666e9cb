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

  private static Node count(long count, String clause) {
    if (count < 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "Cannot make " + clause + ": it is " + count + ". Give 0 or more.");
    }
    return BindNode.of(count, SqlTypes.BIGINT);
  }
}
