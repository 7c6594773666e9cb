package io.aludel.orm.internal.flush;

import io.aludel.orm.CircularDependencyException;
import io.aludel.orm.internal.flush.UniqueValues.Handover;
import io.aludel.orm.internal.flush.graph.Precedence;
import io.aludel.orm.internal.flush.graph.Schedule;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Column;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders the rows of families that depend on each other in a circle: edges are the links there actually
 * are. Circles of unique values are broken by setting one aside; those of foreign keys that no
 * relationship knows are left to the database; any other is an error.
 */
final class CircularPlan {
  private final Rows rows;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<FlushRow, Node> byRow = new IdentityHashMap<>();
  private final List<Precedence<Node>> precedences = new ArrayList<>();
  private final Map<Release, Handover> aside = new LinkedHashMap<>();
  private final List<FlushStep> related = new ArrayList<>();
  private int ranks;

  /** A row that lets go of its value of a unique key. */
  private record Release(FlushRow row, List<Column<?>> key) {
    static Release of(Handover handover) {
      return new Release(handover.releasing(), handover.key().columns());
    }
  }

  /** Something to do with one row. */
  static final class Node {
    private final FlushRow row;
    private final String family;
    private final int rank;
    private final PostUpdates.@Nullable Entry postUpdate;

    Node(FlushRow row, String family, int rank, PostUpdates.@Nullable Entry postUpdate) {
      this.row = row;
      this.family = family;
      this.rank = rank;
      this.postUpdate = postUpdate;
    }

    FlushRow row() {
      return row;
    }

    boolean isPostUpdate() {
      return postUpdate != null;
    }

    @Override
    public String toString() {
      if (postUpdate != null) {
        return "post-update " + row;
      }
      return (row.isDeleted() ? "delete " : row.isInsert() ? "insert " : "update ") + row;
    }
  }

  CircularPlan(List<FlushAction> members, Rows rows, List<Handover> handovers) {
    this.rows = rows;
    addSaves(members);
    addPostUpdates(members);
    addDeletes(members);
    addLinkRows(members);
    orderLinks();
    ForeignKeyOrder.order(nodes, precedences);
    for (Handover handover : handovers) {
      before(byRow.get(handover.releasing()), byRow.get(handover.taking()), handover);
    }
  }

  private void addSaves(List<FlushAction> members) {
    for (FlushAction member : members) {
      if (member instanceof FlushAction.Save save) {
        save.work().updates().forEach(row -> add(row, save.work()));
        save.work().inserts().forEach(row -> add(row, save.work()));
        ranks++;
      }
    }
  }

  private void addPostUpdates(List<FlushAction> members) {
    for (FlushAction member : members) {
      if (member instanceof FlushAction.PostUpdate update) {
        for (PostUpdates.Entry entry : update.updates().entries()) {
          addPostUpdate(entry);
        }
        ranks++;
      }
    }
  }

  private void addPostUpdate(PostUpdates.Entry entry) {
    nodes.add(new Node(entry.row(), "", ranks, entry));
  }

