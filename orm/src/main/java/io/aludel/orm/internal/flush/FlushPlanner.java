package io.aludel.orm.internal.flush;

import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Orders the steps of a flush. What a foreign key refers to is saved before and deleted after what refers
 * to it; within a mapper saving comes before deleting. Foreign keys that go round in a circle order
 * nothing among the tables of the circle.
 */
final class FlushPlanner {
  private final List<FlushAction> actions = new ArrayList<>();
  private final Map<Table, MapperWork> byTable = new IdentityHashMap<>();
  private final Map<MapperWork, FlushAction> saves = new IdentityHashMap<>();
  private final Map<MapperWork, FlushAction> deletes = new IdentityHashMap<>();

  private FlushPlanner(Collection<MapperWork> works) {
    List<MapperWork> ordered = new ArrayList<>(works);
    ordered.sort(Comparator.comparing(work -> work.layout().mapper().type().getName()));
    for (MapperWork work : ordered) {
      byTable.put(work.layout().mapper().table(), work);
      if (work.saves()) {
        saves.put(work, add(new FlushAction.SaveAll(work)));
      }
      if (!work.deletes().isEmpty()) {
        deletes.put(work, add(new FlushAction.DeleteAll(work)));
      }
    }
  }

  private FlushAction add(FlushAction action) {
    actions.add(action);
    return action;
  }

  static List<FlushAction> plan(Collection<MapperWork> works) {
    FlushPlanner planner = new FlushPlanner(works);
    return planner.actions.size() < 2 ? planner.actions : planner.sort();
  }

  private List<FlushAction> sort() {
    List<Precedence<FlushAction>> wished = foreignKeys();
    List<Precedence<FlushAction>> all =
        new ArrayList<>(TopologicalOrder.withoutCycles(actions, wished));
    saves.forEach((work, save) -> {
      FlushAction delete = deletes.get(work);
      if (delete != null) {
        all.add(new Precedence<>(save, delete));
      }
    });
    return TopologicalOrder.sort(actions, all);
  }

  private List<Precedence<FlushAction>> foreignKeys() {
    List<Precedence<FlushAction>> found = new ArrayList<>();
    for (MapperWork child : byTable.values()) {
      for (ForeignKey key : child.layout().mapper().table().foreignKeys()) {
        MapperWork parent = byTable.get(key.referredTable());
        if (parent != null && parent != child) {
          link(saves.get(parent), saves.get(child), found);
          link(deletes.get(child), deletes.get(parent), found);
          link(saves.get(child), deletes.get(parent), found);
        }
      }
    }
    return found;
  }

  private static void link(
      @Nullable FlushAction first,
      @Nullable FlushAction then,
      List<Precedence<FlushAction>> found) {
    if (first != null && then != null) {
      found.add(new Precedence<>(first, then));
    }
  }
}
