package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.schema.Schema.unique;
import static io.aludel.schema.Schema.withoutReturning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.SchemaTranslation;
import io.aludel.engine.DataException;
import io.aludel.engine.IntegrityException;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.world.Document;
import io.aludel.fixture.world.Page;
import io.aludel.fixture.world.World;
import io.aludel.orm.BulkWrites;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Computed;
import io.aludel.schema.ExcludeConstraint;
import io.aludel.schema.Index;
import io.aludel.schema.MetaData;
import io.aludel.schema.SchemaItem;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** UPDATEs of so many rows that PostgreSQL, the one that has ranges, is given an array for each column. */
@ForEachDatabase
@Requires(Capability.RANGES)
class UpdatesInColumnsTest {
  private static final int MANY = 300;
  private static final Registry MODELS =
      Registry.of(Account.class, Locker.class, GivenRow.class, Quoted.class, Price.class);
  private static final String VERSIONED =
      "UPDATE w_account SET balance = given_rows.c1, version = given_rows.c2"
          + " FROM unnest(?::int4[], ?::int4[], ?::int4[], ?::int4[])"
          + " WITH ORDINALITY AS given_rows (c1, c2, c3, c4, place)"
          + " WHERE w_account.id = given_rows.c3 AND w_account.version = given_rows.c4"
          + " RETURNING given_rows.place";

  /** Its table is called as the rows are that a statement is given. */
  @Entity(table = "given_rows")
  public static class GivenRow {
    @Id
    public @Nullable Integer id;

    public int place;
  }

  /** Nothing of it can be written without quotes, and its key has two parts. */
  @Entity(table = "Odd \"Table\"")
  public static class Quoted {
    @Id(generated = Id.Generated.NEVER)
    @Column(name = "Left Part")
    public int left;

    @Id(generated = Id.Generated.NEVER)
    @Column(name = "select", length = 20)
    public String right = "";

    @Column(name = "c1", length = 50)
    public @Nullable String text;

    @Column(name = "place")
    public int place;
  }

  /** Its key is the same for the database whatever its scale. */
  @Entity(table = "w_price")
  public static class Price {
    @Id(generated = Id.Generated.NEVER)
    public BigDecimal amount = BigDecimal.ZERO;

    @Column(length = 20)
    public String label = "";
  }

  /** Its table is in a schema. */
  @Entity(table = "w_placed", schema = "other Place")
  public static class Placed {
    @Id
    public @Nullable Integer id;

    public int number;
  }

  private @Nullable FlushFixture open;

  private FlushFixture fixture(TestDatabase database) {
    return fixture(database, MODELS);
  }

  private FlushFixture fixture(TestDatabase database, Registry models) {
    FlushFixture made = new FlushFixture(database, models);
    open = made;
    return made;
  }

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  private static <E> List<E> stored(FlushFixture fixture, int count, IntFunction<E> maker) {
    List<E> objects = IntStream.range(0, count).mapToObj(maker).toList();
    fixture.session().addAll(objects);
    fixture.session().flush();
    fixture.sent();
    return objects;
  }

  /** What a flush sends, without values. */
  private static List<String> flush(FlushFixture fixture) {
    return fixture.flush().stream()
        .map(sql -> sql.replaceFirst("(?s) \\[.*", ""))
        .toList();
  }

  private static <E> void each(List<E> objects, BiConsumer<E, Integer> change) {
    for (int i = 0; i < objects.size(); i++) {
      change.accept(objects.get(i), i);
    }
  }

  private static Object scalar(FlushFixture fixture, String sql) {
    return fixture.session().execute(text(sql)).all().get(0).asList().get(0);
  }

  // Versions

  @Test
  void flush_manyVersionedRows_isOneStatementAThousand(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Account> accounts = stored(fixture, 2_300, i -> new Account("a" + i));
    each(accounts, (account, i) -> account.balance = 2 * i + 1_000);

    assertThat(flush(fixture)).containsExactly(VERSIONED, VERSIONED, VERSIONED);

    assertThat(accounts).allSatisfy(account -> assertThat(account.version).isEqualTo(2));
    assertThat(accounts.get(0).told).endsWith("before update", "after update");
    assertThat(
            scalar(
                fixture,
                "SELECT count(*) FROM w_account WHERE version = 2 AND holder = 'a' || (balance / 2 - 500)"))
        .isEqualTo(2_300L);
    assertThat(flush(fixture)).isEmpty();
  }

