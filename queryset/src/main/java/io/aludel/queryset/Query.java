package io.aludel.queryset;

import io.aludel.orm.Load;
import io.aludel.orm.Orm;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.sql.Alias;
import io.aludel.sql.Condition;
import io.aludel.sql.Label;
import io.aludel.sql.Select;
import io.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a query set asks for. Immutable.
 *
 * @param limit at most so many, or -1
 * @param offset without so many, or 0
 * @param related the paths of related objects to be loaded along
 * @param revisiting whether a condition comes back to the table of the entity by its relationships
 */
record Query<T>(
    Mapper<T> mapper,
    List<Condition> conditions,
    List<Sort> order,
    long limit,
    long offset,
    Set<List<RelationshipProperty>> related,
    boolean revisiting) {
  /** What the key is called in a derived table. */
  private static final String CHOSEN = "chosen";

  static <T> Query<T> of(Mapper<T> mapper) {
    return new Query<>(mapper, List.of(), List.of(), -1, 0, Set.of(), false);
  }

  Query<T> where(List<Condition> more) {
    List<Condition> all = new ArrayList<>(conditions);
    all.addAll(more);
    return new Query<>(mapper, List.copyOf(all), order, limit, offset, related, revisiting);
  }

  Query<T> ordered(List<Sort> other) {
    return new Query<>(mapper, conditions, other, limit, offset, related, revisiting);
  }

  Query<T> limited(long most) {
    return new Query<>(mapper, conditions, order, most, offset, related, revisiting);
  }

  /** No more than the limit has already, and no more than this. */
  Query<T> atMost(long most) {
    return limit >= 0 && limit < most ? this : limited(most);
  }

  Query<T> behind(long skipped) {
    return new Query<>(mapper, conditions, order, limit, skipped, related, revisiting);
  }

  Query<T> related(List<RelationshipProperty> path) {
    if (path.isEmpty()) {
      return this;
    }
    Set<List<RelationshipProperty>> all = new LinkedHashSet<>(related);
    all.add(path);
    return new Query<>(mapper, conditions, order, limit, offset, all, revisiting);
  }

  /** Notes a look-up that comes back to the table of the entity. */
  Query<T> revisiting(boolean another) {
    return new Query<>(mapper, conditions, order, limit, offset, related, revisiting || another);
  }

  /**
   * What chooses the rows of an UPDATE or DELETE. MySQL refuses one that reads its own table, except from
   * a derived table, which it fills beforehand.
   */
  List<Condition> chosen() {
    if (!revisiting || mapper.primaryKey().size() != 1) {
      return conditions;
    }
    ColumnProperty<?> key = mapper.primaryKey().get(0);
    Label<Object> found = Occurrence.of(mapper).value(key).as(CHOSEN);
    Alias rows = ordered(List.of()).shaped(Orm.select(found)).subquery();
    return List.of(Occurrence.of(mapper).value(key).in(Sql.select(rows.<Object>c(CHOSEN))));
  }

  boolean isCut() {
    return limit >= 0 || offset > 0;
  }

  /** The SELECT of objects with all that is loaded along. */
  Select<T> select() {
    Select<T> select = bare();
    for (List<RelationshipProperty> path : related) {
      select = select.options(load(path));
    }
    return select;
  }

  /** The SELECT of objects alone. */
  Select<T> bare() {
    return shaped(Orm.select(mapper.type()));
  }

  /** The SELECT of the first part of the key. */
  Select<Object> selectKey() {
    return shaped(Orm.select(Occurrence.of(mapper).value(mapper.primaryKey().get(0))));
  }

  private <S> Select<S> shaped(Select<S> select) {
    Select<S> shaped =
        new SortedJoins<>(mapper, select.where(conditions.toArray(Condition[]::new))).by(order);
    shaped = limit < 0 ? shaped : shaped.limit(limit);
    return offset == 0 ? shaped : shaped.offset(offset);
  }

  private Load<?> load(List<RelationshipProperty> path) {
    Occurrence<?> at = Occurrence.of(mapper);
    Load<?> load = Orm.load(at);
    for (RelationshipProperty hop : path) {
      load = onward(load, at, hop);
      at = Occurrence.of(hop.target());
    }
    return load;
  }

  /** The hop is one of the entity that the option has reached. */
  @SuppressWarnings("unchecked")
  private static <E> Load<?> onward(Load<?> load, Occurrence<E> at, RelationshipProperty hop) {
    Load<E> reached = (Load<E>) load;
    return hop.isCollection()
        ? reached.selectinLoad(at.many(hop))
        : reached.joinedLoad(at.one(hop));
  }

  void requireConditions(String what, String whole, QuerySet<T> shown) {
    if (conditions.isEmpty()) {
      throw new QuerySetException(
          QuerySetError.WHOLE_TABLE,
          what
              + "() of "
              + shown
              + " would touch every row, because nothing narrows it. Add filter(), or say "
              + whole
              + "().");
    }
    requireUncut(what, shown);
  }

  void requireWhole(String what, QuerySet<T> shown) {
    if (!conditions.isEmpty()) {
      throw new QuerySetException(
          QuerySetError.MISUSE,
          what + "All() of " + shown + " is for whole tables, but something narrows it. Say " + what
              + "().");
    }
    requireUncut(what, shown);
  }

  private void requireUncut(String what, QuerySet<T> shown) {
    if (isCut()) {
      throw new QuerySetException(
          QuerySetError.MISUSE,
          "Cannot " + what + " " + shown + ": limit and offset do not apply to changes. Leave them"
              + " away, or filter by pk__in.");
    }
  }

  String describe() {
    StringBuilder text = new StringBuilder();
    text.append(conditions.isEmpty() ? "" : ", " + conditions.size() + " conditions");
    text.append(order.isEmpty() ? "" : ", ordered");
    text.append(limit < 0 ? "" : ", limit " + limit);
    text.append(offset == 0 ? "" : ", offset " + offset);
    return text.toString();
  }
}