  /** What refers is deleted first as a rule, so families go the other way round. */
  private void addDeletes(List<FlushAction> members) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i) instanceof FlushAction.Delete delete) {
        delete.work().deletes().forEach(row -> add(row, delete.work()));
        ranks++;
      }
    }
  }

  /** Link rows that wait for a save here come last: no row that is deleted has any of them. */
  private void addLinkRows(List<FlushAction> members) {
    for (FlushAction member : members) {
      if (member instanceof FlushAction.Relate relate) {
        related.add(new FlushStep.Relate(relate.rows()));
      }
    }
  }

  private void add(FlushRow row, FamilyWork work) {
    Node node = new Node(row, work.name(), ranks, null);
    nodes.add(node);
    byRow.put(row, node);
  }

  private void before(@Nullable Node first, @Nullable Node then, Object reason) {
    if (first != null && then != null) {
      precedences.add(new Precedence<>(first, then, reason));
    }
  }

  private void orderLinks() {
    for (Node node : nodes) {
      if (node.postUpdate != null) {
        orderPostUpdate(node, node.postUpdate);
        continue;
      }
      for (Link link : node.row.links()) {
        orderLink(node, link);
      }
      for (FlushRow.Departure departure : node.row.departures()) {
        before(node, byRow.get(departure.left()), departure.property());
      }
    }
  }

  private void orderLink(Node node, Link link) {
    FlushRow source = link.from() == null ? null : rows.find(link.from());
    if (source == null || !source.isSaved()) {
      return;
    }
    if (source == node.row && link.value(0) == null) {
      throw circle(List.of(new Precedence<>(node, node, link.property())));
    }
    if (source.isInsert() || source.keyMoves()) {
      before(byRow.get(source), node, link.property());
    }
  }

  private void orderPostUpdate(Node node, PostUpdates.Entry entry) {
    orderPostUpdate(node, entry.row(), entry.link().property());
    FlushRow other = entry.other();
    if (other != null) {
      orderPostUpdate(node, other, entry.link().property());
    }
  }

  private void orderPostUpdate(Node node, FlushRow end, RelationshipProperty property) {
    if (end.isDeleted()) {
      before(node, byRow.get(end), property);
    } else {
      before(byRow.get(end), node, property);
    }
  }

  /** The steps, everything of one kind that is free at a time together. */
  List<FlushStep> steps() {
    List<List<Node>> batches = schedule();
    if (!aside.isEmpty()) {
      // with all of them set aside at the start, more goes together than when the circles were
      // found
      precedences.removeIf(precedence -> isAside(precedence.reason()));
      batches = schedule();
    }
    List<FlushStep> steps = new ArrayList<>(setAside());
    batches.forEach(batch -> steps.add(step(batch)));
    steps.addAll(related);
    return steps;
  }

  private List<List<Node>> schedule() {
    Schedule<Node> schedule = new Schedule<>(nodes, precedences, node -> node.rank);
    List<List<Node>> batches = new ArrayList<>();
    while (!schedule.isDone()) {
      List<Node> batch = schedule.next();
      if (batch.isEmpty()) {
        cut(schedule, schedule.circle());
      } else {
        batches.add(batch);
      }
    }
    return batches;
  }

  private void cut(Schedule<Node> schedule, List<Precedence<Node>> circle) {
    for (Precedence<Node> precedence : circle) {
      if (precedence.reason() instanceof Handover handover && canStepAside(handover)) {
        aside.putIfAbsent(Release.of(handover), handover);
        schedule.lift(precedence.first(), each -> isAside(each.reason()));
        return;
      }
    }
    for (Precedence<Node> precedence : circle) {
      if (precedence.reason() instanceof TableModel.Reference) {
        schedule.lift(precedence.first(), each -> each == precedence);
        return;
      }
    }
    throw circle(circle);
  }

  private static boolean canStepAside(Handover handover) {
    int spare = handover.key().spare();
    return spare >= 0 && RowValues.stored(handover.releasing(), spare) != null;
  }

  /** Whether a row was set aside in the unique key of a handover. */
  private boolean isAside(Object reason) {
    return reason instanceof Handover handover && aside.containsKey(Release.of(handover));
  }

  private List<FlushStep> setAside() {
    Map<UniqueKey, List<FlushRow>> byKey = new LinkedHashMap<>();
    for (Handover handover : aside.values()) {
      byKey.computeIfAbsent(handover.key(), any -> new ArrayList<>()).add(handover.releasing());
    }
    List<FlushStep> steps = new ArrayList<>();
    byKey.forEach((key, released) -> steps.add(new FlushStep.SetAside(key, released)));
    return steps;
  }

  private static FlushStep step(List<Node> batch) {
    Node first = batch.get(0);
    if (first.postUpdate != null) {
      RelationshipProperty property = first.postUpdate.link().property();
      List<PostUpdates.Entry> entries = new ArrayList<>();
      for (Node node : batch) {
        if (node.postUpdate != null) {
          entries.add(node.postUpdate);
        }
      }
      return new FlushStep.PostUpdate(property, entries);
    }
    List<FlushRow> all = batch.stream().map(Node::row).toList();
    if (first.row.isDeleted()) {
      return new FlushStep.Delete(first.family, all);
    }
    return new FlushStep.Save(
        first.family,
        all.stream().filter(row -> !row.isInsert()).toList(),
        all.stream().filter(FlushRow::isInsert).toList());
  }

  private static RuntimeException circle(List<Precedence<Node>> circle) {
    Set<String> properties = new LinkedHashSet<>();
    Set<Handover> values = new LinkedHashSet<>();
    List<String> members = new ArrayList<>();
    for (Precedence<Node> precedence : circle) {
      members.add(precedence.first() + " (" + reason(precedence.reason()) + ")");
      if (precedence.reason() instanceof RelationshipProperty property) {
        properties.add(property.toString());
      } else if (precedence.reason() instanceof Handover handover) {
        values.add(handover);
      }
    }
    return values.isEmpty()
        ? CircularDependencyException.ofRelationships(members, List.copyOf(properties))
        : CircularDependencyException.ofUniqueValues(
            members,
            values.stream().map(each -> each.key().toString()).distinct().toList());
  }

  private static String reason(Object reason) {
    return reason instanceof TableModel.Reference reference
        ? reference.key().toString()
        : reason.toString();
  }
}
