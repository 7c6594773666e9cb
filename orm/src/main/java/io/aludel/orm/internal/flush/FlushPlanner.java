package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.UniqueValues.Handover;
import io.aludel.orm.internal.flush.graph.Precedence;
import io.aludel.orm.internal.flush.graph.TopologicalOrder;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders what a flush has to do: a graph of kinds of work, sorted; only what goes round in a circle there
 * is ordered row by row. {@code docs/design/flush.md} says which edges there are, and why.
 */
final class FlushPlanner {
  private final Rows rows;
  private final List<FamilyWork> works;
  private final List<Handover> handovers;
  private final List<FlushAction> actions = new ArrayList<>();
  private final Map<FamilyWork, FlushAction> saves = new IdentityHashMap<>();
  private final Map<FamilyWork, FlushAction> deletes = new IdentityHashMap<>();
  private final Map<Mapper<?>, FamilyWork> byFamily = new IdentityHashMap<>();
  private final List<Precedence<FlushAction>> precedences = new ArrayList<>();

  private FlushPlanner(Rows rows) {
    this.rows = rows;
    this.works = works(rows);
    this.handovers = UniqueValues.find(works);
    for (FamilyWork work : works) {
      byFamily.put(work.family(), work);
      if (work.saves()) {
        saves.put(work, add(new FlushAction.Save(work)));
      }
      if (!work.deletes().isEmpty()) {
        deletes.put(work, add(new FlushAction.Delete(work)));
      }
      before(saves.get(work), deletes.get(work), "a family saves before it deletes");
    }
  }

  static List<FlushStep> plan(Rows rows) {
    return new FlushPlanner(rows).plan();
  }

  private static List<FamilyWork> works(Rows rows) {
    Map<Mapper<?>, FamilyWork> works = new LinkedHashMap<>();
    FamilyWork last = null;
    for (FlushRow row : rows.all()) {
      Mapper<?> family = row.model().family();
      if (last == null || last.family() != family) {
        last = works.computeIfAbsent(family, FamilyWork::new);
      }
      last.add(row);
    }
    List<FamilyWork> sorted = new ArrayList<>(works.values());
    sorted.sort(Comparator.comparing(work -> work.family().type().getName()));
    sorted.forEach(FamilyWork::sortByKey);
    return sorted;
  }

  private FlushAction add(FlushAction action) {
    actions.add(action);
    return action;
  }

  private void before(@Nullable FlushAction first, @Nullable FlushAction then, Object reason) {
    if (first != null && then != null) {
      precedences.add(new Precedence<>(first, then, reason));
    }
  }

  private List<FlushStep> plan() {
    rows.linked().forEach(this::orderByRelationship);
    orderByForeignKeys();
    rows.linkRows().forEach(this::orderLinkRows);
    rows.postUpdates().forEach(this::orderPostUpdates);
    handovers.forEach(this::orderHandover);
    List<FlushStep> steps = new ArrayList<>();
    for (TopologicalOrder.Group<FlushAction> group : TopologicalOrder.sort(actions, precedences)) {
      if (group.circular()) {
        steps.addAll(new CircularPlan(group.members(), rows, handovers).steps());
      } else {
        steps.add(step(group.members().get(0)));
      }
    }
    return steps;
  }

  private static FlushStep step(FlushAction action) {
    if (action instanceof FlushAction.Save save) {
      FamilyWork work = save.work();
      return new FlushStep.Save(work.name(), work.updates(), work.inserts());
    }
    if (action instanceof FlushAction.Delete delete) {
      return new FlushStep.Delete(delete.work().name(), delete.work().deletes());
    }
    if (action instanceof FlushAction.Unlink unlink) {
      return new FlushStep.Unlink(unlink.rows());
    }
    if (action instanceof FlushAction.Relate relate) {
      return new FlushStep.Relate(relate.rows());
    }
    PostUpdates updates = ((FlushAction.PostUpdate) action).updates();
    return new FlushStep.PostUpdate(updates.property(), updates.entries());
  }

  private @Nullable FamilyWork work(Mapper<?> mapper) {
    return byFamily.get(mapper.root());
  }

  /** The work on all that may be at the end of a relationship: rows of several tables, if it is extended so. */
  private Set<@Nullable FamilyWork> worksAt(Mapper<?> target) {
    FamilyWork own = work(target);
    if (!target.hierarchy().isConcreteBase()) {
      return own == null ? Set.of() : Set.of(own);
    }
    Set<@Nullable FamilyWork> all = new LinkedHashSet<>();
    all.add(own);
    target.hierarchy().concreteDescendants().forEach(each -> all.add(work(each)));
    return all;
  }

