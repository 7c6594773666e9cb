package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.StatementException;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Identity;
import io.aludel.schema.MetaData;
import io.aludel.schema.SequenceOptions;
import io.aludel.schema.Table;
import io.aludel.sql.Insert;
import io.aludel.sql.Select;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables are created and dropped with all that belongs to them. */
public abstract class SchemaCompliance {
  /** For the classes of authors. */
  protected SchemaCompliance() {}

  @Test
  void tables_withKeysAndIndexes_areCreatedOnceAndDropped(Engine engine) {
    MetaData metadata = new MetaData();
    Table parents = Table.of(
        "parents",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("code", SqlTypes.STRING(10)).notNull().unique(),
        column("rank_no", SqlTypes.INTEGER).index(),
        check("rank_no > 0"));
    Table.of(
        "children",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("parent_id", SqlTypes.INTEGER).references("parents.id"));
    metadata.createAll(engine);
    metadata.createAll(engine);
    engine.inTransaction(connection ->
        connection.execute(insert(parents).values(row("id", 1, "code", "x", "rank_no", 1))));
    metadata.dropAll(engine);
    metadata.dropAll(engine);
  }

  @Test
  void tables_inACycle_areCreatedAndDropped(Engine engine) {
    MetaData metadata = new MetaData();
    Table.of(
        "hens",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("egg_id", SqlTypes.INTEGER)
            .foreignKey(ForeignKey.to("eggs.id").named("fk_hen_egg")));
    Table.of(
        "eggs",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("hen_id", SqlTypes.INTEGER)
            .foreignKey(ForeignKey.to("hens.id").named("fk_egg_hen")));
    metadata.createAll(engine);
    metadata.dropAll(engine);
  }

  @Test
  @Tries(Capability.TRANSACTIONAL_DDL)
  void ddl_inARolledBackTransaction_isUndoneWhereDeclared(TestDatabase database) {
    Engine engine = database.engine();
    MetaData metadata = new MetaData();
    Table table = Table.of("passing", metadata, column("id", SqlTypes.INTEGER).primaryKey());
    try (Connection connection = engine.connect()) {
      metadata.createAll(connection);
      connection.rollback();
    }
    Select<Long> count = select(func.count()).from(table);
    if (database.has(Capability.TRANSACTIONAL_DDL)) {
      assertThrows(StatementException.class, () -> People.all(engine, count));
    } else {
      assertEquals(List.of(0L), People.all(engine, count));
    }
  }

  @Test
  @Tries(Capability.DEFERRABLE_CONSTRAINTS)
  void constraints_deferred_areCheckedAtCommitWhereDeclared(TestDatabase database) {
    Engine engine = database.engine();
    MetaData metadata = new MetaData();
    Table nodes = Table.of(
        "nodes",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("next_id", SqlTypes.INTEGER)
            .foreignKey(ForeignKey.to("nodes.id").deferral(Deferral.INITIALLY_DEFERRED)));
    if (!database.has(Capability.DEFERRABLE_CONSTRAINTS)) {
      assertThrows(CompileException.class, () -> metadata.createAll(engine));
      return;
    }
    metadata.createAll(engine);
    engine.inTransaction(connection -> {
      connection.execute(insert(nodes).values(row("id", 1, "next_id", 2)));
      connection.execute(insert(nodes).values(row("id", 2, "next_id", 1)));
    });
    assertEquals(List.of(2L), People.all(engine, select(func.count()).from(nodes)));
  }

  @Test
  @Requires(Capability.ALTER_CONSTRAINTS)
  void foreignKeys_ofATableThatExists_areAddedAndDropped(Engine engine) {
    MetaData metadata = new MetaData();
    Table nodes = Table.of(
        "nodes",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("next_id", SqlTypes.INTEGER).foreignKey(ForeignKey.to("nodes.id").named("fk_next")));
    ForeignKey next = nodes.foreignKeys().get(0);
    Insert dangling = insert(nodes).values(row("id", 1, "next_id", 99));
    engine.inTransaction(connection -> {
      connection.execute(new DdlElement.CreateTable(nodes, Set.of(next)));
      connection.execute(new DdlElement.AddConstraint(next));
    });
    assertThrows(
        IntegrityException.class,
        () -> engine.inTransaction(connection -> connection.execute(dangling)));
    engine.inTransaction(connection -> connection.execute(new DdlElement.DropConstraint(next)));
    engine.inTransaction(connection -> connection.execute(dangling));
    assertEquals(List.of(1L), People.all(engine, select(func.count()).from(nodes)));
  }

  /** Where there is no such thing keys are generated all the same, but nobody says which. */
  @Test
  @Tries(Capability.IDENTITY_COLUMNS)
  void identities_countAsTheyAreTold(TestDatabase database) {
    Engine engine = database.engine();
    MetaData metadata = new MetaData();
    Identity counting = Identity.byDefault().with(SequenceOptions.NONE.start(5).increment(2));
    Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey().serverDefault(counting);
    Table counted = Table.of("counted", metadata, id, column("word", SqlTypes.STRING(10)));
    metadata.createAll(engine);
    for (String word : List.of("a", "b")) {
      engine.inTransaction(
          connection -> connection.execute(insert(counted).values(row("word", word))));
    }
    List<Integer> keys = People.all(engine, select(id).orderBy(id));
    assertEquals(2, keys.size());
    if (database.has(Capability.IDENTITY_COLUMNS)) {
      assertEquals(List.of(5, 7), keys);
    }
  }
}
