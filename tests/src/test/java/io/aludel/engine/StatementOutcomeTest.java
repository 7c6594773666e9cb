package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.dialect.StatementKind;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Computed;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an execution tells besides its rows. */
@ForEachDatabase
@Parity("ORM-ENG-14")
class StatementOutcomeTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(20));
  private final Column<Integer> count =
      column("amount", INTEGER).defaultTo(7).onUpdateFrom(() -> 8);
  private final Column<String> state = column("state", STRING(10)).notNull().serverDefault("'new'");
  private final Table table = Table.of("things", metadata, id, name, count, state);
  private final Column<Integer> left = column("lft", INTEGER).primaryKey();
  private final Column<Integer> right = column("rgt", INTEGER).primaryKey();
  private final Table pairs = Table.of("pairs", metadata, left, right);
  private Connection connection;

  @BeforeEach
  void create(Engine engine) {
    connection = engine.connect();
    metadata.createAll(connection);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void insert_ofOneRow_tellsWhatWasSentAddedAndGenerated() {
    Result<Row> result = connection.execute(insert(table).values(row("name", "a")));
    StatementOutcome outcome = result.outcome();

    assertThat(outcome.kind()).isEqualTo(StatementKind.INSERT);
    assertThat(result.rowCount()).isEqualTo(1);
    assertThat(result.givesRows()).isFalse();
    assertThat(outcome.insertedKeys()).containsExactly(List.of(1));
    assertThat(outcome.sentValues()).containsExactly(Map.of("name", "a", "amount", 7));
    assertThat(outcome.prefetchedColumns()).containsExactly(count);
    assertThat(outcome.postfetchColumns()).containsExactly(state);
  }

  @Test
  void insert_ofGivenKeys_tellsThemWhole() {
    assertThat(
            connection.execute(insert(table).values(row("id", 9, "name", "a"))).insertedKeys())
        .containsExactly(List.of(9));
    assertThat(connection.execute(insert(pairs).values(row("lft", 1, "rgt", 2))).insertedKeys())
        .containsExactly(List.of(1, 2));
    assertThat(connection
            .execute(insert(table).values(row("id", 20, "name", "a"), row("id", 21, "name", "b")))
            .insertedKeys())
        .containsExactly(List.of(20), List.of(21));
  }

  @Test
  void insert_ofABatch_tellsKeysThatWereGivenOnly() {
    StatementOutcome given = connection
        .execute(insert(pairs), List.of(Map.of("lft", 1, "rgt", 2), Map.of("lft", 3, "rgt", 4)))
        .outcome();
    assertThat(given.insertedKeys()).containsExactly(List.of(1, 2), List.of(3, 4));

    Result<Row> generated =
        connection.execute(insert(table), List.of(Map.of("name", "a"), Map.of("name", "b")));
    assertThat(generated.rowCount()).isEqualTo(2);
    assertThat(generated.insertedKeys())
        .containsExactly(Arrays.asList((Integer) null), Arrays.asList((Integer) null));
    assertThat(generated.outcome().sentValues())
        .containsExactly(Map.of("name", "a", "amount", 7), Map.of("name", "b", "amount", 7));
  }

  @Test
  void insert_executedAloneAfterABatch_stillTellsItsKey() {
    connection.execute(insert(table), List.of(Map.of("name", "a"), Map.of("name", "b")));

    assertThat(connection.execute(insert(table), Map.of("name", "c")).insertedKeys())
        .containsExactly(List.of(3));
  }

  @Test
  void update_tellsWhatWasSentAndAdded() {
    connection.execute(insert(table), List.of(Map.of("name", "a"), Map.of("name", "b")));

    Result<Row> result = connection.execute(update(table).set(name, "c").where(id.eq(1)));

    assertThat(result.rowCount()).isEqualTo(1);
    assertThat(result.outcome().kind()).isEqualTo(StatementKind.UPDATE);
    assertThat(result.outcome().sentValues()).containsExactly(Map.of("name", "c", "amount", 8));
    assertThat(result.outcome().prefetchedColumns()).containsExactly(count);
    assertThat(result.outcome().insertedKeys()).isEmpty();
  }

  @Test
  void update_tellsWhatExpressionsAndTheDatabaseFilledIn() {
    Column<Integer> key = column("id", INTEGER).primaryKey();
    Column<Integer> n = column("n", INTEGER);
    Column<Integer> twice =
        column("twice", INTEGER).serverDefault(Computed.as("n * 2").stored());
    Column<String> word =
        column("word", STRING(9)).onUpdate(ColumnDefault.sql(func.lower(literal("A"))));
    Table filled = Table.of("filled", metadata, key, n, twice, word);
    filled.create(connection);
    connection.execute(insert(filled).values(row("id", 1, "n", 1)));

    StatementOutcome outcome = connection.execute(update(filled).set(n, 2)).outcome();
    assertThat(outcome.postfetchColumns()).containsExactly(twice, word);
    assertThat(outcome.sentValues()).containsExactly(Map.of("n", 2));
    assertThat(connection.execute(update(filled).set(word, "b")).outcome().postfetchColumns())
        .containsExactly(twice);
  }

  @Test
  void selectAndDelete_tellTheirKindAndCount() {
    connection.execute(insert(table), List.of(Map.of("name", "a"), Map.of("name", "b")));

    Result<Row> read = connection.execute(select(id));
    assertThat(read.rowCount()).isEqualTo(-1);
    assertThat(read.outcome().kind()).isEqualTo(StatementKind.SELECT);
    assertThat(read.all()).hasSize(2);
    assertThat(connection.execute(delete(table)).rowCount()).isEqualTo(2);
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returning_alsoCountsItsRows() {
    Result<Row> result = connection.execute(
        insert(table).returning(id, state), List.of(Map.of("name", "a"), Map.of("name", "b")));

    assertThat(result.rowCount()).isEqualTo(2);
    assertThat(result.outcome().postfetchColumns()).isEmpty();
    assertThat(result.all()).hasSize(2);
  }

  @Test
  void results_putTogether_areLongerOrWider() {
    connection.execute(insert(table), List.of(Map.of("name", "a"), Map.of("name", "b")));
    var ids = select(id).orderBy(id.asc());
    var names = select(name).orderBy(id.asc());

    assertThat(connection
            .scalars(ids)
            .merge(connection.scalars(ids), connection.scalars(ids))
            .all())
        .containsExactly(1, 2, 1, 2, 1, 2);
    List<Row> wide = connection.execute(ids).beside(connection.execute(names)).all();
    assertThat(wide).extracting(Row::asList).containsExactly(List.of(1, "a"), List.of(2, "b"));
    assertThat(wide.get(1).get(name)).isEqualTo("b");
    assertThat(wide.get(1).get("id")).isEqualTo(2);
  }
}
