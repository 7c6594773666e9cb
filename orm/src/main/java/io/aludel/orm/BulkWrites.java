package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.orm.internal.session.BulkCalls;
import io.aludel.orm.internal.session.Operation;
import io.aludel.orm.internal.session.SessionCore;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes many rows of entities within a session's transaction, past its unit of work: no cascades, no
 * relationships, no listeners of objects, and the objects of the session hear nothing of it. For
 * imports and the like. Rows of one entity with equal columns travel together, in the order given.
 *
 * <pre>{@code
 * BulkWrites.in(session).insert(User.class, List.of(Map.of("name", "Ann"), Map.of("name", "Bob")));
 * }</pre>
 *
 * <p>What fails rolls the transaction back, or its innermost savepoint, as a failed flush does. Belongs to
 * the thread of the session.
 */
public final class BulkWrites {
  private final SessionCore core;

  private BulkWrites(SessionCore core) {
    this.core = core;
  }

  /**
   * Bulk writes of a session.
   *
   * @param session the session
   * @return what writes
   */
  public static BulkWrites in(Session session) {
    return new BulkWrites(
        ArgumentException.requireNonNull(session, "the session to write in").core());
  }

  /**
   * Inserts rows. Attributes that a row does not name, or gives null, get their defaults. A row of joined
   * tables is split over them.
   *
   * @param entity the entity
   * @param rows values by attribute name
   * @param options {@link BulkOption#RENDER_NULLS}
   * @throws io.aludel.orm.mapping.MappingException if the entity has no such attribute
   * @throws FlushException if a value cannot be that of its attribute
   * @throws io.aludel.engine.DatabaseException if the database refuses
   */
  public void insert(
      Class<?> entity,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      BulkOption... options) {
    ArgumentException.requireNonNull(entity, "the entity of rows");
    ArgumentException.requireNonNull(rows, "the rows to insert");
    Set<BulkOption> chosen = chosen(options);
    core.doing(Operation.BULK, () -> new BulkCalls(core).insert(entity, rows, chosen));
  }

  /**
   * Updates rows found by their keys, setting what else each map names.
   *
   * @param entity the entity
   * @param rows values by attribute name, with the whole key and the version, if there is one
   * @throws FlushException if a row lacks its key or version, or a value cannot be that of its attribute
   * @throws StaleDataException if there is no row of a key, or it has another version
   * @throws io.aludel.orm.mapping.MappingException if the entity has no such attribute
   * @throws io.aludel.engine.DatabaseException if the database refuses
   */
  public void update(
      Class<?> entity, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    ArgumentException.requireNonNull(entity, "the entity of rows");
    ArgumentException.requireNonNull(rows, "the rows to update");
    core.doing(Operation.BULK, () -> new BulkCalls(core).update(entity, rows));
  }

  /**
   * Inserts objects that have no row, and updates those that have one. Related objects are not looked at,
   * nor do foreign keys follow relationships.
   *
   * @param objects objects of mapped classes
   * @param options how
   * @throws io.aludel.orm.mapping.UnmappedClassException if the class of one is not mapped
   * @throws ObjectStateException if something is to be given back to an object that a session holds as new
   * @throws StaleDataException if an object's row is gone, or has another version
   * @throws io.aludel.engine.DatabaseException if the database refuses
   */
  public void save(Collection<?> objects, BulkOption... options) {
    ArgumentException.requireNonNull(objects, "the objects to save");
    Set<BulkOption> chosen = chosen(options);
    core.doing(Operation.BULK, () -> new BulkCalls(core).save(objects, chosen));
  }

  private static Set<BulkOption> chosen(BulkOption... options) {
    Set<BulkOption> chosen = EnumSet.noneOf(BulkOption.class);
    for (BulkOption option :
        ArgumentException.requireNonNull(options, "the options of bulk writes")) {
      chosen.add(ArgumentException.requireNonNull(option, "an option of bulk writes"));
    }
    return chosen;
  }
}
