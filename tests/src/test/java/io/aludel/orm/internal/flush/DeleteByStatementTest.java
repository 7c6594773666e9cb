package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners that go with what nobody loaded. */
@ForEachDatabase
class DeleteByStatementTest {
  private static final Registry MODELS = Registry.of(Depot.class, Parcel.class, Buoy.class);

  private FlushFixture fixture;
  private Session session;
  private int keysPerLookup;

  @BeforeEach
  void open(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
    keysPerLookup = database.engine().dialect().keysPerLookup();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private static Depot depot(String name) {
    Depot depot = new Depot(name);
    depot.parcels.add(new Parcel(name + " 1"));
    depot.parcels.add(new Parcel(name + " 2"));
    depot.buoys.add(new Buoy());
    return depot;
  }

  /** Depots nothing of which is loaded but themselves. */
  private List<Depot> stored(Depot... depots) {
    session.addAll(List.of(depots));
    session.commit();
    session.expungeAll();
    List<Depot> found = session.scalars(select(Depot.class).orderBy(Depot_.id)).all();
    fixture.sent();
    return found;
  }

  private List<String> leftOver() {
    return session.scalars(select(Parcel.class).orderBy(Parcel_.id)).all().stream()
        .map(parcel -> parcel.name)
        .toList();
  }

  @Test
  void delete_nothingLoaded_namesTheOwnerOnly() {
    List<Depot> depots = stored(depot("a"), depot("b"));

    session.delete(depots.get(0));

    assertThat(session.explainFlush())
        .contains("after all that is not loaded of Depot.parcels, Depot.buoys");
    assertThat(fixture.flush())
        .containsExactly(
            "DELETE FROM w_parcel WHERE w_parcel.depot_id = ? [1]",
            "DELETE FROM w_depot_buoy WHERE w_depot_buoy.depot_id = ? [1]",
            "DELETE FROM w_depot WHERE w_depot.id = ? [1]");
    session.commit();
    assertThat(leftOver()).containsExactly("b 1", "b 2");
    assertThat(depots.get(1).buoys).hasSize(1);
    assertThat(session.scalars(select(Buoy.class)).all()).hasSize(2);
  }

  @Test
  void delete_ofManyOwners_sendsLists() {
    int count = keysPerLookup + 20;
    List<Depot> depots =
        stored(Stream.generate(() -> depot("a")).limit(count).toArray(Depot[]::new));

    depots.forEach(session::delete);

    assertThat(fixture.flush())
        .hasSize(6)
        .allSatisfy(sql -> assertThat(sql)
            .containsAnyOf(
                "depot_id IN (", "depot_id = ANY", "w_depot.id IN (", "w_depot.id = ANY"));
    session.commit();
    assertThat(leftOver()).isEmpty();
  }

  @Test
  void delete_loaded_namesEachMember() {
    Depot depot = stored(depot("a")).get(0);
    depot.parcels.size();
    depot.buoys.size();

    session.delete(depot);

    assertThat(fixture.flush())
        .filteredOn(sql -> sql.startsWith("DELETE"))
        .containsExactlyInAnyOrder(
            "DELETE FROM w_depot_buoy WHERE w_depot_buoy.depot_id = ? AND w_depot_buoy.buoy_id = ? [1, 1]",
            "DELETE FROM w_parcel WHERE w_parcel.id = ? [1] [2]",
            "DELETE FROM w_depot WHERE w_depot.id = ? [1]");
  }

  @Test
  void delete_memberInTheSession_goesAsAnObject() {
    Depot depot = stored(depot("a")).get(0);
    Parcel parcel = session.getOne(Parcel.class, 2);

    session.delete(depot);

    assertThat(fixture.flush())
        .containsExactly(
            "DELETE FROM w_parcel WHERE w_parcel.id = ? [2]",
            "DELETE FROM w_parcel WHERE w_parcel.depot_id = ? [1]",
            "DELETE FROM w_depot_buoy WHERE w_depot_buoy.depot_id = ? [1]",
            "DELETE FROM w_depot WHERE w_depot.id = ? [1]");
    assertThat(session.contains(parcel)).isFalse();
    session.rollback();
    assertThat(leftOver()).hasSize(2);
  }

  @Test
  void delete_memberMovedAway_isWrittenBefore() {
    List<Depot> depots = stored(depot("a"), new Depot("b"));
    session.getOne(Parcel.class, 2).depot = depots.get(1);

    session.delete(depots.get(0));

    assertThat(fixture.flush())
        .containsExactly(
            "UPDATE w_parcel SET depot_id = ? WHERE w_parcel.id = ? [2, 2]",
            "DELETE FROM w_parcel WHERE w_parcel.depot_id = ? [1]",
            "DELETE FROM w_depot_buoy WHERE w_depot_buoy.depot_id = ? [1]",
            "DELETE FROM w_depot WHERE w_depot.id = ? [1]");
    session.commit();
    assertThat(leftOver()).containsExactly("a 2");
  }

  @Test
  void delete_ofARowThatAnotherObjectTakesOver_loadsItsMembers() {
    Depot former = stored(depot("a")).get(0);
    Depot heir = new Depot("b");
    heir.id = former.id;
    heir.parcels.add(new Parcel("b 1"));

    session.delete(former);
    session.add(heir);
    session.commit();

    assertThat(leftOver()).containsExactly("b 1");
    assertThat(session.scalars(select(Depot.class)).all()).containsExactly(heir);
  }
}
