package io.aludel.orm.internal.session;

import io.aludel.orm.BulkOption;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.flush.BulkWork;
import io.aludel.orm.internal.flush.BulkWork.Extent;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are written past the unit of work, as part of the session's transaction. */
public final class BulkCalls {
  private final SessionCore core;

  public BulkCalls(SessionCore core) {
    this.core = core;
  }

  public void insert(
      Class<?> entity,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      Set<BulkOption> options) {
    BulkWork work = work(options);
    core.lifecycle().writing(() -> work.insert(core.layoutOf(entity), rows));
  }

  public void update(
      Class<?> entity, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    BulkWork work = work(Set.of());
    core.lifecycle().writing(() -> work.update(core.layoutOf(entity), rows));
  }

  /** Inserts and updates objects, as they come or class by class. */
  public void save(Collection<?> objects, Set<BulkOption> options) {
    Map<Object, List<ManagedEntity>> groups = new LinkedHashMap<>();
    for (Object object : objects) {
      ManagedEntity entity = SessionCore.managed(object, "an object to save");
      core.layoutOf(entity);
      boolean stored = entity.$state() instanceof EntityState state && state.hasIdentity();
      if (options.contains(BulkOption.RETURN_DEFAULTS)) {
        requireNobodys(entity);
      }
      Object group = options.contains(BulkOption.IN_ANY_ORDER)
          ? List.of(entity.getClass(), stored)
          : List.of();
      groups.computeIfAbsent(group, any -> new ArrayList<>()).add(entity);
    }
    BulkWork work = work(options);
    Extent extent = options.contains(BulkOption.WITH_UNCHANGED) ? Extent.ALL : Extent.CHANGED;
    core.lifecycle().writing(() -> groups.values().forEach(group -> work.save(group, extent)));
  }

  private static void requireNobodys(ManagedEntity entity) {
    if (entity.$state() instanceof EntityState state && state.isPending()) {
      throw new ObjectStateException(
          OrmError.OBJECT_STATE,
          state.toString(),
          "Cannot give the key of its row back to "
              + state
              + ": a session holds it, and will insert it too. Expunge it first, or flush that session.");
    }
  }

  private BulkWork work(Set<BulkOption> options) {
    return core.bulkWork(
        options.contains(BulkOption.RENDER_NULLS), options.contains(BulkOption.RETURN_DEFAULTS));
  }
}
