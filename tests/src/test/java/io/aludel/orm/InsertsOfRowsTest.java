package io.aludel.orm;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.literal;
import static io.aludel.orm.Orm.loadOnly;
import static io.aludel.orm.Orm.parameter;
import static io.aludel.orm.Orm.renderNulls;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Capability;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IntegrityException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INSERT of an entity, run with a list of maps: batches, defaults, and the objects that come back. */
@ForEachDatabase
@Parity("ORM-QRY-31")
class InsertsOfRowsTest {
  private static final Registry MODELS =
      Registry.of(Parcel.class, Parcel.Quiet.class, User.class, Country.class, Seat.class);
  private static final Pattern INSERT = Pattern.compile("INSERT INTO (\\w+) ?\\(([^)]*)\\)");

  private TestDatabase database;
  private SessionFactory sessions;
  private Session session;

  @BeforeEach
  void open(TestDatabase given) {
    database = given;
    MODELS.metadata().createAll(given.engine());
    sessions = SessionFactory.of(given.engine(), MODELS);
    session = sessions.open();
    Parcel.NUMBERS.set(0);
    database.recorder().clear();
  }

  @AfterEach
  void close() {
    session.close();
    database.recorder().clear();
  }

  /** What was sent since last asked: the columns of each INSERT with the number of its rows, or the SQL. */
  private List<String> sent() {
    List<String> all = new ArrayList<>();
    database.recorder().statements().forEach(statement -> {
      Matcher insert = INSERT.matcher(statement.sql());
      if (insert.find()) {
        int width = insert.group(2).split(",").length;
        int values = statement.parameters().stream().mapToInt(List::size).sum();
        all.add(insert.group(1) + "(" + insert.group(2) + ") x" + values / width);
      } else {
        all.add(statement.sql());
      }
    });
    database.recorder().clear();
    return all;
  }

  private static Map<String, @Nullable Object> values(@Nullable Object... pairs) {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return values;
  }

  private List<Parcel> insertParcels(List<Map<String, @Nullable Object>> rows) {
    List<Parcel> parcels = new ArrayList<>();
    session
        .execute(insert(Parcel.class).returning(Parcel_.entity), rows)
        .forEach(row -> parcels.add((Parcel) row.get(0)));
    return parcels;
  }

  private List<String> stored() {
    return session.scalars(select(Parcel.class).orderBy(Parcel_.id)).all().stream()
        .map(Parcel::toString)
        .toList();
  }

  // Rows without objects

  @Test
  void rows_getTheDefaultsOfClientAndDatabase_andNoObjects() {
    int touched = session
        .execute(insert(Parcel.class), List.of(values("text", "a"), values("text", "b")))
        .rowCount();

    assertThat(touched).isEqualTo(2);
    assertThat(sent()).containsExactly("parcels(text, number, version) x2");
    assertThat(session.newObjects()).isEmpty();
    assertThat(stored()).containsExactly("a 1 new null 1", "b 2 new null 1");
  }

  @Test
  void rows_withOtherNames_splitTheBatch() {
    session.execute(
        insert(Parcel.class),
        List.of(
            values("text", "a", "number", 7, "weight", 1),
            values("text", "b", "number", 7, "kilos", 2),
            values("text", "c", "number", 7),
            values("text", "d", "number", 7, "weight", 3)));

    assertThat(sent())
        .containsExactly(
            "parcels(text, number, kilos, version) x2",
            "parcels(text, number, version) x1",
            "parcels(text, number, kilos, version) x1");
    assertThat(stored())
        .containsExactly("a 7 new 1 1", "b 7 new 2 1", "c 7 new null 1", "d 7 new 3 1");
  }

  @Test
  void nulls_countAsUnsaid_unlessTheyAreToBeRendered() {
    List<Map<String, @Nullable Object>> rows =
        List.of(values("text", "a", "state", "old"), values("text", "b", "state", null));
    session.execute(insert(Parcel.class), rows);
    assertThat(sent()).hasSize(2);
    session.execute(insert(Parcel.class).options(renderNulls()), rows);
    assertThat(sent()).containsExactly("parcels(text, number, state, version) x2");
    assertThat(stored())
        .containsExactly("a 1 old null 1", "b 2 new null 1", "a 3 old null 1", "b 4 null null 1");
  }

