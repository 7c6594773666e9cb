package io.aludel.dialect.postgresql;

import static io.aludel.dialect.postgresql.PostgresqlOperators.hasKey;
import static io.aludel.dialect.postgresql.PostgresqlOperators.jsonContains;
import static io.aludel.dialect.postgresql.PostgresqlOperators.pathExists;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.unique;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.ArrayExpression.array;
import static io.aludel.sql.operator.JsonExpression.json;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IntegrityException;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectOptions;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.ExcludeConstraint;
import io.aludel.schema.Identity;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.schema.View;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.types.DomainType;
import io.aludel.types.Json;
import io.aludel.types.Range;
import io.aludel.types.SqlTypes;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What PostgreSQL has of its own, on a server. */
@ForEachDatabase
@Requires(Capability.RANGES)
@Parity("ORM-DIA-02")
class PostgresqlDialectTest {
  private final MetaData metadata = new MetaData();
  private Engine engine;
  private Connection connection;

  @BeforeEach
  void open(Engine given) {
    engine = given;
    connection = engine.connect();
  }

  @AfterEach
  void close() {
    connection.rollback();
    connection.close();
    metadata.dropAll(engine);
  }

  private String create(Table table) {
    return engine.dialect().ddl().compile(new DdlElement.CreateTable(table));
  }

  @Test
  void values_ofItsOwnTypes_areStoredComparedAndReflected() throws Exception {
    Column<List<Integer>> numbers = column("numbers", SqlTypes.ARRAY(INTEGER));
    Column<Range<Integer>> span = column("span", PostgresqlTypes.INT4RANGE);
    Column<List<Range<Integer>>> spans = column("spans", PostgresqlTypes.INT4MULTIRANGE);
    Column<Json> data = column("data", SqlTypes.JSONB);
    Column<InetAddress> address = column("address", PostgresqlTypes.INET);
    Column<String> net = column("net", PostgresqlTypes.CIDR);
    Column<String> mac = column("mac", PostgresqlTypes.MACADDR);
    Column<Integer> level = column("level", DomainType.of("positive", INTEGER, "VALUE > 0"));
    Column<String> words = column("words", PostgresqlTypes.TSVECTOR);
    Table all = Table.of(
        "all_types", metadata, numbers, span, spans, data, address, net, mac, level, words);
    metadata.createAll(connection);
    connection.execute(insert(all)
        .values(row("numbers", List.of(1, 2), "span", Range.of(1, 5))
            .and("spans", List.of(Range.of(1, 3), Range.of(7, 9)))
            .and("data", Json.of(Map.of("a", Map.of("b", 1))))
            .and("address", InetAddress.getByName("10.0.0.1"))
            .and("net", "10.0.0.0/8")
            .and("mac", "08:00:2b:01:02:03")
            .and("level", 3)
            .and("words", "a fat cat")));
    assertThat(connection.scalar(select(func.count())
            .where(
                array(numbers).contains(List.of(2)),
                array(numbers).any(1),
                RangeExpression.range(span).containsValue(4),
                RangeExpression.multirange(spans).containsValue(8),
                jsonContains(data, Json.of(Map.of("a", Map.of("b", 1)))),
                hasKey(data, "a"),
                pathExists(data, "$.a.b"),
                json(data).at("a").at("b").asInteger().eq(1),
                PostgresqlOperators.matches(
                    words.readAs(STRING), PostgresqlOperators.search("simple", "cat")))))
        .isEqualTo(1L);
    assertThat(connection.scalar(select(level))).isEqualTo(3);
    assertThatThrownBy(() -> connection.execute(insert(all).values(row("level", 0))))
        .isInstanceOf(IntegrityException.class);
    connection.rollback();
    metadata.createAll(engine);
    Table found = Inspector.of(engine).table("all_types", new MetaData());
    assertThat(create(found)).isEqualTo(create(all));
    assertThat(found.c("level").type()).isInstanceOfSatisfying(DomainType.class, domain -> {
      assertThat(domain.base()).isEqualTo(INTEGER);
      assertThat(domain.check()).contains("VALUE > 0");
    });
  }

  @Test
  void keys_asIdentityAndSerial_generateAndAreReflected() {
    Table serial = Table.of("s1", metadata, column("id", INTEGER).primaryKey());
    Table identity = Table.of(
        "s2",
        metadata,
        column("id", INTEGER).primaryKey().serverDefault(Identity.alwaysGenerated()),
        column("n", INTEGER));
    assertThat(create(serial)).contains("id SERIAL NOT NULL");
    assertThat(create(identity)).contains("id INTEGER GENERATED ALWAYS AS IDENTITY");
    metadata.createAll(engine);
    assertThat(connection.execute(insert(serial)).insertedKeys()).containsExactly(List.of(1));
    assertThat(connection.execute(insert(identity).values(row("n", 1))).insertedKeys())
        .containsExactly(List.of(1));
    connection.rollback();
    MetaData found = new MetaData();
    Inspector.of(engine).reflect(found, ReflectOptions.ALL);
    assertThat(create(found.table("s1")))
        .isEqualTo(create(serial).replace("PRIMARY", "CONSTRAINT s1_pkey PRIMARY"));
    assertThat(create(found.table("s2")))
        .isEqualTo(create(identity).replace("PRIMARY", "CONSTRAINT s2_pkey PRIMARY"));
  }

