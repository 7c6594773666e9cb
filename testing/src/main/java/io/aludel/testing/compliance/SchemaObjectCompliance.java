package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.comment;
import static io.aludel.schema.Schema.index;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.schema.DdlElement;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs to a schema beside tables is there where a dialect declares it, and is refused elsewhere. */
public abstract class SchemaObjectCompliance {
  /** For the classes of authors. */
  protected SchemaObjectCompliance() {}

  /** Whether a capability is declared; if it is not, DDL must be refused before anything is sent. */
  private static boolean declared(
      TestDatabase database, Capability capability, DdlElement element) {
    if (!database.has(capability)) {
      Engine engine = database.engine();
      assertThrows(
          CompileException.class,
          () -> engine.inTransaction(connection -> connection.execute(element)));
    }
    return database.has(capability);
  }

  @Test
  @Tries(Capability.SEQUENCES)
  void sequences_whereDeclared_count(TestDatabase database) {
    Sequence counter = Sequence.of("counter").with(SequenceOptions.NONE.start(5).increment(2));
    if (declared(database, Capability.SEQUENCES, new DdlElement.CreateSequence(counter))) {
      counter.create(database.engine());
      assertEquals(List.of(5L), People.all(database.engine(), select(counter.next())));
      assertEquals(List.of(7L), People.all(database.engine(), select(counter.next())));
      counter.drop(database.engine());
    }
  }

  @Test
  void views_always_giveTheRowsOfTheirQuery(Engine engine) {
    People people = People.in(engine);
    MetaData metadata = new MetaData();
    View old = View.of("old_people", metadata, select(people.id).where(people.age.eq(30)));
    metadata.createAll(engine);
    assertEquals(List.of(2L), People.all(engine, select(func.count()).from(old.table())));
    metadata.dropAll(engine);
  }

  @Test
  @Tries(Capability.MATERIALIZED_VIEWS)
  void materializedViews_whereDeclared_keepTheirRows(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    View kept = View.materialized("kept_people", new MetaData(), select(people.id));
    if (declared(database, Capability.MATERIALIZED_VIEWS, new DdlElement.CreateView(kept))) {
      engine.inTransaction(connection -> {
        connection.execute(new DdlElement.CreateView(kept));
        connection.execute(insert(people.table).values(row("id", 5, "name", "Eva")));
      });
      assertEquals(List.of(4L), People.all(engine, select(func.count()).from(kept.table())));
      engine.inTransaction(connection -> connection.execute(new DdlElement.DropView(kept)));
    }
  }

  @Test
  @Tries({Capability.PARTIAL_INDEXES, Capability.EXPRESSION_INDEXES})
  void indexes_ofSomeRowsOrExpressions_areMadeWhereDeclared(TestDatabase database) {
    Table table = Table.of(
        "indexed",
        new MetaData(),
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("word", SqlTypes.STRING(20)),
        index("word").named("ix_some").where("id > 0"),
        index().onExpression("lower(word)").named("ix_lower"));
    Index some = table.indexes().get(0);
    database
        .engine()
        .inTransaction(connection -> connection.execute(new DdlElement.CreateTable(table)));
    for (Index each : table.indexes()) {
      Capability needed = each == some ? Capability.PARTIAL_INDEXES : Capability.EXPRESSION_INDEXES;
      if (declared(database, needed, new DdlElement.CreateIndex(each))) {
        database
            .engine()
            .inTransaction(connection -> connection.execute(new DdlElement.CreateIndex(each)));
        assertTrue(Inspector.of(database.engine()).hasIndex("indexed", each.name()), each.name());
      }
    }
  }

  @Test
  @Tries(Capability.COMMENTS)
  void comments_whereDeclared_areKept(TestDatabase database) {
    MetaData metadata = new MetaData();
    Table.of(
        "told",
        metadata,
        comment("what it's for"),
        column("id", SqlTypes.INTEGER).primaryKey().comment("a \"key\""));
    metadata.createAll(database.engine());
    Inspector inspector = Inspector.of(database.engine());
    boolean kept = database.has(Capability.COMMENTS);
    assertEquals(kept ? "what it's for" : null, inspector.tableComment("told"));
    assertEquals(kept ? "a \"key\"" : null, inspector.columns("told").get(0).comment());
  }

  @Test
  @Tries(Capability.SCHEMAS)
  void schemas_whereDeclared_holdTables(TestDatabase database) {
    if (!database.has(Capability.SCHEMAS)) {
      return;
    }
    Engine engine = database.engine();
    String name = "aludel_compliance_" + Long.toHexString(System.nanoTime());
    MetaData metadata = new MetaData(name);
    Table table = Table.of("inside", metadata, column("id", SqlTypes.INTEGER).primaryKey());
    engine.inTransaction(connection -> connection.execute(new DdlElement.CreateSchema(name)));
    try {
      metadata.createAll(engine);
      engine.inTransaction(connection -> connection.execute(insert(table).values(row("id", 1))));
      assertEquals(List.of(1L), People.all(engine, select(func.count()).from(table)));
      assertEquals(List.of("inside"), Inspector.of(engine).in(name).tables());
      metadata.dropAll(engine);
    } finally {
      engine.inTransaction(connection -> connection.execute(new DdlElement.DropSchema(name)));
    }
  }
}
