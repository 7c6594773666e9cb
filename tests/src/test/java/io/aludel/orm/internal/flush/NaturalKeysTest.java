package io.aludel.orm.internal.flush;

import static io.aludel.schema.Schema.column;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Deferral;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that change, and what refers to them. */
@ForEachDatabase
@Requires(Capability.DEFERRABLE_CONSTRAINTS)
class NaturalKeysTest {
  private static final Registry MODELS = models();

  private FlushFixture fixture;
  private Session session;

  private static Registry models() {
    MetaData metadata = new MetaData();
    Registry models =
        Registry.over(metadata, Region.class, City.class, Lake.class, Harbour.class, Ship.class);
    Table.of(
        "w_harbour_ship",
        metadata,
        column(
            "harbour_code", ForeignKey.to("w_harbour.code").deferral(Deferral.INITIALLY_DEFERRED)),
        column("ship_id", ForeignKey.to("w_ship.id")));
    return models;
  }

  @BeforeEach
  void createTables(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  @Parity({"ORM-REL-23", "ORM-SES-41"})
  void flush_changedKeyTrustedToTheDatabase_isFollowedInMemory() {
    Region region = new Region("N");
    City city = new City();
    region.cities.add(city);
    region.lakes.clear();
    fixture.stored(region);
    region.code = "NW";

    assertThat(fixture.flush())
        .containsExactly("UPDATE w_region SET code = ? WHERE w_region.code = ? [NW, N]");
    assertThat(city.regionCode).isEqualTo("NW");
    assertThat(session.get(Region.class, "NW")).isSameAs(region);
    assertThat(session.dirty()).isEmpty();
    session.refresh(city);
    assertThat(city.regionCode).isEqualTo("NW");
  }

  @Test
  @Parity({"ORM-REL-23", "ORM-SES-41"})
  void flush_changedKeyNotTrusted_updatesWhatRefersAfterwards() {
    Region region = new Region("N");
    region.cities.clear();
    Lake lake = new Lake();
    region.lakes.add(lake);
    fixture.stored(region);
    region.code = "NW";

    assertThat(fixture.flush())
        .containsExactly(
            "UPDATE w_region SET code = ? WHERE w_region.code = ? [NW, N]",
            "UPDATE w_lake SET region_code = ? WHERE w_lake.id = ? [NW, 1]");
    session.commit();
    assertThat(lake.regionCode).isEqualTo("NW");
  }

  @Test
  @Parity("ORM-REL-23")
  void flush_changedKeyNotTrusted_readsMembersThatAreNotLoaded() {
    Region region = new Region("N");
    region.cities.clear();
    region.lakes.add(new Lake());
    fixture.stored(region);
    session.commit();
    session.expungeAll();
    session.getOne(Region.class, "N").code = "NW";

    assertThat(fixture.flush())
        .containsExactly(
            "SELECT w_lake.id, w_lake.region_code FROM w_lake WHERE ? = w_lake.region_code [N]",
            "UPDATE w_region SET code = ? WHERE w_region.code = ? [NW, N]",
            "UPDATE w_lake SET region_code = ? WHERE w_lake.id = ? [NW, 1]");
    session.commit();
    assertThat(session.getOne(Lake.class, 1).regionCode).isEqualTo("NW");
  }

  @Test
  @Parity("ORM-REL-23")
  void flush_changedKeyOfAReferenceNotTrusted_updatesTheReferrersLoaded() {
    Harbour harbour = new Harbour("N");
    harbour.ships.clear();
    Ship ship = new Ship();
    ship.home = harbour;
    fixture.stored(ship);
    harbour.code = "NW";

    assertThat(fixture.flush())
        .containsExactly(
            "UPDATE w_harbour SET code = ? WHERE w_harbour.code = ? [NW, N]",
            "UPDATE w_ship SET home_code = ? WHERE w_ship.id = ? [NW, 1]");
    session.commit();
    assertThat(ship.homeCode).isEqualTo("NW");
  }

  @Test
  @Parity("ORM-REL-23")
  void flush_changedKeyNotTrusted_updatesTheRowsOfALinkTable() {
    Harbour harbour = new Harbour("N");
    Ship ship = new Ship();
    ship.home = null;
    harbour.ships.add(ship);
    fixture.stored(harbour);
    session.commit();
    harbour.code = "NW";

    assertThat(fixture.flush())
        .containsExactly(
            "SELECT w_ship.id, w_ship.home_code FROM w_ship, w_harbour_ship WHERE ? ="
                + " w_harbour_ship.harbour_code AND w_ship.id = w_harbour_ship.ship_id [N]",
            "UPDATE w_harbour SET code = ? WHERE w_harbour.code = ? [NW, N]",
            "UPDATE w_harbour_ship SET harbour_code = ?, ship_id = ?"
                + " WHERE w_harbour_ship.harbour_code = ? AND w_harbour_ship.ship_id = ?"
                + " [NW, 1, N, 1]");
    session.commit();
    session.expungeAll();
    assertThat(session.getOne(Harbour.class, "NW").ships).hasSize(1);
  }

  @Test
  @Parity({"ORM-SES-41", "ORM-SES-15"})
  void rollback_changedKey_getsTheOldIdentityBack() {
    Region region = new Region("N");
    region.cities.clear();
    region.lakes.clear();
    fixture.stored(region);
    session.beginNested();
    region.code = "NW";
    session.flush();
    assertThat(session.get(Region.class, "N")).isNull();
    session.getTransaction().rollback();

    assertThat(session.get(Region.class, "N")).isSameAs(region);
    assertThat(region.code).isEqualTo("N");
  }
}
