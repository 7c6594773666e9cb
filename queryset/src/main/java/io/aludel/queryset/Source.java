package io.aludel.queryset;

import static io.aludel.ArgumentException.requireNonNull;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.engine.IntegrityException;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.Synchronize;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.sql.Condition;
import io.aludel.sql.Row;
import io.aludel.sql.Sql;
import io.aludel.sql.extension.Typed;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the query sets of an entity find and keep its objects. */
record Source<T>(Mapper<T> mapper, Lookups lookups, Intake<T> intake, Work work) {
  /** Rows that vanish between being found and being changed, again and again, are a failure. */
  private static final int ATTEMPTS = 5;

  /** The session of a change holds no object that would have to follow it. */
  private static final StatementOption NOTHING_LOADED = Orm.synchronize(Synchronize.NONE);

  Source<T> within(Work other) {
    return new Source<>(mapper, lookups, intake, other);
  }

  <R extends @Nullable Object> CompletableFuture<R> read(Query<T> query, Function<List<T>, R> use) {
    return work.later(() -> use.apply(list(query)));
  }

  List<T> list(Query<T> query) {
    List<T> found = work.now(session -> session.scalars(query.select()).all());
    References.complete(found);
    return found;
  }

  CompletableFuture<Long> count(Query<T> query) {
    return work.later(() -> work.now(session -> {
      Long counted = session.scalar(Sql.select(Sql.func.count())
          .from(query
              .ordered(query.isCut() ? query.order() : List.of())
              .selectKey()
              .subquery()));
      return counted == null ? 0L : counted;
    }));
  }

  CompletableFuture<Boolean> exists(Query<T> query) {
    return work.later(() ->
        work.now(session -> !session.execute(query.atMost(1).selectKey()).all().isEmpty()));
  }

  CompletableFuture<String> explain(Query<T> query) {
    return work.later(() -> work.now(session ->
        session
            .execute(Typed.statement(new Explanation(query.bare().statementNode())))
            .all()
            .stream()
            .map(Source::line)
            .collect(Collectors.joining("\n"))));
  }

  private static String line(Row row) {
    return row.asList().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  T only(List<T> found, Query<T> query) {
    if (found.isEmpty()) {
      throw new NoMatchException("No " + mapper.entityName() + " matches" + query.describe()
          + ". Use first() if there may be none.");
    }
    if (found.size() > 1) {
      throw new MultipleMatchesException("Several " + mapper.entityName() + " match"
          + query.describe() + ". Narrow the query set, or use all() or first().");
    }
    return found.get(0);
  }

  Query<T> paged(Query<T> query, int size) {
    if (size < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "A page cannot have " + size + " objects. Give 1 or more.");
    }
    if (query.isCut()) {
      throw new QuerySetException(
          QuerySetError.MISUSE,
          "Pages of " + mapper.entityName()
              + " were asked of a query set with a limit or an offset. Leave these away.");
    }
    List<Sort> order = new ArrayList<>(query.order());
    for (ColumnProperty<?> key : mapper.primaryKey()) {
      if (order.stream().noneMatch(sort -> sort.isBy(key))) {
        order.add(Sort.by(key));
      }
    }
    return query.ordered(order).limited(size + 1L);
  }

