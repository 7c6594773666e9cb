package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.ParameterRows;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity("ORM-ENG-12")
class ParameterRowsTest {
  private final MetaData metadata = new MetaData();
  private final AtomicInteger defaults = new AtomicInteger();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(20));
  private final Column<Integer> size = column("size_no", INTEGER);
  private final Table table = Table.of("things", metadata, id, name, size);
  private final Column<Integer> rank =
      column("rank_no", INTEGER).defaultFrom(defaults::incrementAndGet);
  private final Table ranked =
      Table.of("ranked", metadata, column("n", INTEGER).primaryKey(), rank);
  private Connection connection;

  @BeforeEach
  void open(Engine engine) {
    metadata.createAll(engine);
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private List<List<Object>> all() {
    List<List<Object>> rows = new ArrayList<>();
    connection.execute(select(table).orderBy(id)).forEach(row -> rows.add(row.asList()));
    return rows;
  }

  @Test
  void insert_valuesInTheOrderOfColumns_areStored() {
    ParameterRows rows =
        ParameterRows.named("id", "name", "size_no").row(1, "a", 10).row(2, null, null);

    Result<?> result = connection.execute(insert(table), rows);

    assertThat(result.rowCount()).isEqualTo(2);
    assertThat(all()).containsExactly(List.of(1, "a", 10), Arrays.asList(2, null, null));
  }

  @Test
  void insert_manyRows_areStoredOnceEach() {
    ParameterRows rows = ParameterRows.named("size_no", "id");
    for (int i = 1; i <= 2_500; i++) {
      rows.row(-i, i);
    }

    connection.execute(insert(table), rows);

    assertThat(all()).hasSize(2_500).allSatisfy(row -> assertThat((Integer) row.get(0))
        .isEqualTo(-(Integer) row.get(2)));
  }

  @Test
  void insert_namesInAnotherOrderThanTheStatement_goToTheirColumns() {
    connection.execute(
        insert(table).columns("id", "name"), ParameterRows.named("name", "id").row("a", 1).row("b", 2));

    assertThat(all()).containsExactly(Arrays.asList(1, "a", null), Arrays.asList(2, "b", null));
  }

  @Test
  void update_besideValuesOfTheStatement_takesTheRowsWhereTheyBelong() {
    connection.execute(
        insert(table).values(row("id", 1, "name", "a"), row("id", 2, "name", "b")));

    int count = connection
        .execute(
            update(table).set(name, "new").set(size, parameter("wanted", INTEGER)).where(id.eq(parameter("key", INTEGER))),
            ParameterRows.named("key", "wanted").row(2, 20).row(1, 10))
        .rowCount();

    assertThat(count).isIn(2, -1);
    assertThat(all()).containsExactly(List.of(1, "new", 10), List.of(2, "new", 20));
  }

  @Test
  void insert_columnsWithDefaults_getOneForEachRow() {
    connection.execute(insert(ranked), ParameterRows.named("n").row(1).row(2).row(3));

    assertThat(connection.scalars(select(rank).orderBy(rank)).all()).containsExactly(1, 2, 3);
  }

  @Test
  void outcome_ofRows_tellsWhatWasSent() {
    Result<?> result =
        connection.execute(insert(table), ParameterRows.named("name", "id").row("a", 1).row("b", 2));

    assertThat(result.outcome().sentValues())
        .containsExactly(Map.of("name", "a", "id", 1), Map.of("name", "b", "id", 2));
    assertThat(result.outcome().insertedKeys()).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void listener_ofStatements_getsMaps() {
    List<Object> heard = new ArrayList<>();
    connection.engine().events().beforeExecute((on, statement, rows) -> heard.addAll(rows));

    connection.execute(insert(table), ParameterRows.named("id", "name").row(1, "a").row(2, null));

    assertThat(heard.get(0)).isEqualTo(Map.of("id", 1, "name", "a"));
    assertThat(heard.get(1).toString()).isEqualTo("{id=2, name=null}");
  }

  @Test
  void row_asMap_readsLikeOne() {
    Map<String, Object> map = ParameterRows.named("a", "b").row(1, null).get(0);

    assertThat(map.get("a")).isEqualTo(1);
    assertThat(map.get("b")).isNull();
    assertThat(map.get("c")).isNull();
    assertThat(map).containsKey("b").doesNotContainKey("c").doesNotContainKey(null);
    assertThat(map.keySet()).containsExactly("a", "b");
    assertThatThrownBy(() -> map.put("a", 2)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.clear()).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void row_arrayChangedAfterwards_staysAsItWas() {
    Object[] values = {1, "a"};
    ParameterRows rows = ParameterRows.named("id", "name").row(values);
    values[1] = "b";

    connection.execute(insert(table), rows);

    assertThat(all()).containsExactly(Arrays.asList(1, "a", null));
  }

  @Test
  void misuse_isNamed() {
    assertThatThrownBy(() -> ParameterRows.named("id", "name", "id"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the name id is there twice");
    assertThatThrownBy(() -> ParameterRows.named("id", "")).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> ParameterRows.named(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> ParameterRows.named("id", "name").row(1))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("a row of 1 values")
        .hasMessageContaining("[id, name]");
    assertThatThrownBy(() -> ParameterRows.named("id").row((Object[]) null))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("a row of no values");
    assertThatThrownBy(() -> connection.execute(insert(table), ParameterRows.named("id")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("no rows of parameters");
  }

  @Test
  void rows_withOtherNamesThanTheStatement_areRefused() {
    var statement = update(table).set(name, "x").where(id.eq(parameter("key", INTEGER)));

    assertThatThrownBy(() ->
            connection.execute(statement, ParameterRows.named("other").row(1).row(2)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("must be [key], and [other] were given");
    assertThatThrownBy(() ->
            connection.execute(statement, ParameterRows.named("key", "more").row(1, 2).row(3, 4)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("must be [key], and [key, more] were given");
  }
}
