package io.aludel.queryset;

import io.aludel.orm.attribute.OrderedAttribute;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.sql.OrderKey;
import io.aludel.sql.Select;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts a SELECT, joined with what its sort keys lead to. References lead to one row at most, so that
 * outer joins neither lose nor repeat a row.
 */
final class SortedJoins<S> {
  private final Map<List<RelationshipProperty>, Occurrence<?>> joined = new HashMap<>();
  private final Occurrence<?> root;
  private Select<S> select;

  SortedJoins(Mapper<?> mapper, Select<S> select) {
    this.select = select;
    this.root = Occurrence.of(mapper);
  }

  Select<S> by(List<Sort> order) {
    List<OrderKey> keys = new ArrayList<>();
    for (Sort sort : order) {
      Occurrence<?> at = root;
      for (int length = 1; length <= sort.hops().size(); length++) {
        at = reached(sort.hops().subList(0, length), at);
      }
      OrderedAttribute<?, Object> attribute = at.ordered(sort.property());
      keys.add(sort.descending() ? attribute.desc() : attribute.asc());
    }
    return keys.isEmpty() ? select : select.orderBy(keys.toArray(OrderKey[]::new));
  }

  private Occurrence<?> reached(List<RelationshipProperty> hops, Occurrence<?> from) {
    Occurrence<?> known = joined.get(hops);
    if (known != null) {
      return known;
    }
    RelationshipProperty hop = hops.get(hops.size() - 1);
    Occurrence<?> alias = Occurrence.alias(hop.target());
    select = select.leftJoin(from.one(hop), alias);
    joined.put(List.copyOf(hops), alias);
    return alias;
  }
}
