package io.aludel.schema;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.sql.NewRow;
import io.aludel.sql.NumericExpression;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What fills columns that nobody mentions: sequences, identities, computations, defaults. */
@ForEachDatabase
class GeneratedValuesTest {
  private final MetaData metadata = new MetaData();

  private static void add(Engine engine, Table table, NewRow row) {
    engine.inTransaction(connection -> connection.execute(insert(table).values(row)));
  }

  private static List<Object> values(Engine engine, Table table) {
    Column<Object> key = table.c("id");
    return engine.fromTransaction(
        connection -> connection.execute(select(table).orderBy(key)).all().stream()
            .map(found -> (Object) found.asList())
            .toList());
  }

  @Test
  @Requires(Capability.SEQUENCES)
  @Parity("ORM-DDL-10")
  void sequence_asDefaultOfAKey_countsAndComesBack(Engine engine) {
    Sequence counter =
        Sequence.of("counter").with(SequenceOptions.NONE.start(100).increment(10));
    Table table = Table.of(
        "t",
        metadata,
        column("id", INTEGER).primaryKey().onInsert(ColumnDefault.next(counter)),
        column("n", INTEGER));
    metadata.createAll(engine);
    metadata.createAll(engine);

    Object key = engine.fromTransaction(connection -> connection
        .execute(insert(table).values(row("n", 1)))
        .insertedKeys()
        .get(0)
        .get(0));
    engine.inTransaction(
        connection -> connection.execute(insert(table), List.of(Map.of("n", 2), Map.of("n", 3))));

    assertThat(key).isEqualTo(100);
    assertThat(values(engine, table))
        .containsExactly(List.of(100, 1), List.of(110, 2), List.of(120, 3));
    metadata.dropAll(engine);
    metadata.dropAll(engine);
  }

