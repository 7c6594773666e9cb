package io.aludel.orm.internal.flush;

import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One step of a plan: statements for rows of one kind, sent together. */
sealed interface FlushStep {
  /** How many objects a description of a step names. */
  int MOST_NAMED = 5;

  /** Updates rows in key order, then inserts rows in the order in which they were added. */
  record Save(String family, List<FlushRow> updates, List<FlushRow> inserts) implements FlushStep {
    @Override
    public String toString() {
      List<String> parts = new ArrayList<>();
      if (!updates.isEmpty()) {
        parts.add("update " + name(updates));
      }
      if (!inserts.isEmpty()) {
        parts.add("insert " + name(inserts));
      }
      return "save " + family + ": " + String.join("; ", parts);
    }
  }

  /** Deletes rows. */
  record Delete(String family, List<FlushRow> rows) implements FlushStep {
    @Override
    public String toString() {
      Set<RelationshipProperty> unloaded = new LinkedHashSet<>();
      rows.forEach(row -> unloaded.addAll(row.unloaded()));
      return "delete " + family + ": " + name(rows)
          + (unloaded.isEmpty()
              ? ""
              : ", after all that is not loaded of " + name(List.copyOf(unloaded)));
    }
  }

  /** Deletes rows of a link table. */
  record Unlink(LinkRows rows) implements FlushStep {
    @Override
    public String toString() {
      return "unlink " + rows.property() + ": " + name(rows.deletes());
    }
  }

  /** Updates and inserts rows of a link table. */
  record Relate(LinkRows rows) implements FlushStep {
    @Override
    public String toString() {
      List<LinkRows.Pair> pairs = new ArrayList<>(rows.updates());
      pairs.addAll(rows.inserts());
      return "link " + rows.property() + ": " + name(pairs);
    }
  }

  /** Writes foreign keys by UPDATEs of their own. */
  record PostUpdate(RelationshipProperty property, List<PostUpdates.Entry> entries)
      implements FlushStep {
    @Override
    public String toString() {
      return "post-update " + property + ": "
          + name(entries.stream().map(PostUpdates.Entry::row).toList());
    }
  }

  /** Makes unique values NULL for a moment, so that other rows can take them. */
  record SetAside(UniqueKey key, List<FlushRow> rows) implements FlushStep {
    @Override
    public String toString() {
      return "set aside " + key + ": " + name(rows);
    }
  }

  private static String name(List<?> things) {
    String named =
        things.stream().limit(MOST_NAMED).map(Object::toString).collect(Collectors.joining(", "));
    int more = things.size() - MOST_NAMED;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
