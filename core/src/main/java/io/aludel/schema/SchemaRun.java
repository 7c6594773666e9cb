package io.aludel.schema;

import io.aludel.schema.CheckFirst.Kind;
import io.aludel.schema.DdlElement.AddConstraint;
import io.aludel.schema.DdlElement.CreateIndex;
import io.aludel.schema.DdlElement.CreateSequence;
import io.aludel.schema.DdlElement.CreateTable;
import io.aludel.schema.DdlElement.CreateType;
import io.aludel.schema.DdlElement.DropConstraint;
import io.aludel.schema.DdlElement.DropIndex;
import io.aludel.schema.DdlElement.DropSequence;
import io.aludel.schema.DdlElement.DropTable;
import io.aludel.schema.DdlElement.DropType;
import io.aludel.types.SchemaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates and drops things in their order on one connection, telling listeners before and after. */
final class SchemaRun {
  private final DdlRunner runner;
  private final CheckFirst check;
  private @Nullable MetaData metadata;

  SchemaRun(DdlRunner runner, CheckFirst check) {
    this.runner = runner;
    this.check = check;
  }

  void create(MetaData metadata, List<Table> tables, List<Sequence> sequences) {
    this.metadata = metadata;
    List<Table> missing = new ArrayList<>(tables);
    if (check.asksFor(Kind.TABLES)) {
      missing.removeIf(runner::hasTable);
    }
    SortedTables sorted = SortedTables.of(missing);
    DdlEvents.Event event = new DdlEvents.Event(metadata, runner, sorted.tables(), check);
    metadata.events().tellBeforeCreate(event);
    sequences.forEach(this::create);
    types(sorted.tables()).forEach(this::create);
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
    this.metadata = metadata;
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
    dropTypes(tables, metadata.tables());
    metadata.events().tellAfterDrop(event);
  }

  private Set<SchemaType> types(Collection<Table> tables) {
    Set<SchemaType> types = new LinkedHashSet<>();
    tables.forEach(table -> types.addAll(runner.types(table)));
    return types;
  }

  private void create(SchemaType type) {
    if (!check.asksFor(Kind.TYPES) || !runner.hasType(type)) {
      around(null, type, true, new CreateType(type));
    }
  }

  /** Types go with the last table of the metadata that uses them. */
  private void dropTypes(List<Table> dropped, Collection<Table> all) {
    Set<SchemaType> types = types(dropped);
    if (types.isEmpty()) {
      return;
    }
    List<Table> kept = new ArrayList<>(all);
    kept.removeAll(dropped);
    if (check.asksFor(Kind.TABLES)) {
      kept.removeIf(table -> !runner.hasTable(table));
    }
    types.removeAll(types(kept));
    for (SchemaType type : types) {
      if (!check.asksFor(Kind.TYPES) || runner.hasType(type)) {
        around(null, type, false, new DropType(type));
      }
    }
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

  private @Nullable DdlEvents events(@Nullable Table owner, Object subject) {
    if (owner != null) {
      return owner.events();
    }
    MetaData other = subject instanceof Sequence sequence ? sequence.metadata() : null;
    MetaData told = metadata == null ? other : metadata;
    return told == null ? null : told.events();
  }

  private static Set<ForeignKey> ownedBy(Table table, List<ForeignKey> keys) {
    Set<ForeignKey> owned = new LinkedHashSet<>(keys);
    owned.retainAll(table.foreignKeys());
    return owned;
  }
}
