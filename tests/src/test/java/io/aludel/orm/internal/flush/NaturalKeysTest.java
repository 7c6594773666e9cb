package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
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
  private static final Registry MODELS = Registry.of(Region.class, City.class, Lake.class);

  private FlushFixture fixture;
  private Session session;

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
