package io.aludel.schema;

import io.aludel.schema.CheckFirst.Kind;
import io.aludel.schema.DdlElement.AddConstraint;
import io.aludel.schema.DdlElement.CreateIndex;
import io.aludel.schema.DdlElement.CreateSequence;
import io.aludel.schema.DdlElement.CreateTable;
import io.aludel.schema.DdlElement.DropConstraint;
import io.aludel.schema.DdlElement.DropIndex;
import io.aludel.schema.DdlElement.DropSequence;
import io.aludel.schema.DdlElement.DropTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates and drops things in their order on one connection, telling listeners before and after. */
final class SchemaRun {
  private final DdlRunner runner;
  private final CheckFirst check;

  SchemaRun(DdlRunner runner, CheckFirst check) {
    this.runner = runner;
    this.check = check;
  }

  void create(MetaData metadata, List<Table> tables, List<Sequence> sequences) {
    List<Table> missing = new ArrayList<>(tables);
    if (check.asksFor(Kind.TABLES)) {
      missing.removeIf(runner::hasTable);
    }
    SortedTables sorted = SortedTables.of(missing);
    DdlEvents.Event event = new DdlEvents.Event(metadata, runner, sorted.tables(), check);
    metadata.events().tellBeforeCreate(event);
    sequences.forEach(this::create);
    List<ForeignKey> later = runner.altersConstraints() ? sorted.apart() : List.of();
    for (Table table : sorted.tables()) {
      create(table, ownedBy(table, later));
    }
    for (ForeignKey key : later) {
      if (wanted(key.condition(), key)) {
        around(key.table(), key, true, new AddConstraint(key));
      }
    }
    metadata.events().tellAfterCreate(event);
  }

  private void create(Table table, Set<ForeignKey> later) {
    DdlEvents.Event event = new DdlEvents.Event(table, runner, List.of(table), check);
    table.events().tellBeforeCreate(event);
    DdlElement creator = table.creator();
    runner.run(creator == null ? new CreateTable(table, later) : creator);
    for (Index index : table.indexes()) {
      if (wanted(index.condition(), index)) {
        around(table, index, true, new CreateIndex(index));
      }
    }
    table.events().tellAfterCreate(event);
  }

  void drop(MetaData metadata, List<Table> tables, List<Sequence> sequences) {
    List<Table> present = new ArrayList<>(tables);
    if (check.asksFor(Kind.TABLES)) {
      present.removeIf(table -> !runner.hasTable(table));
    }
    SortedTables sorted = SortedTables.of(present);
    if (!runner.altersConstraints()) {
      sorted.warned("dropped");
    }
    DdlEvents.Event event = new DdlEvents.Event(metadata, runner, sorted.tables(), check);
    metadata.events().tellBeforeDrop(event);
    for (ForeignKey key : runner.altersConstraints() ? sorted.apart() : List.<ForeignKey>of()) {
      if (wanted(key.condition(), key)) {
        around(key.table(), key, false, new DropConstraint(key));
      }
    }
    for (int i = sorted.tables().size() - 1; i >= 0; i--) {
      Table table = sorted.tables().get(i);
      DdlElement dropper = table.dropper();
      around(table, table, false, dropper == null ? new DropTable(table) : dropper);
    }
    sequences.forEach(this::drop);
    metadata.events().tellAfterDrop(event);
  }

  void create(Sequence sequence) {
    boolean there = check.asksFor(Kind.SEQUENCES) && runner.hasSequence(sequence);
    if (runner.hasSequences() && !sequence.isOptional() && !there) {
      around(null, sequence, true, new CreateSequence(sequence));
    }
  }

  void drop(Sequence sequence) {
    boolean gone = check.asksFor(Kind.SEQUENCES) && !runner.hasSequence(sequence);
    if (runner.hasSequences() && !sequence.isOptional() && !gone) {
      around(null, sequence, false, new DropSequence(sequence));
    }
  }

  void create(Index index) {
    boolean there = check.asksFor(Kind.INDEXES) && runner.hasIndex(index);
    if (!there && wanted(index.condition(), index)) {
      around(index.table(), index, true, new CreateIndex(index));
    }
  }

  void drop(Index index) {
    boolean gone = check.asksFor(Kind.INDEXES) && !runner.hasIndex(index);
    if (!gone && wanted(index.condition(), index)) {
      around(index.table(), index, false, new DropIndex(index));
    }
  }

  private boolean wanted(Ddl.Condition condition, Object subject) {
    return condition.holds(runner.dialect(), subject);
  }

  private void around(@Nullable Table owner, Object subject, boolean creates, DdlElement element) {
    DdlEvents events = events(owner, subject);
    DdlEvents.Event event =
        new DdlEvents.Event(subject, runner, owner == null ? List.of() : List.of(owner), check);
    if (events == null) {
      runner.run(element);
    } else if (creates) {
      events.tellBeforeCreate(event);
      runner.run(element);
      events.tellAfterCreate(event);
    } else {
      events.tellBeforeDrop(event);
      runner.run(element);
      events.tellAfterDrop(event);
    }
  }

  private static @Nullable DdlEvents events(@Nullable Table owner, Object subject) {
    if (owner != null) {
      return owner.events();
    }
    MetaData metadata = subject instanceof Sequence sequence ? sequence.metadata() : null;
    return metadata == null ? null : metadata.events();
  }

  private static Set<ForeignKey> ownedBy(Table table, List<ForeignKey> keys) {
    Set<ForeignKey> owned = new LinkedHashSet<>(keys);
    owned.retainAll(table.foreignKeys());
    return owned;
  }
}