  @Test
  void maps_mayNameComposites_andHoldSql() {
    session.execute(
        insert(Parcel.class),
        List.of(
            values("text", func.lower(literal("ABC")), "size", new Parcel.Size(3, 4)),
            values("text", "d", "size.width", 5, "size.height", 6)));

    List<Parcel> parcels =
        session.scalars(select(Parcel.class).orderBy(Parcel_.id)).all();
    assertThat(parcels).extracting(each -> each.text).containsExactly("abc", "d");
    assertThat(parcels)
        .extracting(each -> each.size)
        .containsExactly(new Parcel.Size(3, 4), new Parcel.Size(5, 6));
  }

  @Test
  void values_besideMaps_areThoseOfEachRow() {
    session.execute(
        insert(Parcel.class).values(row("weight", func.abs(parameter("w", SqlTypes.INTEGER)))),
        List.of(values("text", "a", "w", -6), values("text", "b", "w", -8)));
    assertThat(session.scalars(select(Parcel_.weight).orderBy(Parcel_.id)).all())
        .containsExactly(6, 8);
  }

  @Test
  void singleMap_isARow() {
    session.execute(insert(Parcel.class), values("text", "a", "weight", 3));
    assertThat(session.scalars(select(Parcel_.weight)).all()).containsExactly(3);
  }

  @Test
  void optionsOfTheStatement_areFollowed() {
    session.execute(
        insert(User.class).options(ExecutionOptions.NONE.insertPageSize(2)),
        List.of(user("a"), user("b"), user("c"), user("d")));
    assertThat(sent()).hasSize(2);
  }

  private static Map<String, @Nullable Object> user(String name) {
    return values("name", name, "age", 1, "minor", false);
  }

  @Test
  void autoflush_comesFirst() {
    session.add(new User("Ann", 1));
    session.execute(insert(User.class), List.of(user("Bob")));
    assertThat(session.scalars(select(User_.name).orderBy(User_.id)).all())
        .containsExactly("Ann", "Bob");

    session.add(new User("Cid", 1));
    sent();
    session.execute(insert(User.class).options(Orm.withoutAutoflush()), List.of(user("Dan")));
    assertThat(session.newObjects()).hasSize(1);
    assertThat(sent()).hasSize(1);
  }