  void requireObject(@Nullable T object) {
    Object given = requireNonNull(object, "a new object");
    if (!mapper.type().isInstance(given)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "A " + given.getClass().getName() + " is no " + mapper.entityName() + ". Give one.");
    }
  }

  T insert(NewObject<T> made) {
    return insertAll(List.of(made)).get(0);
  }

  List<T> insertAll(List<NewObject<T>> made) {
    List<T> objects = made.stream().map(NewObject::object).toList();
    Map<List<Object>, Object> standing = new HashMap<>();
    try {
      made.forEach(each -> each.standIn(standing));
      work.now(session -> {
        session.addAll(objects);
        return true;
      });
    } finally {
      made.forEach(NewObject::restored);
    }
    References.complete(objects);
    return objects;
  }

  CompletableFuture<Integer> update(
      Query<T> query, Map<String, ? extends @Nullable Object> values) {
    return work.later(() -> {
      Changes changes = intake.changed(values);
      return work.now(session -> update(session, query.chosen(), changes));
    });
  }

  private int update(Session session, List<Condition> conditions, Changes changes) {
    return session
        .execute(changes
            .in(Orm.update(mapper.type()).where(conditions.toArray(Condition[]::new)))
            .options(NOTHING_LOADED))
        .rowCount();
  }

  CompletableFuture<Integer> delete(Query<T> query) {
    return work.later(() -> work.now(session -> delete(session, query.chosen())));
  }

  private int delete(Session session, List<Condition> conditions) {
    return session
        .execute(Orm.delete(mapper.type())
            .where(conditions.toArray(Condition[]::new))
            .options(NOTHING_LOADED))
        .rowCount();
  }

  /** The row of an object, by its key. */
  private List<Condition> row(T object) {
    List<Condition> conditions = new ArrayList<>();
    for (ColumnProperty<?> key : mapper.primaryKey()) {
      Object value = Model.read(object, key);
      if (value == null) {
        throw new QuerySetException(
            QuerySetError.MISUSE,
            "The " + mapper.entityName()
                + " given has no key, so that it has no row. Create it first.");
      }
      conditions.add(Occurrence.of(mapper).value(key).eq(value));
    }
    return conditions;
  }

  private NoMatchException gone(T object) {
    return new NoMatchException("There is no row of " + describe(mapper, object)
        + " any more. It was deleted meanwhile; create it anew if it is needed.");
  }

  T update(T object, Map<String, ? extends @Nullable Object> values) {
    Changes changes = intake.changed(values);
    List<Condition> row = row(object);
    if (work.now(session -> update(session, row, changes)) == 0) {
      throw gone(object);
    }
    changes.show(object);
    return object;
  }

  void delete(T object) {
    List<Condition> row = row(object);
    if (work.now(session -> delete(session, row)) == 0) {
      throw gone(object);
    }
  }

  T load(T object) {
    List<T> found = list(Query.of(mapper).where(row(object)));
    if (found.isEmpty()) {
      throw gone(object);
    }
    References.copy(found.get(0), object);
    return object;
  }

  static String describe(Mapper<?> mapper, Object object) {
    StringBuilder key = new StringBuilder();
    for (ColumnProperty<?> each : mapper.primaryKey()) {
      key.append(key.isEmpty() ? "" : ", ")
          .append(each.name())
          .append('=')
          .append(Model.read(object, each));
    }
    return mapper.entityName() + "(" + key + ")";
  }

  Stored<T> getOrCreate(
      Query<T> query,
      Map<String, ? extends @Nullable Object> values,
      Map<String, ? extends @Nullable Object> defaults) {
    Failures lacking = new Failures(mapper.entityName());
    NewObject<T> made = intake.tried(merged(values, defaults), lacking);
    Query<T> wanted = wanted(query, values);
    T present = find(wanted);
    if (present != null) {
      return new Stored<>(present, false);
    }
    lacking.check();
    try {
      return new Stored<>(insert(made), true);
    } catch (IntegrityException taken) {
      T winner = find(wanted);
      if (winner == null) {
        throw taken;
      }
      return new Stored<>(winner, false);
    }
  }

  Stored<T> updateOrCreate(
      Query<T> query,
      Map<String, ? extends @Nullable Object> values,
      Map<String, ? extends @Nullable Object> changes) {
    for (int attempt = 1; ; attempt++) {
      Stored<T> stored = getOrCreate(query, values, changes);
      if (stored.created() || changes.isEmpty()) {
        return stored;
      }
      try {
        return new Stored<>(update(stored.object(), changes), false);
      } catch (NoMatchException deleted) {
        if (attempt == ATTEMPTS) {
          throw deleted;
        }
      }
    }
  }

  private @Nullable T find(Query<T> wanted) {
    List<T> found = list(wanted.atMost(2));
    return found.isEmpty() ? null : only(found, wanted);
  }

  private static Map<String, @Nullable Object> merged(
      Map<String, ? extends @Nullable Object> values,
      Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> all = new HashMap<>(values);
    all.putAll(more);
    return all;
  }

  /** The values as they would be saved, so that what was saved is found. */
  private Query<T> wanted(Query<T> query, Map<String, ? extends @Nullable Object> values) {
    List<Condition> conditions = new ArrayList<>();
    values.forEach(
        (name, given) -> conditions.add(lookups.condition(name, intake.kept(name, given))));
    return query.where(conditions);
  }
}