  @Test
  void constraints_thatExclude_areEnforced() {
    Column<Range<Integer>> span = column("span", PostgresqlTypes.INT4RANGE);
    Table bookings = Table.of(
        "bookings", metadata, span, ExcludeConstraint.of("span", "&&").named("no_overlap"));
    assertThat(create(bookings))
        .contains("CONSTRAINT no_overlap EXCLUDE USING gist (span WITH &&)");
    metadata.createAll(engine);
    connection.execute(insert(bookings).values(row("span", Range.of(1, 5))));
    assertThatThrownBy(() ->
            connection.execute(insert(bookings).values(row("span", Range.of(4, 9)))))
        .isInstanceOfSatisfying(
            IntegrityException.class, e -> assertThat(e.constraintName()).isEqualTo("no_overlap"));
  }

  @Test
  void upsertAndDistinctOn_areItsOwn() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<Integer> n = column("n", INTEGER);
    Table table = Table.of("t", metadata, id, n, unique("n").named("uq_n"));
    metadata.createAll(engine);
    connection.execute(insert(table).values(row("id", 1, "n", 1), row("id", 2, "n", 2)));
    var upsert = insert(table)
        .values(row("id", 1, "n", 5))
        .onConflict(id)
        .doUpdate(change -> change.set(n, excluded(n)))
        .returning(n);
    assertThat(connection.scalars(upsert).all()).containsExactly(5);
    connection.execute(
        insert(table).values(row("id", 9, "n", 5)).onConstraint("uq_n").doNothing());
    assertThat(
            connection.scalars(select(id).distinctOn(n).orderBy(n.desc(), id)).all())
        .containsExactly(1, 2);
  }

  @Test
  void schemas_onThePath_areSearchedInOrder() {
    String schema = "path_" + Long.toHexString(System.nanoTime());
    connection.driverSql("CREATE SCHEMA " + schema);
    connection.driverSql("CREATE TABLE " + schema + ".hidden (id INTEGER)");
    String usual = Inspector.of(connection).defaultSchema();
    assertThat(Inspector.of(connection).hasTable("hidden")).isFalse();
    connection.driverSql("SET LOCAL search_path TO " + schema + ", " + usual);
    assertThat(Inspector.of(connection).defaultSchema()).isEqualTo(schema);
    assertThat(Inspector.of(connection).hasTable("hidden")).isTrue();
    connection.rollback();
  }

  @Test
  void viewsAndIndexes_ofItsKinds_areMadeAndFound() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Column<String> name = column("name", STRING(20));
    Table table = Table.of(
        "t",
        metadata,
        id,
        name,
        index("name").named("ix_hash").with(PostgresqlOptions.using("hash")),
        index("id").named("ix_inc").unique().with(PostgresqlOptions.include("name")),
        index("name")
            .named("ix_part")
            .where(name.ne("x"))
            .with(PostgresqlOptions.operatorClass("name", "varchar_pattern_ops")));
    assertThat(table.indexes().stream()
            .map(one -> engine.dialect().ddl().compile(new DdlElement.CreateIndex(one))))
        .containsExactly(
            "CREATE INDEX ix_hash ON t USING hash (name)",
            "CREATE UNIQUE INDEX ix_inc ON t (id) INCLUDE (name)",
            "CREATE INDEX ix_part ON t (name varchar_pattern_ops) WHERE name != 'x'");
    View view = View.materialized("kept", metadata, select(func.count().as("n")).from(table));
    metadata.createAll(engine);
    assertThat(Inspector.of(connection).materializedViews()).containsExactly("kept");
    assertThat(connection.scalar(select(view.table().<Long>c("n")))).isZero();
    assertThat(Inspector.of(connection).indexes("t")).hasSize(3);
  }

  @Test
  void transactions_ofTwoPhases_andCursorsOfTheServer_work() {
    Table table = Table.of("t", metadata, column("id", INTEGER).primaryKey());
    metadata.createAll(engine);
    String name = "tx_" + Long.toHexString(System.nanoTime());
    try (Connection two = engine.connect()) {
      var transaction = two.beginTwoPhase(name);
      two.execute(insert(table));
      transaction.prepare();
      transaction.commit();
    }
    assertThat(connection.scalar(select(func.count()).from(table))).isEqualTo(1L);
    var streamed = connection.execute(
        select(func.call("generate_series", INTEGER, 1, 5000).as("n")),
        Map.of(),
        ExecutionOptions.NONE.yieldPer(100));
    assertThat(streamed.partitions()).hasSize(50);
    assertThat(connection.scalar(select(literal(1)))).isEqualTo(1);
  }
}