  @Test
  @Requires(Capability.SEQUENCES)
  @Parity("ORM-DDL-10")
  void sequence_asExpression_advances(Engine engine) {
    Sequence counter =
        Sequence.of("counter").with(SequenceOptions.NONE.start(5)).in(metadata);
    counter.create(engine);
    counter.create(engine);
    NumericExpression<Long> next = counter.next();

    List<Long> numbers = engine.fromTransaction(connection ->
        List.of(connection.scalar(select(next)), connection.scalar(select(counter.next()))));

    assertThat(numbers).containsExactly(5L, 6L);
    counter.drop(engine);
    counter.drop(engine);
    assertThatThrownBy(() -> engine.inTransaction(connection -> connection.scalar(select(next))))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  @Requires(Capability.IDENTITY_COLUMNS)
  @Parity("ORM-DDL-09")
  void identity_countsAsItWasTold(Engine engine) {
    Table table = Table.of(
        "t",
        metadata,
        column("id", INTEGER)
            .primaryKey()
            .serverDefault(
                Identity.alwaysGenerated().with(SequenceOptions.NONE.start(7).increment(3))),
        column("n", INTEGER));
    metadata.createAll(engine);
    add(engine, table, row("n", 1));
    add(engine, table, row("n", 2));

    assertThat(values(engine, table)).containsExactly(List.of(7, 1), List.of(10, 2));
    assertThatThrownBy(() -> add(engine, table, row("id", 1, "n", 3)))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  @Parity("ORM-DDL-09")
  void identity_byDefault_generatesKeysEverywhere(Engine engine) {
    Table table = Table.of(
        "t",
        metadata,
        column("id", INTEGER).primaryKey().serverDefault(Identity.byDefault()),
        column("n", INTEGER));
    metadata.createAll(engine);
    add(engine, table, row("n", 1));
    add(engine, table, row("id", 50, "n", 2));

    assertThat(values(engine, table)).containsExactly(List.of(1, 1), List.of(50, 2));
  }

  @Test
  @Parity("ORM-DDL-11")
  void computed_isWorkedOutAndCannotBeWritten(Engine engine) {
    Table table = Table.of(
        "t",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("n", INTEGER),
        column("twice", INTEGER).serverDefault(Computed.as("n * 2").stored()));
    metadata.createAll(engine);
    add(engine, table, row("id", 1, "n", 4));
    Column<Integer> n = table.c("n");
    engine.inTransaction(connection -> connection.execute(update(table).set(n, 5)));

    assertThat(values(engine, table)).containsExactly(List.of(1, 5, 10));
    assertThatThrownBy(() -> add(engine, table, row("id", 2, "n", 1, "twice", 9)))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  @Parity("ORM-DDL-12")
  void defaults_ofEveryKind_fillMissingColumns(Engine engine) {
    Table table = Table.of(
        "t",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("n", INTEGER).defaultTo(4),
        column("m", INTEGER)
            .onInsert(ColumnDefault.fromRow(
                found -> 10 * (Integer) found.currentParameters().get("n"))),
        column("s", STRING(20))
            .onInsert(ColumnDefault.sql(func.upper(io.aludel.sql.Sql.literal("abc"))))
            .onUpdate(ColumnDefault.sql(func.lower(io.aludel.sql.Sql.literal("XYZ")))),
        column("u", INTEGER).onUpdate(ColumnDefault.fromRow(found -> found.isInsert() ? 1 : 2)));
    metadata.createAll(engine);
    add(engine, table, row("id", 1));
    add(engine, table, row("id", 2, "n", 7));
    engine.inTransaction(connection -> connection.execute(
        insert(table), List.of(Map.of("id", 3, "n", 1), Map.of("id", 4, "n", 2))));

    assertThat(values(engine, table))
        .containsExactly(
            java.util.Arrays.asList(1, 4, 40, "ABC", null),
            java.util.Arrays.asList(2, 7, 70, "ABC", null),
            java.util.Arrays.asList(3, 1, 10, "ABC", null),
            java.util.Arrays.asList(4, 2, 20, "ABC", null));
    Column<Integer> n = table.c("n");
    engine.inTransaction(connection -> connection.execute(update(table).set(n, 0)));
    assertThat(values(engine, table)).contains(List.of(1, 0, 40, "xyz", 2));
  }

  @Test
  @Parity("ORM-DDL-13")
  void serverDefault_ofAnExpression_isApplied(Engine engine) {
    Table table = Table.of(
        "t",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("s", STRING(20))
            .serverDefault(ServerDefault.of(func.lower(io.aludel.sql.Sql.literal("It's")))));
    metadata.createAll(engine);
    add(engine, table, row("id", 1));

    assertThat(values(engine, table)).containsExactly(List.of(1, "it's"));
  }

  @Test
  @Requires(Capability.SEQUENCES)
  @Parity("ORM-DDL-10")
  void sequence_ofAMetadata_comesAndGoesWithIt(Engine engine) {
    Sequence counter = Sequence.of("counter")
        .with(SequenceOptions.NONE.start(5))
        .ofType(INTEGER)
        .in(metadata);
    assertThat(counter.metadata()).isSameAs(metadata);
    metadata.createAll(engine);

    assertThat(
            engine.<Long>fromTransaction(connection -> connection.scalar(select(counter.next()))))
        .isEqualTo(5L);
    metadata.dropAll(engine);
    assertThatThrownBy(
            () -> engine.inTransaction(connection -> connection.scalar(select(counter.next()))))
        .isInstanceOf(DatabaseException.class);
  }

  @Test
  @Parity("ORM-DDL-19")
  void tableOfAQuery_holdsItsRows(Engine engine) {
    Table table = Table.of("t", metadata, column("id", INTEGER).primaryKey());
    metadata.createAll(engine);
    add(engine, table, row("id", 1));
    add(engine, table, row("id", 9));
    Column<Integer> id = table.c("id");
    MetaData other = new MetaData();
    Table copy = View.tableAs("copied", other, select(id).where(id.gt(5)));

    other.createAll(engine);

    assertThat(values(engine, copy)).containsExactly(List.of(9));
    other.dropAll(engine);
  }
}
