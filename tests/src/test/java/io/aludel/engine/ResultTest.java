package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.into;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity({"ORM-QRY-26", "ORM-QRY-27"})
class ResultTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(20));
  private final Table table = Table.of("things", metadata, id, name);
  private final Select<Integer> ids = select(id, name).orderBy(id.asc());
  private Connection connection;

  @BeforeEach
  void create(Engine engine) {
    connection = engine.connect();
    metadata.createAll(connection);
    connection.execute(
        insert(table),
        List.of(
            Map.of("id", 1, "name", "a"),
            Map.of("id", 2, "name", "b"),
            Map.of("id", 3, "name", "b"),
            Map.of("id", 4, "name", "c"),
            Map.of("id", 5, "name", "c")));
    connection.commit();
  }

  @AfterEach
  void close() {
    connection.close();
  }

  private Select<Integer> only(int key) {
    return ids.where(id.eq(key));
  }

  private long openResults() {
    return connection.engine().statistics().openResults();
  }

  @Test
  void all_thenAgain_isEmptyAndReleased() {
    Result<Row> result = connection.execute(ids);
    assertThat(openResults()).isEqualTo(1);

    assertThat(result.all()).hasSize(5);
    assertThat(openResults()).isZero();
    assertThat(result.isClosed()).isFalse();
    assertThat(result.all()).isEmpty();
    assertThat(result.fetch(2)).isEmpty();
  }

  @Test
  void first_ofSeveral_givesItAndCloses() {
    Result<Row> result = connection.execute(ids);

    assertThat(result.first().get(id)).isEqualTo(1);
    assertThat(openResults()).isZero();
    assertThatThrownBy(result::all).isInstanceOf(ResourceClosedException.class);
  }

  @Test
  void first_ofNone_isNull() {
    assertThat(connection.execute(only(9)).first()).isNull();
  }

  @Test
  @Parity("ORM-ERR-04")
  void one_ofNoneOneAndSeveral_givesItOrSaysWhy() {
    assertThat(connection.scalars(only(2)).one()).isEqualTo(2);
    assertThatThrownBy(() -> connection.execute(only(9)).one())
        .isInstanceOf(NoResultException.class)
        .hasMessageEndingWith("[ENG-112]");
    assertThatThrownBy(() -> connection.execute(ids).one())
        .isInstanceOf(MultipleResultsException.class)
        .hasMessageEndingWith("[ENG-113]");
    assertThat(openResults()).isZero();
  }

  @Test
  void oneOrNull_ofNoneOneAndSeveral_givesItOrNothing() {
    assertThat(connection.scalars(only(2)).oneOrNull()).isEqualTo(2);
    assertThat(connection.scalars(only(9)).oneOrNull()).isNull();
    assertThatThrownBy(() -> connection.scalars(ids).oneOrNull())
        .isInstanceOf(MultipleResultsException.class);
  }

  @Test
  void scalar_ofSeveral_givesTheFirst() {
    assertThat(connection.execute(ids).scalar()).isEqualTo(1);
    assertThat(connection.scalar(ids)).isEqualTo(1);
    assertThat(connection.scalar(only(9))).isNull();
  }

  @Test
  void scalars_ofAnExpression_givesThatValue() {
    assertThat(connection.execute(ids).scalars(name).all())
        .containsExactly("a", "b", "b", "c", "c");
    assertThat(connection.execute(ids).scalars().all()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void unique_beforeCounting_leavesRepeatedRowsOut() {
    Select<String> names = select(name).orderBy(name.asc());

    assertThat(connection.scalars(names).unique().all()).containsExactly("a", "b", "c");
    assertThat(connection.execute(names).unique().scalars().all()).containsExactly("a", "b", "c");
    assertThat(connection.scalars(names.where(name.eq("b"))).unique().one()).isEqualTo("b");
    assertThat(connection.scalars(names).unique(text -> text.compareTo("b") < 0).all())
        .containsExactly("a", "b");
  }

  @Test
  void mappings_giveValuesByName() {
    assertThat(connection.execute(only(1)).mappings().one())
        .containsExactly(Map.entry("id", 1), Map.entry("name", "a"));
    assertThatThrownBy(() -> connection.scalars(ids).mappings().all())
        .isInstanceOf(InvalidRequestException.class);
    connection.rollback();
  }

  @Test
  void partitions_giveListsOfThatSize() {
    List<Integer> sizes = new ArrayList<>();
    for (List<Row> part : connection.execute(ids).partitions(2)) {
      sizes.add(part.size());
    }
    assertThat(sizes).containsExactly(2, 2, 1);
    assertThatThrownBy(() -> connection.execute(ids).partitions(0))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  void stream_closedEarly_releasesTheRows() {
    try (Stream<Integer> stream = connection.scalars(ids).stream()) {
      assertThat(stream.limit(2).toList()).containsExactly(1, 2);
    }
    assertThat(openResults()).isZero();
  }

  @Test
  void iteration_insideIteration_readsBoth() {
    List<String> pairs = new ArrayList<>();
    for (Row outer : connection.execute(ids.where(id.le(2)))) {
      for (Row inner : connection.execute(ids.where(id.le(2)))) {
        pairs.add(outer.get(id) + ":" + inner.get(id));
      }
    }
    assertThat(pairs).containsExactly("1:1", "1:2", "2:1", "2:2");
  }

  @Test
  @Parity("ORM-QRY-28")
  void row_byPositionNameAndExpression_isTheSame() {
    Row row = connection.execute(only(4)).one();

    assertThat(row.get(1)).isEqualTo("c");
    assertThat(row.get("name")).isEqualTo("c");
    assertThat(row.get(name)).isEqualTo("c");
    assertThat(row.size()).isEqualTo(2);
    assertThat(row.names()).containsExactly("id", "name");
    assertThat(row.asList()).containsExactly(4, "c");
    assertThat(row).hasToString("{id=4, name=c}");
    assertThat(row).isEqualTo(connection.execute(only(4)).one());
    assertThat(row).isNotEqualTo(connection.execute(only(5)).one());
  }

  @Test
  @Parity("ORM-ERR-05")
  void row_askedForWhatItLacks_saysWhatItHas() {
    Row row = connection.execute(only(4)).one();

    assertThatThrownBy(() -> row.get("age"))
        .isInstanceOf(NoSuchColumnException.class)
        .hasMessage(
            "A row has no value for the name 'age', only for 'id', 'name'. Add it to the select list,"
                + " or ask for one of these. [ENG-114]");
    assertThatThrownBy(() -> row.get(func.count(id))).isInstanceOf(NoSuchColumnException.class);
    assertThatThrownBy(() -> row.get(2)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void row_ofALabel_isFoundByLabelAndByWhatItLabels() {
    var label = name.as("title");
    Row row = connection.execute(select(label).where(id.eq(4))).one();

    assertThat(row.get(label)).isEqualTo("c");
    assertThat(row.get(name)).isEqualTo("c");
    assertThat(row.get("title")).isEqualTo("c");
  }

  /** What a projection makes. */
  record Thing(Integer id, String name) {}

  @Test
  void projection_makesOneObjectOfEachRow() {
    var thing = into(Thing::new, id, name);

    assertThat(
            connection.scalars(select(thing).where(id.gt(3)).orderBy(id.asc())).all())
        .containsExactly(new Thing(4, "c"), new Thing(5, "c"));
    Row row = connection.execute(select(name, thing).where(id.eq(1))).one();
    assertThat(row.get(0)).isEqualTo("a");
    assertThat(row.get(thing)).isEqualTo(new Thing(1, "a"));
  }

  @Test
  void rows_ofAStatementWithoutThem_areRefused() {
    Result<Row> result = connection.execute(insert(table).values(row("id", 6, "name", "d")));

    assertThat(result.givesRows()).isFalse();
    assertThat(result.rowCount()).isEqualTo(1);
    assertThatThrownBy(result::all)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("The statement gives no rows.")
        .hasMessageEndingWith("[ENG-116]");
  }

  @Test
  void text_withoutDescription_givesWhatTheDatabaseHas() {
    Row row =
        connection.execute(text("select id, name from things where id = 3")).one();

    assertThat(row.get("id")).isEqualTo(3);
    assertThat(row.get("NAME")).isEqualTo("b");
    assertThat(connection
            .execute(text("update things set name = 'z' where id > 3"))
            .rowCount())
        .isEqualTo(2);
  }

  @Test
  void columns_bySelectedExpressionOrName_giveThoseInThatOrder() {
    assertThat(connection.execute(only(4)).columns(name, id).one().asList())
        .containsExactly("c", 4);
    Row twice = connection.execute(only(4)).columns("name", "id", "name").one();
    assertThat(twice.asList()).containsExactly("c", 4, "c");
    assertThat(twice.get(id)).isEqualTo(4);
    try (Result<Row> result = connection.execute(ids)) {
      assertThatThrownBy(() -> result.columns("age")).isInstanceOf(NoSuchColumnException.class);
      assertThat(result.columns(name).unique().all()).hasSize(3);
    }
    try (Result<Integer> scalars = connection.scalars(ids)) {
      assertThatThrownBy(() -> scalars.columns("id")).isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void freeze_thenThaw_givesTheRowsAsOftenAsOneLikes() {
    Result<Integer> result = connection.scalars(ids);
    assertThat(result.fetch(2)).containsExactly(1, 2);
    var frozen = result.freeze();
    connection.rollback();

    assertThat(frozen.get().all()).containsExactly(3, 4, 5);
    assertThat(frozen.get().first()).isEqualTo(3);
    assertThat(openResults()).isZero();
  }

  @Test
  void merge_ofResultsOfOtherWidth_isRefused() {
    try (Result<Row> wide = connection.execute(ids);
        Result<Row> narrow = connection.execute(select(id))) {
      assertThatThrownBy(() -> wide.merge(narrow))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("[id, name]");
    }
  }
}
