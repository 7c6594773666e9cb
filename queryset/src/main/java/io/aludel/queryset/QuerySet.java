package io.aludel.queryset;

import static io.aludel.ArgumentException.requireNonNull;
import static io.aludel.ArgumentException.requireText;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.sql.Condition;
import io.aludel.sql.Sql;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an entity that satisfy what was asked, to be read, counted, created, changed or deleted.
 * Immutable, safe to share: what narrows it or orders it gives another query set, and sends nothing. What
 * returns a future is one unit of work: a session and a transaction of its own on a worker thread,
 * committed when the future completes; failures arrive through the future. Objects come out detached,
 * with everything loaded that a row holds; references that were not asked for by {@link #selectRelated}
 * hold their key.
 *
 * <p>Look-ups are written {@code name}, {@code name__gt} or {@code album__name__icontains}: attributes of
 * the mapping and {@code pk}, across relationships, ended by one of {@code exact}, {@code iexact},
 * {@code contains}, {@code icontains}, {@code in}, {@code gt}, {@code gte}, {@code lt} and {@code lte}.
 * They may come from outside: what is not mapped is refused, values are bound, and text is converted.
 *
 * @param <T> the entity class
 */
public final class QuerySet<T> {
  private final Source<T> source;
  private final Query<T> query;

  QuerySet(Source<T> source, Query<T> query) {
    this.source = source;
    this.query = query;
  }

  /**
   * Those for which a look-up holds as well.
   *
   * @param lookup the look-up
   * @param value what it compares with; null asks for NULL
   * @return the narrower query set
   * @throws LookupException if there is no such look-up, or it cannot take the value
   */
  public QuerySet<T> filter(String lookup, @Nullable Object value) {
    requireText(lookup, "a look-up");
    return with(query
        .where(List.of(source.lookups().condition(lookup, value)))
        .revisiting(source.lookups().revisits(lookup))
        .related(source.lookups().references(lookup)));
  }

  /**
   * Those for which all look-ups hold as well.
   *
   * @param lookups values by look-up
   * @return the narrower query set
   * @throws LookupException if there is no such look-up, or it cannot take its value
   */
  public QuerySet<T> filter(Map<String, ? extends @Nullable Object> lookups) {
    QuerySet<T> narrower = this;
    for (Map.Entry<String, ? extends @Nullable Object> each :
        requireNonNull(lookups, "look-ups").entrySet()) {
      narrower = narrower.filter(each.getKey(), each.getValue());
    }
    return narrower;
  }

  /**
   * Those for which conditions over typed attributes hold as well.
   *
   * @param conditions the conditions, over the entity itself
   * @return the narrower query set
   */
  public QuerySet<T> filter(Condition... conditions) {
    return with(query.where(given(conditions)));
  }

  /**
   * Without those for which a look-up holds.
   *
   * @param lookup the look-up
   * @param value what it compares with
   * @return the narrower query set
   * @throws LookupException if there is no such look-up, or it cannot take the value
   */
  public QuerySet<T> exclude(String lookup, @Nullable Object value) {
    requireText(lookup, "a look-up");
    return excluded(List.of(source.lookups().condition(lookup, value)), List.of(lookup));
  }

  /**
   * Without those for which all look-ups hold at once.
   *
   * @param lookups values by look-up; none exclude nothing
   * @return the narrower query set
   * @throws LookupException if there is no such look-up, or it cannot take its value
   */
  public QuerySet<T> exclude(Map<String, ? extends @Nullable Object> lookups) {
    List<Condition> conditions = new ArrayList<>();
    requireNonNull(lookups, "look-ups")
        .forEach((name, value) -> conditions.add(source.lookups().condition(name, value)));
    return excluded(conditions, lookups.keySet());
  }

  /**
   * Without those for which all conditions hold at once.
   *
   * @param conditions the conditions, over the entity itself; none exclude nothing
   * @return the narrower query set
   */
  public QuerySet<T> exclude(Condition... conditions) {
    return excluded(given(conditions), List.of());
  }

  private QuerySet<T> excluded(List<Condition> conditions, Collection<String> lookups) {
    return conditions.isEmpty()
        ? this
        : with(query
            .where(List.of(Sql.not(Sql.allOf(conditions))))
            .revisiting(lookups.stream().anyMatch(source.lookups()::revisits)));
  }

  private static List<Condition> given(Condition[] conditions) {
    requireNonNull(conditions, "conditions");
    for (Condition condition : conditions) {
      requireNonNull(condition, "a condition");
    }
    return List.of(conditions);
  }

  /**
   * Those with a text that contains a term, in any text attribute, ignoring case. Nothing in the term is
   * wild; an empty term changes nothing.
   *
   * @param term the term
   * @return the narrower query set
   */
  public QuerySet<T> search(String term) {
    if (requireNonNull(term, "the term to search for").isEmpty()) {
      return this;
    }
    List<Condition> anywhere = source.mapper().columnProperties().stream()
        .filter(property -> !property.isHidden() && !property.isQueryExpression())
        .filter(Model::isText)
        .map(property ->
            source.lookups().condition(property.name() + "__" + Lookup.ICONTAINS.word(), term))
        .toList();
    return with(query.where(List.of(Sql.anyOf(anywhere))));
  }

  /**
   * What the parameters of a request ask for, as far as an application allows them.
   *
   * @param allowed look-ups and sort keys that callers may use
   * @param given values by parameter
   * @return the narrower, ordered query set
   * @throws ValidationException if parameters are not allowed, or their values cannot be taken; it lists all
   * @throws LookupException if what is allowed does not exist
   */
  public QuerySet<T> asked(Parameters allowed, Map<String, String> given) {
    requireNonNull(allowed, "what parameters may ask");
    return allowed.ask(
        this, source.lookups(), requireNonNull(given, "the parameters of a request"));
  }

  /**
   * In an order, instead of any order so far.
   *
   * @param keys names of attributes, across references too, as in {@code album__name}; behind a minus to
   *     descend; none for no order
   * @return the ordered query set
   * @throws LookupException if there is no such attribute
   */
  public QuerySet<T> orderBy(String... keys) {
    return with(query.ordered(Arrays.stream(requireNonNull(keys, "sort keys"))
        .map(key -> source.lookups().order(requireText(key, "a sort key")))
        .toList()));
  }

  /**
   * At most so many.
   *
   * @param most how many; 0 for none at all
   * @return the limited query set
   */
  public QuerySet<T> limit(long most) {
    return with(query.limited(notNegative(most, "limit")));
  }

  /**
   * Without the first ones.
   *
   * @param skipped how many are left out
   * @return the rest
   */
  public QuerySet<T> offset(long skipped) {
    return with(query.behind(notNegative(skipped, "offset")));
  }

  private static long notNegative(long number, String what) {
    if (number < 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The " + what + " of a query set cannot be " + number + ". Give 0 or more.");
    }
    return number;
  }

  /**
   * With related objects loaded along: references by joins, which lose no row, collections by one SELECT
   * more each.
   *
   * @param paths names of relationships, such as {@code album} or {@code album__artist}
   * @return the query set
   * @throws LookupException if a path leads nowhere
   */
  public QuerySet<T> selectRelated(String... paths) {
    Query<T> wider = query;
    for (String path : requireNonNull(paths, "paths to related objects")) {
      wider = wider.related(source.lookups().path(requireText(path, "a path to related objects")));
    }
    return with(wider);
  }

  /**
   * Reads all.
   *
   * @return the objects
   */
  public CompletableFuture<List<T>> all() {
    return source.read(query, found -> found);
  }

  /**
   * Reads all for which look-ups hold as well.
   *
   * @param lookups values by look-up
   * @return the objects
   * @throws LookupException if there is no such look-up, or it cannot take its value
   */
  public CompletableFuture<List<T>> all(Map<String, ? extends @Nullable Object> lookups) {
    return filter(lookups).all();
  }

  /**
   * Reads the only one. At most two rows are fetched.
   *
   * @return the object; fails with {@link NoMatchException} if there is none, with {@link
   *     MultipleMatchesException} if there are several
   */
  public CompletableFuture<T> get() {
    return source.read(query.atMost(2), found -> source.only(found, query));
  }

  /**
   * Reads the only one for which a look-up holds.
   *
   * @param lookup the look-up
   * @param value what it compares with
   * @return the object, as {@link #get()} gives it
   * @throws LookupException if there is no such look-up, or it cannot take the value
   */
  public CompletableFuture<T> get(String lookup, @Nullable Object value) {
    return filter(lookup, value).get();
  }

  /**
   * Reads the only one for which look-ups hold.
   *
   * @param lookups values by look-up
   * @return the object, as {@link #get()} gives it
   * @throws LookupException if there is no such look-up, or it cannot take its value
   */
  public CompletableFuture<T> get(Map<String, ? extends @Nullable Object> lookups) {
    return filter(lookups).get();
  }

  /**
   * Reads the first one.
   *
   * @return the object, or null if there is none
   */
  public CompletableFuture<@Nullable T> first() {
    Function<List<T>, @Nullable T> first = found -> found.isEmpty() ? null : found.get(0);
    return source.read(query.atMost(1), first);
  }

  /**
   * Reads the first one for which look-ups hold.
   *
   * @param lookups values by look-up
   * @return the object, or null if there is none
   * @throws LookupException if there is no such look-up, or it cannot take its value
   */
  public CompletableFuture<@Nullable T> first(Map<String, ? extends @Nullable Object> lookups) {
    return filter(lookups).first();
  }

  /**
   * Asks the database how it would find these objects, without reading them; related objects that are loaded
   * along are left out.
   *
   * @return the plan in the words of the database, a line for each step
   */
  public CompletableFuture<String> explain() {
    return source.explain(query);
  }

  /**
   * The attributes of the model and what is known of their values.
   *
   * @return one for each mapped attribute, relationships apart
   */
  public List<Field> fields() {
    return source.intake().fields();
  }

  /**
   * Counts them, in the database.
   *
   * @return how many there are, within limit and offset
   */
  public CompletableFuture<Long> count() {
    return source.count(query);
  }

  /**
   * Whether there are any, asked with a SELECT of one row.
   *
   * @return true if so
   */
  public CompletableFuture<Boolean> exists() {
    return source.exists(query);
  }

  /**
   * Reads one page, in the order asked for and then by key, so that pages fit together.
   *
   * @param number the number of the page, from 0
   * @param size how many objects a page has, at least 1
   * @return the page
   * @throws QuerySetException if the query set has a limit or an offset of its own
   */
  public CompletableFuture<Page<T>> page(long number, int size) {
    notNegative(number, "page number");
    Query<T> paged = source.paged(query, size);
    return source.read(paged.behind(Math.multiplyExact(number, (long) size)), cut(size));
  }

  /**
   * Reads the page behind a key, in the order of keys: as fast for the last page as for the first, and
   * steady while rows come and go.
   *
   * @param key the key of the last object of the page before, or null for the first page
   * @param size how many objects a page has, at least 1
   * @return the page
   * @throws QuerySetException if the query set has an order, a limit or an offset of its own
   * @throws LookupException if it cannot be a key
   */
  public CompletableFuture<Page<T>> pageAfter(@Nullable Object key, int size) {
    if (!query.order().isEmpty()) {
      throw new QuerySetException(
          QuerySetError.MISUSE,
          "Pages of "
              + this
              + " behind a key are in the order of keys, but it has another order. Leave that away, or"
              + " use page().");
    }
    ColumnProperty<?> property = Model.key(source.mapper());
    QuerySet<T> rest = key == null ? this : filter(property.name() + "__gt", key);
    return source.read(source.paged(rest.query, size), cut(size));
  }

  private static <T> Function<List<T>, Page<T>> cut(int size) {
    return found -> new Page<>(found.subList(0, Math.min(size, found.size())), found.size() > size);
  }

  /**
   * Creates an object of values: checks them, inserts one row.
   *
   * @param values values by attribute; a reference takes an object or its key
   * @return the object with its key; fails with {@link ValidationException} before any SQL
   */
  public CompletableFuture<T> create(Map<String, ? extends @Nullable Object> values) {
    requireNonNull(values, "the values of a new object");
    return source.work().later(() -> source.insert(source.intake().created(values)));
  }

  /**
   * Creates the row of a new object: checks it, inserts it and the new objects that it refers to.
   *
   * @param object the object
   * @return the object with its key; fails with {@link ValidationException} before any SQL
   */
  public CompletableFuture<T> create(T object) {
    source.requireObject(object);
    return source.work().later(() -> source.insert(source.intake().given(object)));
  }

  /**
   * Creates many objects of values: checks all of them first, then inserts in full batches, all or none.
   *
   * @param all the values of each
   * @return the objects with their keys; fails with {@link ValidationException} before any SQL
   */
  public CompletableFuture<List<T>> bulkCreate(
      Collection<? extends Map<String, ? extends @Nullable Object>> all) {
    requireNonNull(all, "the values of new objects");
    return source.work().later(() -> source.insertAll(source.intake().allCreated(all)));
  }

  /**
   * Creates the rows of many new objects: checks all of them first, then inserts in full batches, all or
   * none.
   *
   * @param all the objects
   * @return the objects with their keys; fails with {@link ValidationException} before any SQL
   */
  public CompletableFuture<List<T>> bulkCreateObjects(Collection<? extends T> all) {
    requireNonNull(all, "new objects").forEach(source::requireObject);
    return source.work().later(() -> source.insertAll(source.intake().allGiven(all)));
  }

  /**
   * Changes all rows by one UPDATE, whatever the order. Only the values given are checked.
   *
   * @param values values by attribute
   * @return how many rows were changed; fails with {@link ValidationException} before any SQL
   * @throws QuerySetException if nothing narrows the query set, see {@link #updateAll}, or it has a limit
   *     or an offset
   */
  public CompletableFuture<Integer> update(Map<String, ? extends @Nullable Object> values) {
    requireNonNull(values, "the values to change");
    query.requireConditions("update", "updateAll", this);
    return source.update(query, values);
  }

  /**
   * Changes the rows of a query set that nothing narrows: the whole table, by one UPDATE.
   *
   * @param values values by attribute
   * @return how many rows were changed; fails with {@link ValidationException} before any SQL
   * @throws QuerySetException if the query set has a limit or an offset
   */
  public CompletableFuture<Integer> updateAll(Map<String, ? extends @Nullable Object> values) {
    requireNonNull(values, "the values to change");
    query.requireWhole("update", this);
    return source.update(query, values);
  }

  /**
   * Deletes all rows by one DELETE, whatever the order. What refers to them is the database's affair.
   *
   * @return how many rows were deleted
   * @throws QuerySetException if nothing narrows the query set, see {@link #deleteAll}, or it has a limit
   *     or an offset
   */
  public CompletableFuture<Integer> delete() {
    query.requireConditions("delete", "deleteAll", this);
    return source.delete(query);
  }

  /**
   * Deletes the rows of a query set that nothing narrows: the whole table, by one DELETE.
   *
   * @return how many rows were deleted
   * @throws QuerySetException if the query set has a limit or an offset
   */
  public CompletableFuture<Integer> deleteAll() {
    query.requireWhole("delete", this);
    return source.delete(query);
  }

  /**
   * Finds the only object with some values, or creates it. Several callers at once end up with one row
   * where a unique key covers the values: who comes second finds what the first created. Without one, two
   * callers may both create.
   *
   * @param values values by attribute, which find and create
   * @param defaults further values for a new object
   * @return the object, and whether it is new; fails with {@link MultipleMatchesException} if there are
   *     several, with {@link ValidationException} before any SQL if a value is wrong, and when there is
   *     none and something lacks that a new object needs
   */
  public CompletableFuture<Stored<T>> getOrCreate(
      Map<String, ? extends @Nullable Object> values,
      Map<String, ? extends @Nullable Object> defaults) {
    requireNonNull(values, "the values to find");
    requireNonNull(defaults, "further values");
    return source.work().later(() -> source.getOrCreate(query, values, defaults));
  }

  /**
   * Finds the only object with some values and changes it, or creates it; see {@link #getOrCreate}.
   *
   * @param values values by attribute, which find and create
   * @param changes values that the object has in the end
   * @return the object, and whether it is new; fails like {@link #getOrCreate}
   */
  public CompletableFuture<Stored<T>> updateOrCreate(
      Map<String, ? extends @Nullable Object> values,
      Map<String, ? extends @Nullable Object> changes) {
    requireNonNull(values, "the values to find");
    requireNonNull(changes, "the values to have");
    return source.work().later(() -> source.updateOrCreate(query, values, changes));
  }

  private QuerySet<T> with(Query<T> other) {
    return new QuerySet<>(source, other);
  }

  /** Names the entity, and says how much narrows it; values are not shown. */
  @Override
  public String toString() {
    return "QuerySet(" + source.mapper().entityName() + query.describe() + ")";
  }
}
