package io.aludel.schema;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.listening;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class DdlEventsTest {
  private final MetaData metadata = new MetaData();
  private final List<String> heard = new ArrayList<>();

  private void listen(DdlEvents events, String who) {
    events.beforeCreate(event -> heard.add(who + " before create " + name(event)));
    events.afterCreate(event -> heard.add(who + " after create " + name(event)));
    events.beforeDrop(event -> heard.add(who + " before drop " + name(event)));
    events.afterDrop(event -> heard.add(who + " after drop " + name(event)));
  }

  private static String name(DdlEvents.Event event) {
    return event.subject() instanceof MetaData ? "all " + event.tables() : "" + event.subject();
  }

  @Test
  @Parity("ORM-EVT-48")
  void createAndDrop_always_areToldBeforeAndAfter(Engine engine) {
    Table table =
        Table.of("t", metadata, column("a", INTEGER).primaryKey(), index("a").named("i"));
    listen(metadata.events(), "metadata");
    listen(table.events(), "table");

    metadata.createAll(engine);
    metadata.dropAll(engine);

    assertThat(heard)
        .containsExactly(
            "metadata before create all [t]",
            "table before create t",
            "metadata before create t",
            "table before create index i on [a]",
            "metadata before create index i on [a]",
            "table after create index i on [a]",
            "metadata after create index i on [a]",
            "table after create t",
            "metadata after create t",
            "metadata after create all [t]",
            "metadata before drop all [t]",
            "table before drop t",
            "metadata before drop t",
            "table after drop t",
            "metadata after drop t",
            "metadata after drop all [t]");
  }

  @Test
  @Parity("ORM-EVT-48")
  void createAll_nothingMissing_tellsOfNoTable(Engine engine) {
    Table.of("t", metadata, column("a", INTEGER).primaryKey());
    metadata.createAll(engine);
    listen(metadata.events(), "metadata");

    metadata.createAll(engine);

    assertThat(heard)
        .containsExactly("metadata before create all []", "metadata after create all []");
  }

  @Test
  @Parity("ORM-EVT-48")
  void listener_thatThrows_endsTheWork(Engine engine) {
    Table table = Table.of("t", metadata, column("a", INTEGER).primaryKey());
    var handle = table.events().beforeCreate(event -> {
      throw new UnsupportedOperationException("no");
    });

    assertThatThrownBy(() -> metadata.createAll(engine))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Inspector.of(engine).hasTable("t")).isFalse();
    handle.remove();
    metadata.createAll(engine);
    assertThat(Inspector.of(engine).hasTable("t")).isTrue();
  }

  @Test
  @Parity({"ORM-DDL-18", "ORM-EVT-48"})
  void ddl_underACondition_runsWhereItHolds(Engine engine) {
    String here = engine.dialect().name();
    Table table = Table.of("t", metadata, column("a", INTEGER).primaryKey());
    table
        .events()
        .afterCreate(
            Ddl.text("CREATE VIEW %(table)s_v AS SELECT a FROM %(fullname)s").onlyOn(here));
    table.events().afterCreate(Ddl.text("nonsense").onlyOn("elsewhere"));
    table
        .events()
        .afterCreate(Ddl.text("more nonsense").onlyIf((dialect, subject) -> subject != table));
    table.events().beforeDrop(Ddl.of((DdlElement.Custom) dialect -> "DROP VIEW t_v"));

    metadata.createAll(engine);
    assertThat(Inspector.of(engine).views()).containsExactly("t_v");
    metadata.dropAll(engine);
    assertThat(Inspector.of(engine).views()).isEmpty();
  }

  @Test
  @Parity("ORM-DDL-18")
  void constraintAndIndex_underACondition_areMadeWhereItHolds(Engine engine) {
    String here = engine.dialect().name();
    Table.of(
        "t",
        metadata,
        column("a", INTEGER).primaryKey(),
        column("b", INTEGER),
        CheckConstraint.of("b > 0").named("ck_here").onlyIf(Ddl.Condition.on(here)),
        CheckConstraint.of("b > 1").named("ck_there").onlyIf(Ddl.Condition.on("elsewhere")),
        index("b").named("ix_here").onlyIf(Ddl.Condition.on(here)),
        index("b").named("ix_there").onlyIf(Ddl.Condition.on("elsewhere")));

    metadata.createAll(engine);

    Inspector inspector = Inspector.of(engine);
    assertThat(inspector.checkConstraints("t"))
        .extracting(check -> check.name())
        .containsExactly("ck_here");
    assertThat(inspector.hasIndex("t", "ix_here")).isTrue();
    assertThat(inspector.hasIndex("t", "ix_there")).isFalse();
  }

  @Test
  @Parity("ORM-DDL-18")
  void table_withACreatorOfItsOwn_isMadeByIt(Engine engine) {
    Table table = Table.of("t", metadata, column("a", INTEGER).primaryKey());
    table.createBy(new DdlElement.CreateTable(table).ifNotExists());
    table.dropBy(new DdlElement.DropTable(table).ifExists());

    metadata.createAll(engine, List.of(table), CheckFirst.OFF);
    metadata.createAll(engine, List.of(table), CheckFirst.OFF);
    assertThat(Inspector.of(engine).tables()).containsExactly("t");
    metadata.dropAll(engine, List.of(table), CheckFirst.OFF);
    metadata.dropAll(engine, List.of(table), CheckFirst.OFF);
    assertThat(Inspector.of(engine).tables()).isEmpty();
  }

  @Test
  @Parity("ORM-EVT-49")
  void parentAttach_ofTablesAndParts_isTold() {
    metadata.events().beforeParentAttach((part, owner) -> heard.add("before " + part));
    metadata.events().afterParentAttach((part, owner) -> heard.add("after " + part));

    Table.of(
        "t",
        metadata,
        column("a", INTEGER).unique(),
        listening(events -> events.beforeParentAttach((part, owner) -> heard.add("own " + part))));

    assertThat(heard)
        .containsExactly(
            "before t",
            "own a",
            "before a",
            "after t.a",
            "own unique constraint [a]",
            "before unique constraint [a]",
            "after unique constraint [a]",
            "after t");
  }

  @Test
  @Parity("ORM-EVT-50")
  void columnReflect_mayChangeOrLeaveOutColumns(Engine engine) {
    Table.of(
        "t",
        metadata,
        column("a", INTEGER).primaryKey(),
        column("b", INTEGER),
        column("c", INTEGER));
    metadata.createAll(engine);
    MetaData found = new MetaData();
    found.events().columnReflect((table, column) -> switch (column.name()) {
      case "b" -> column.key("bee");
      case "c" -> null;
      default -> column;
    });

    found.reflect(engine);

    assertThat(found.table("t").columns()).extracting(Column::key).containsExactly("a", "bee");
  }
}