  // Objects

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_objects_arePersistentAndInTheOrderOfTheMaps() {
    List<String> loaded = new ArrayList<>();
    MODELS.events(Parcel.class).onLoad(parcel -> loaded.add(parcel.text));
    List<Parcel> parcels = insertParcels(List.of(
        values("text", "a"),
        values("text", "b"),
        values("text", "c", "weight", 5),
        values("text", "d")));

    assertThat(sent())
        .containsExactly(
            "parcels(text, number, version) x2",
            "parcels(text, number, kilos, version) x1",
            "parcels(text, number, version) x1");
    assertThat(parcels)
        .extracting(Parcel::toString)
        .containsExactly("a 1 new null 1", "b 2 new null 1", "c 3 new 5 1", "d 4 new null 1");
    assertThat(parcels)
        .allSatisfy(each -> assertThat(InstanceState.of(each).isPersistent()).isTrue())
        .allSatisfy(each -> assertThat(session.get(Parcel.class, each.id)).isSameAs(each));
    assertThat(loaded).containsExactly("a", "b", "c", "d");
    assertThat(session.newObjects()).isEmpty();
    assertThat(session.dirty()).isEmpty();
    assertThat(sent()).as("nothing is missing").isEmpty();

    parcels.get(1).weight = 9;
    session.flush();
    assertThat(stored()).contains("b 2 new 9 2");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_manyObjects_keepTheirRows() {
    List<Map<String, @Nullable Object>> rows = IntStream.range(0, 300)
        .mapToObj(i -> values("text", "t" + i, "weight", i))
        .toList();
    List<Parcel> parcels = insertParcels(rows);
    assertThat(sent()).hasSizeLessThanOrEqualTo(8);
    assertThat(parcels).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(parcels.get(i).weight).isEqualTo(i);
    }
    List<Integer> keys = parcels.stream().map(each -> each.id).toList();
    assertThat(session
            .scalars(select(Parcel_.text).where(Parcel_.id.eq(keys.get(77))))
            .one())
        .isEqualTo("t77");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_afterRollback_areExpiredAndTheirRowsMissed() {
    List<Parcel> parcels = insertParcels(List.of(values("text", "a"), values("text", "b")));
    Integer first = parcels.get(0).id;
    session.rollback();

    assertThat(InstanceState.of(parcels.get(0)).isPersistent()).isTrue();
    assertThat(session.contains(parcels.get(0))).isTrue();
    assertThatThrownBy(() -> parcels.get(0).text.length())
        .isInstanceOf(ObjectDeletedException.class);
    session.execute(insert(Parcel.class), List.of(values("id", first, "text", "again")));
    assertThat(parcels.get(0).text).isEqualTo("again");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_whatTheSessionKnewByThatKey_isFilledAgain() {
    Parcel parcel = insertParcels(List.of(values("text", "a"))).get(0);
    Integer id = parcel.id;
    session.rollback();
    sent();
    assertThat(insertParcels(List.of(values("id", id, "text", "b"))).get(0)).isSameAs(parcel);
    assertThat(parcel.text).isEqualTo("b");
    assertThat(parcel.id).isEqualTo(id);
    assertThat(sent()).hasSize(1);
    session.commit();
    assertThat(stored()).hasSize(1);
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_withinASavepointRolledBack_areMissed() {
    try (SessionTransaction savepoint = session.beginNested()) {
      Parcel parcel = insertParcels(List.of(values("text", "a"))).get(0);
      savepoint.rollback();
      assertThatThrownBy(() -> parcel.text.length()).isInstanceOf(ObjectDeletedException.class);
    }
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_attributesAndRecords_comeWithoutObjects() {
    List<Row> rows = session
        .execute(
            insert(Parcel.class).returning(Parcel_.weight, Parcel_.state, Parcel_.size),
            List.of(
                values("text", "a", "weight", 1, "size", new Parcel.Size(1, 2)),
                values("text", "b", "weight", 2, "size", new Parcel.Size(3, 4))))
        .all();

    assertThat(sent()).hasSize(1);
    assertThat(rows)
        .extracting(Row::asList)
        .containsExactly(
            Arrays.asList(1, "new", new Parcel.Size(1, 2)),
            Arrays.asList(2, "new", new Parcel.Size(3, 4)));
    assertThat(rows.get(0).get("state")).isEqualTo("new");
    assertThat(rows.get(0).get(Parcel_.weight)).isEqualTo(1);
    assertThat(rows.get(1).names()).startsWith("kilos", "state");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_sqlBesideTheEntity_isReadByTheKeys() {
    List<Row> rows = session
        .execute(
            insert(Parcel.class).returning(Parcel_.entity, Parcel_.text.upper()),
            List.of(values("text", "a"), values("text", "b")))
        .all();

    assertThat(sent()).hasSize(2).last().asString().startsWith("SELECT");
    assertThat(rows).extracting(each -> each.get(1)).containsExactly("A", "B");
    assertThat(rows).extracting(each -> ((Parcel) each.get(0)).text).containsExactly("a", "b");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_loaderOptions_sayWhatIsRead() {
    Parcel parcel = (Parcel) session
        .execute(
            insert(Parcel.class).options(loadOnly(Parcel_.text)).returning(Parcel_.entity),
            List.of(values("text", "a")))
        .scalars()
        .one();
    assertThat(InstanceState.of(parcel).unloaded()).contains("weight", "state");
    assertThat(parcel.state).isEqualTo("new");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_valuesWithSql_areThoseOfTheRow() {
    List<Parcel> parcels = new ArrayList<>();
    session
        .execute(
            insert(Parcel.class)
                .values(row(
                    "text", func.lower(literal("XY")), "weight", parameter("w", SqlTypes.INTEGER)))
                .returning(Parcel_.entity),
            List.of(values("w", 1), values("w", 2, "state", "old")))
        .forEach(each -> parcels.add((Parcel) each.get(0)));
    assertThat(parcels)
        .extracting(Parcel::toString)
        .containsExactly("xy 1 new 1 1", "xy 2 old 2 1");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_rowsWithKeysOfTheirOwn_matchToo() {
    List<Country> countries = new ArrayList<>();
    session
        .execute(
            insert(Country.class).returning(Country_.entity),
            List.of(
                values("code", "SE", "name", "Sweden"),
                values("code", "AT", "name", "Austria", "continent", "Europe"),
                values("code", "IT", "name", "Italy", "continent", "Europe")))
        .forEach(each -> countries.add((Country) each.get(0)));
    assertThat(countries)
        .extracting(each -> each.getCode() + each.getContinent())
        .containsExactly("SEunknown", "ATEurope", "ITEurope");
    assertThat(sent()).as("all is known of two").hasSize(2);
    assertThat(session.get(Country.class, "SE")).isSameAs(countries.get(0));

    List<@Nullable Object> guests = new ArrayList<>();
    session
        .execute(
            insert(Seat.class).returning(Seat_.entity, Seat_.guest.upper()),
            List.of(
                values("line", 2, "place", 1, "guest", "b"),
                values("line", 1, "place", 1, "guest", "a")))
        .forEach(each -> guests.add(((Seat) each.get(0)).getGuest() + each.get(1)));
    assertThat(guests).containsExactly("bB", "aA");
  }

  @Test
  @Requires(Capability.INSERT_RETURNING)
  void returned_byValuesOfOneStatement_haveTheDefaultsToo() {
    List<Parcel> parcels = session
        .scalars(insert(Parcel.class)
            .values(row("text", "a"), row("text", "b"))
            .returning(Parcel_.entity))
        .all();
    assertThat(sent()).containsExactly("parcels(text, version, number) x2");
    assertThat(parcels)
        .extracting(Parcel::toString)
        .containsExactlyInAnyOrder("a 1 new null 1", "b 2 new null 1");
    assertThat(session
            .execute(
                insert(Parcel.class).returning(Parcel_.entity), values("text", "c", "weight", 4))
            .scalars()
            .one())
        .hasToString("c 3 new 4 1");
  }

  // Conflicts

  @Test
  @Requires({Capability.INSERT_RETURNING, Capability.UPSERT_TARGET})
  void upsert_returns_whatItInsertedOrUpdated() {
    session.execute(insert(Country.class), List.of(values("code", "SE", "name", "Sweden")));
    Country sweden = session.getOne(Country.class, "SE");
    List<Map<String, @Nullable Object>> rows = List.of(
        values("code", "SE", "name", "Sverige"),
        values("code", "AT", "name", "Austria", "continent", "Europe"));

    var update = insert(Country.class)
        .onConflict(Country_.code)
        .doUpdate(set -> set.set(Country_.name, Orm.excluded(Country_.name)));
    assertThat(session
            .execute(update.options(Orm.populateExisting()).returning(Country_.entity), rows)
            .scalars()
            .all())
        .extracting(each -> ((Country) each).getName())
        .containsExactly("Sverige", "Austria");
    assertThat(sweden.getName()).isEqualTo("Sverige");

    var nothing = insert(Country.class).onConflict(Country_.code).doNothing();
    assertThat(session
            .execute(
                nothing.returning(Country_.entity),
                List.of(rows.get(0), values("code", "NO", "name", "Norge")))
            .scalars()
            .all())
        .extracting(each -> ((Country) each).getCode())
        .containsExactly("NO");
    session.execute(update, List.of(values("code", "NO", "name", "Norway"), rows.get(1)));
    session.expireAll();
    assertThat(session.getOne(Country.class, "NO").getName()).isEqualTo("Norway");
  }

  // Misuse

  @Test
  void returned_byATableThatMayNotBeAsked_isRefused() {
    assertThatThrownBy(() -> session.execute(
            insert(Parcel.Quiet.class).returning(Parcel_Quiet_.text),
            List.of(values("text", "a"), values("text", "b"))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Cannot give [Quiet.text] back from an INSERT with a list of maps")
        .hasMessageEndingWith("[ORM-502]");
    assertThat(sent()).isEmpty();
    session.execute(insert(Parcel.Quiet.class), List.of(values("text", "a"), values("text", "b")));
    assertThat(session.scalars(select(Parcel_Quiet_.text)).all()).hasSize(2);
  }

  @Test
  void misuse_isNamed_andTheSessionGoesOn() {
    assertThatThrownBy(() -> session.execute(insert(Parcel.class), List.of(values("nobody", 1))))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> session.execute(insert(Parcel.class), List.of(values("text", 7))))
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("Cannot write Parcel.text in bulk: it holds String")
        .hasMessageEndingWith("[ORM-407]");
    assertThatThrownBy(() -> session.execute(insert(Parcel.class), List.of()))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Rows of Parcel cannot be inserted for no maps");
    assertThatThrownBy(() -> session.execute(
            insert(Parcel.class).options(loadOnly(Parcel_.text)), List.of(values("text", "a"))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageEndingWith("[ORM-504]");
    assertThat(sent()).isEmpty();
    session.execute(insert(Country.class), List.of(values("code", "SE", "name", "Sweden")));
    session.commit();
    assertThatThrownBy(() -> session.execute(
            insert(Country.class), List.of(values("code", "SE", "name", "Sverige"))))
        .isInstanceOf(IntegrityException.class);
    session.rollback();
    assertThat(session.getOne(Country.class, "SE").getName()).isEqualTo("Sweden");
  }
}