  @Test
  void flush_oneRowLessThanMany_goesAsABatch(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Account> accounts = stored(fixture, 255, i -> new Account("a" + i));
    each(accounts, (account, i) -> account.balance = i);

    assertThat(flush(fixture))
        .containsExactly("UPDATE w_account SET balance = ?, version = ?"
            + " WHERE w_account.id = ? AND w_account.version = ?");
  }

  @Test
  void flush_oneOfManyHasAnotherVersion_namesIt(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Account> accounts = stored(fixture, 1_300, i -> new Account("a" + i));
    fixture.session().commit();
    assertThat(accounts).allSatisfy(account -> assertThat(account.version).isEqualTo(1));
    each(accounts, (account, i) -> account.balance = 1_000 + i);
    Account changed = accounts.get(1_234);
    Integer id = changed.id;
    fixture.session().connection().driverSql("UPDATE w_account SET version = 9 WHERE id = " + id);

    assertThatThrownBy(fixture.session()::flush)
        .isInstanceOf(StaleDataException.class)
        .hasMessageStartingWith("UPDATE on 'w_account' matched 1299 of 1300 rows for Account[id="
            + id + "] (expected version 1).");
    fixture.session().rollback();
    assertThat(accounts.get(0).balance).isEqualTo(100);
  }

  @Test
  void flush_oneOfManyIsGone_namesIt(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    each(lockers, (locker, i) -> locker.owner = "p" + i);
    fixture.session().connection().driverSql("DELETE FROM w_locker WHERE number = 17");

    assertThatThrownBy(fixture.session()::flush)
        .isInstanceOf(StaleDataException.class)
        .hasMessageStartingWith("UPDATE on 'w_locker' matched 299 of 300 rows for Locker[id="
            + lockers.get(17).id + "]");
    fixture.session().rollback();
  }

  // Unique values

  @Test
  void flush_manyUniqueValuesShift_goRowByRow(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    each(lockers, (locker, i) -> {
      locker.number = i + 1;
      locker.owner = "p" + (i + 1);
    });

    assertThat(flush(fixture)).allSatisfy(sql -> assertThat(sql).doesNotContain("unnest"));
    assertThat(scalar(fixture, "SELECT count(*) FROM w_locker WHERE owner = 'p' || number"))
        .isEqualTo((long) MANY);
  }

  @Test
  void flush_manyUniqueValuesAreSwapped_areSetAside(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, 2 * MANY, i -> new Locker(i, "o" + (i ^ 1)));
    each(lockers, (locker, i) -> locker.number = i ^ 1);

