package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.engine.Result;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Row;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result, kept for later and for other sessions: what a cache of an application holds
 * (parity row ORM-QRY-39).
 *
 * <pre>{@code
 * Map<String, FrozenRows<Row>> cache = new ConcurrentHashMap<>();
 * sessions.events().doOrmExecute(state -> {
 *   String key = state.statement() + " " + state.parameters();
 *   if (!cache.containsKey(key)) {
 *     cache.put(key, FrozenRows.of(state.invoke()));
 *   }
 *   state.result(cache.get(key).into(state.session(), MergeOption.WITHOUT_LOADING));
 * });
 * }</pre>
 *
 * <p>Objects among the rows stay those of the session that loaded them, and expire with it; close
 * it or expunge them, and leave them as they are, for the rows to keep their values. Safe to share
 * once they are.
 *
 * @param <T> what each row is
 */
public final class FrozenRows<T extends @Nullable Object> {
  private final Supplier<Result<T>> rows;

  private FrozenRows(Supplier<Result<T>> rows) {
    this.rows = rows;
  }

  /**
   * Keeps what is left of a result, which is read to its end.
   *
   * @param result the result, of entities, values or rows of both
   * @param <T> what each row is
   * @return the rows
   * @throws ArgumentException if the result is null
   */
  public static <T extends @Nullable Object> FrozenRows<T> of(Result<T> result) {
    return new FrozenRows<>(
        ArgumentException.requireNonNull(result, "the result to keep").freeze());
  }

  /**
   * The rows as they are, with the very objects of the session that loaded them.
   *
   * @return a fresh result of all rows
   */
  public Result<T> rows() {
    return rows.get();
  }

  /**
   * The rows with each object merged into a session: what the session holds already is used, and
   * copied to. Emits what {@link Session#merge} does; with {@link MergeOption#WITHOUT_LOADING}
   * nothing.
   *
   * @param session the session
   * @param options how to merge
   * @return a fresh result of all rows, whose objects belong to the session
   * @throws ArgumentException if something is null
   * @throws ObjectStateException without loading, if an object is transient or has unflushed
   *     changes
   * @throws StaleDataException if an object is of another version than its row
   */
  public Result<T> into(Session session, MergeOption... options) {
    Merges merges = Merges.into(session);
    List<T> all = rows.get().all();
    Set<Object> given = Collections.newSetFromMap(new IdentityHashMap<>());
    for (T row : all) {
      if (row instanceof Row several) {
        several.asList().forEach(value -> addObject(given, value));
      } else {
        addObject(given, row);
      }
    }
    List<Object> objects = List.copyOf(given);
    List<Object> merged = merges.all(objects, options);
    Map<Object, Object> copies = new IdentityHashMap<>();
    for (int i = 0; i < merged.size(); i++) {
      copies.put(objects.get(i), merged.get(i));
    }
    return rows.get().exchanging(value -> value == null ? null : copies.getOrDefault(value, value));
  }

  private static void addObject(Set<Object> objects, @Nullable Object value) {
    if (value instanceof ManagedEntity) {
      objects.add(value);
    }
  }
}