  private void orderByRelationship(RelationshipProperty property) {
    if (property.direction() != Direction.MANY_TO_MANY) {
      boolean ownerRefers = property.direction() == Direction.MANY_TO_ONE;
      FamilyWork owner = work(property.owner());
      for (FamilyWork target : worksAt(property.target())) {
        orderReference(ownerRefers ? target : owner, ownerRefers ? owner : target, property);
      }
    }
  }

  private void orderReference(
      @Nullable FamilyWork referred, @Nullable FamilyWork referring, Object reason) {
    if (referred != null && referring != null) {
      before(saves.get(referred), saves.get(referring), reason);
      before(saves.get(referring), deletes.get(referred), reason);
      before(deletes.get(referring), deletes.get(referred), reason);
    }
  }

  private void orderByForeignKeys() {
    Map<Table, FamilyWork> byTable = new IdentityHashMap<>();
    Map<Table, Set<FamilyWork>> shared = Map.of();
    for (FamilyWork work : works) {
      for (EntityModel model : work.models()) {
        UnwrittenAttributes unwritten = model.unwritten();
        if (unwritten != null) {
          unwritten.requireUnchanged(work); // here, where models are looked at anyway
        }
        for (TableModel table : model.tables()) {
          FamilyWork other = byTable.put(table.table(), work);
          if (other != null && other != work) {
            shared = shared.isEmpty() ? new IdentityHashMap<>() : shared;
            shared.computeIfAbsent(table.table(), any -> new LinkedHashSet<>()).add(other);
          }
        }
      }
    }
    for (FamilyWork work : works) {
      for (EntityModel model : work.models()) {
        for (TableModel table : model.tables()) {
          for (TableModel.Reference reference : table.references()) {
            Table referred = reference.key().referredTable();
            FamilyWork other = byTable.get(referred);
            if (other != work || referred == table.table()) {
              orderReference(other, work, reference);
            }
            if (!shared.isEmpty()) {
              orderShared(shared.getOrDefault(referred, Set.of()), work, reference);
            }
          }
        }
      }
    }
  }

  /** A table that several families write is referred to by what any of them does there. */
  private void orderShared(
      Set<FamilyWork> referred, FamilyWork referring, TableModel.Reference reference) {
    for (FamilyWork each : referred) {
      if (each != referring) {
        orderReference(each, referring, reference);
      }
    }
  }

  private void orderLinkRows(LinkRows links) {
    FamilyWork owner = work(links.property().owner());
    FlushAction unlink = links.deletes().isEmpty() ? null : add(new FlushAction.Unlink(links));
    FlushAction relate = links.inserts().isEmpty() && links.updates().isEmpty()
        ? null
        : add(new FlushAction.Relate(links));
    before(unlink, relate, links.property());
    orderEnd(owner, unlink, relate, links);
    for (FamilyWork target : worksAt(links.property().target())) {
      orderEnd(target, unlink, relate, links);
    }
  }

  private void orderEnd(
      @Nullable FamilyWork end,
      @Nullable FlushAction unlink,
      @Nullable FlushAction relate,
      LinkRows links) {
    if (end != null) {
      before(saves.get(end), relate, links.property());
      before(unlink, deletes.get(end), links.property());
      if (end.movesKeys()) {
        before(unlink, saves.get(end), links.property());
      }
      before(relate, deletes.get(end), links.property());
    }
  }

  private void orderPostUpdates(PostUpdates updates) {
    for (PostUpdates.Entry entry : updates.entries()) {
      UnwrittenAttributes unwritten = entry.row().model().unwritten();
      if (unwritten != null) {
        unwritten.requireWritten(entry.row(), entry.link());
      }
    }
    FlushAction update = add(new FlushAction.PostUpdate(updates));
    List<@Nullable FamilyWork> ends = new ArrayList<>();
    ends.add(work(updates.property().owner()));
    ends.addAll(worksAt(updates.property().target()));
    for (FamilyWork work : ends) {
      if (work != null) {
        before(saves.get(work), update, updates.property());
        before(update, deletes.get(work), updates.property());
      }
    }
  }

  private void orderHandover(Handover handover) {
    if (!handover.isInOrder()) {
      FamilyWork work = byFamily.get(handover.taking().model().family());
      FlushAction save = work == null ? null : saves.get(work);
      boolean deleted = handover.releasing().isDeleted();
      before(deleted && work != null ? deletes.get(work) : save, save, handover);
    }
  }
}