    assertThat(flush(fixture)).allSatisfy(sql -> assertThat(sql).doesNotContain("unnest"));
    assertThat(scalar(fixture, "SELECT count(*) FROM w_locker WHERE owner = 'o' || number"))
        .isEqualTo(2L * MANY);
  }

  @Test
  void flush_columnBesideAUniqueOne_isInColumns(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    each(lockers, (locker, i) -> locker.owner = i % 2 == 0 ? "NULL" : "{\"'\\," + i);

    assertThat(flush(fixture))
        .containsExactly("UPDATE w_locker SET owner = given_rows.c1"
            + " FROM unnest(?::varchar[], ?::int4[]) WITH ORDINALITY AS given_rows (c1, c2, place)"
            + " WHERE w_locker.id = given_rows.c2 RETURNING given_rows.place");
    fixture.session().expireAll();
    each(
        lockers,
        (locker, i) -> assertThat(locker.owner).isEqualTo(i % 2 == 0 ? "NULL" : "{\"'\\," + i));
  }

  private static boolean isUnique(String changed, SchemaItem... more) {
    io.aludel.schema.Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    List<SchemaItem> items = new ArrayList<>(List.of(
        id,
        column("a", SqlTypes.INTEGER),
        column("b", SqlTypes.INTEGER),
        column("made", SqlTypes.INTEGER).serverDefault(Computed.as("a + 1"))));
    items.addAll(List.of(more));
    Table table = Table.of("t", new MetaData(), items.toArray(new SchemaItem[0]));
    return UniqueKey.hasOneOf(table, List.<Node>of((Node) table.c(changed)));
  }

  @Test
  void uniqueKeys_thatMayLookAtAColumn_areFound() {
    assertThat(isUnique("id")).isTrue();
    assertThat(isUnique("a")).isFalse();
    assertThat(isUnique("a", unique("a", "b"))).isTrue();
    assertThat(isUnique("a", unique("b"))).isFalse();
    assertThat(isUnique("a", index("a"))).isFalse();
    assertThat(isUnique("a", index("b", "a").unique())).isTrue();
    assertThat(isUnique("a", index("b").unique())).isFalse();
    assertThat(isUnique("a", index("b").unique().where("a > 0"))).as("partial").isTrue();
    assertThat(isUnique("a", Index.on().onExpression("a + b").unique())).isTrue();
    assertThat(isUnique("a", unique("made"))).as("computed of it").isTrue();
    assertThat(isUnique("a", index("made").unique())).isTrue();
    assertThat(isUnique("a", ExcludeConstraint.of("b", "="))).isTrue();
  }

  // Keys

  @Test
  void bulkUpdate_oneKeyTwiceAmongMany_keepsTheLater(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    List<Map<String, Object>> rows = new ArrayList<>();
    each(lockers, (locker, i) -> rows.add(Map.of("id", locker.id, "owner", "p" + i)));
    rows.add(5, Map.of("id", lockers.get(200).id, "owner", "earlier"));
    rows.add(Map.of("id", lockers.get(3).id, "owner", "later"));

    BulkWrites.in(fixture.session()).update(Locker.class, rows);

    assertThat(fixture.sent())
        .singleElement()
        .satisfies(sql -> assertThat(sql).doesNotContain("unnest"));
    assertThat(scalar(fixture, "SELECT owner FROM w_locker WHERE number = 200")).isEqualTo("p200");
    assertThat(scalar(fixture, "SELECT owner FROM w_locker WHERE number = 3")).isEqualTo("later");
  }

  @Test
  void bulkUpdate_oneKeyTwiceWithTheNextVersion_setsBoth(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Account> accounts = stored(fixture, MANY, i -> new Account("a" + i));
    List<Map<String, Object>> rows = new ArrayList<>();
    accounts.forEach(each -> rows.add(Map.of("id", each.id, "version", 1, "holder", "b")));
    rows.add(Map.of("id", accounts.get(0).id, "version", 2, "holder", "c"));

    BulkWrites.in(fixture.session()).update(Account.class, rows);

    fixture.sent();
    assertThat(scalar(fixture, "SELECT version FROM w_account WHERE holder = 'c'"))
        .isEqualTo(3);
  }

  @Test
  void bulkUpdate_keysThatOnlyJavaFindsDifferent_goRowByRow(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    stored(fixture, MANY, i -> {
      Price price = new Price();
      price.amount = BigDecimal.valueOf(i);
      return price;
    });
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      rows.add(Map.of("amount", BigDecimal.valueOf(i), "label", "p" + i));
    }
    rows.add(Map.of("amount", new BigDecimal("7.0"), "label", "later"));

    BulkWrites.in(fixture.session()).update(Price.class, rows);

    fixture.sent();
    assertThat(scalar(fixture, "SELECT label FROM w_price WHERE amount = 7")).isEqualTo("later");
  }

  @Test
  void bulkUpdate_manyMaps_isInColumns(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    List<Map<String, Object>> rows = new ArrayList<>();
    each(lockers, (locker, i) -> rows.add(Map.of("id", locker.id, "owner", "p" + i)));

    BulkWrites.in(fixture.session()).update(Locker.class, rows);

    assertThat(fixture.sent())
        .singleElement()
        .satisfies(sql -> assertThat(sql).contains("FROM unnest("));
    assertThat(scalar(fixture, "SELECT count(*) FROM w_locker WHERE owner = 'p' || number"))
        .isEqualTo((long) MANY);
  }

  // Names

  @Test
  void flush_tableCalledLikeTheRows_goesAsABatch(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<GivenRow> rows = stored(fixture, MANY, i -> new GivenRow());
    each(rows, (row, i) -> row.place = i + 1);

    assertThat(flush(fixture))
        .containsExactly("UPDATE given_rows SET place = ? WHERE given_rows.id = ?");
  }

  @Test
  void flush_quotedNamesAndKeysOfTwoParts_areInColumns(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Quoted> rows = stored(fixture, MANY, i -> {
      Quoted row = new Quoted();
      row.left = i / 2;
      row.right = i % 2 == 0 ? "a" : "b";
      row.text = "before";
      return row;
    });
    each(rows, (row, i) -> {
      row.text = i % 3 == 0 ? null : "t" + i;
      row.place = i + 1;
    });

    assertThat(flush(fixture))
        .filteredOn(sql -> sql.contains("c1 = given_rows.c1"))
        .singleElement()
        .isEqualTo("UPDATE \"Odd \"\"Table\"\"\" SET c1 = given_rows.c1, place = given_rows.c2"
            + " FROM unnest(?::varchar[], ?::int4[], ?::int4[], ?::varchar[])"
            + " WITH ORDINALITY AS given_rows (c1, c2, c3, c4, place)"
            + " WHERE \"Odd \"\"Table\"\"\".\"Left Part\" = given_rows.c3"
            + " AND \"Odd \"\"Table\"\"\".\"select\" = given_rows.c4 RETURNING given_rows.place");
    fixture.session().expireAll();
    each(rows, (row, i) -> {
      assertThat(row.text).isEqualTo(i % 3 == 0 ? null : "t" + i);
      assertThat(row.place).isEqualTo(i + 1);
    });
  }

  @Test
  void flush_tableOfASchema_isInColumns(TestDatabase database) {
    database.engine().inTransaction(on -> on.driverSql("CREATE SCHEMA \"other Place\""));
    FlushFixture fixture = fixture(database, Registry.of(Placed.class));
    List<Placed> rows = stored(fixture, MANY, i -> new Placed());
    each(rows, (row, i) -> row.number = i + 1);

    assertThat(flush(fixture))
        .containsExactly("UPDATE \"other Place\".w_placed SET number = given_rows.c1"
            + " FROM unnest(?::int4[], ?::int4[]) WITH ORDINALITY AS given_rows (c1, c2, place)"
            + " WHERE \"other Place\".w_placed.id = given_rows.c2 RETURNING given_rows.place");
    fixture.session().rollback();
    database.engine().inTransaction(on -> on.driverSql("DROP SCHEMA \"other Place\" CASCADE"));
  }

  @Test
  void update_inAnotherSchemaThanStated_namesThat(TestDatabase database) {
    Table table = Table.of(
        "plain",
        new MetaData(),
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("a", SqlTypes.INTEGER));
    UpdateNode lists =
        Objects.requireNonNull(database.engine().dialect().inColumns(updateOf(table)));

    assertThat(database
            .engine()
            .dialect()
            .compile(lists, SchemaTranslation.added(CompileOptions.NONE, Map.of("", "there")))
            .sql(new Object[2]))
        .startsWith("UPDATE there.plain SET a = given_rows.c1 FROM unnest(")
        .contains(" WHERE there.plain.id = given_rows.c2 ");
  }

  @Test
  void update_ofATableWithoutReturning_isNotMadeOne(TestDatabase database) {
    Table plain = Table.of(
        "plain",
        new MetaData(),
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("a", SqlTypes.INTEGER));
    Table silent = Table.of(
        "silent",
        new MetaData(),
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("a", SqlTypes.INTEGER),
        withoutReturning());

    assertThat(database.engine().dialect().inColumns(updateOf(plain))).isNotNull();
    assertThat(database.engine().dialect().inColumns(updateOf(silent))).isNull();
  }

  private static UpdateNode updateOf(Table table) {
    Node a = (Node) table.c("a");
    Node id = (Node) table.c("id");
    return new UpdateNode(
        table,
        List.of(new UpdateNode.Assignment(a, BindNode.of(null, null))),
        List.of(new BinaryNode(BinaryNode.Operator.EQ, id, BindNode.of(null, null))),
        List.of(),
        List.of());
  }

  // Hierarchies and circles

  @Test
  void flush_joinedTables_areEachInColumns(TestDatabase database) {
    FlushFixture fixture = fixture(database, Hierarchies.registry());
    List<Engineer> engineers = stored(fixture, MANY, i -> new Engineer("n" + i, "l" + i));
    each(engineers, (engineer, i) -> {
      engineer.name = "m" + i;
      engineer.language = "k" + i;
    });

    assertThat(flush(fixture))
        .satisfiesExactly(
            sql -> assertThat(sql)
                .startsWith("UPDATE h_employee SET name = given_rows.c1 FROM unnest"),
            sql -> assertThat(sql)
                .startsWith("UPDATE h_engineer SET language = given_rows.c1 FROM unnest"));
    fixture.session().expireAll();
    each(engineers, (engineer, i) -> {
      assertThat(engineer.name).isEqualTo("m" + i);
      assertThat(engineer.language).isEqualTo("k" + i);
    });
  }

  @Test
  void flush_manyReferencesThatWait_areSetAndClearedInColumns(TestDatabase database) {
    FlushFixture fixture = fixture(database, World.registry());
    String inColumns = "UPDATE w_document SET cover_id = given_rows.c1"
        + " FROM unnest(?::int4[], ?::int4[]) WITH ORDINALITY AS given_rows (c1, c2, place)"
        + " WHERE w_document.id = given_rows.c2 RETURNING given_rows.place";
    List<Document> documents = IntStream.range(0, MANY)
        .mapToObj(i -> {
          Document document = new Document("d" + i);
          Page page = new Page("p" + i);
          document.pages.put("p" + i, page);
          document.cover = page;
          return document;
        })
        .toList();
    fixture.session().addAll(documents);

    assertThat(flush(fixture)).contains(inColumns);
    assertThat(scalar(
            fixture,
            "SELECT count(*) FROM w_document d JOIN w_page p ON p.id = d.cover_id"
                + " WHERE substr(d.name, 2) = substr(p.title, 2)"))
        .isEqualTo((long) MANY);
    documents.forEach(fixture.session()::delete);
    assertThat(new LinkedHashSet<>(flush(fixture))).contains(inColumns);
    assertThat(scalar(fixture, "SELECT count(*) FROM w_document")).isEqualTo(0L);
  }

  // Failures

  @Test
  void flush_oneValueOfManyIsTooLong_failsAndRestores(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    fixture.session().commit();
    lockers.forEach(locker -> locker.owner = "p" + locker.number);
    lockers.get(7).owner = "x".repeat(51);

    assertThatThrownBy(fixture.session()::flush)
        .isInstanceOf(DataException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(2_000));
    fixture.session().rollback();
    assertThat(fixture.session().scalars(select(Locker.class)).all())
        .allSatisfy(locker -> assertThat(locker.owner).isEqualTo("o" + locker.number));
  }

  @Test
  void flush_oneOfManyBreaksAConstraint_isAnIntegrityError(TestDatabase database) {
    FlushFixture fixture = fixture(database);
    List<Locker> lockers = stored(fixture, MANY, i -> new Locker(i, "o" + i));
    fixture
        .session()
        .connection()
        .driverSql("ALTER TABLE w_locker ADD CONSTRAINT short CHECK (length(owner) < 10)");
    lockers.forEach(locker -> locker.owner = "p" + locker.number);
    lockers.get(7).owner = "x".repeat(10);

    assertThatThrownBy(fixture.session()::flush)
        .isInstanceOf(IntegrityException.class)
        .hasMessageContaining("short");
    fixture.session().rollback();
  }
}
