package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.hierarchy.Building;
import io.aludel.fixture.hierarchy.Building_House_;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.orm.mapping.Mapper;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that extend others and share no table with them. */
@ForEachDatabase
class ConcreteTablesTest {
  private HierarchyRun run;

  @BeforeEach
  void open(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.concrete());
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void rows_lieInATableOfEachClass() {
    run.store(new Building("Hall"), new Building.House("Hut", 2));
    assertThat(run.session
            .scalars(select(withPolymorphic(Building.class, Building.class)))
            .all())
        .extracting(each -> each.name)
        .containsExactly("Hall");
    assertThat(run.sent())
        .containsExactly(
            "SELECT h_building.id, h_building.name, h_building.street_id" + " FROM h_building");
    assertThat(run.session
            .scalars(select(Building.House.class).where(Building_House_.name.eq("Hut")))
            .one()
            .rooms)
        .isEqualTo(2);
    assertThat(run.sent())
        .containsExactly("SELECT h_house.id, h_house.name, h_house.rooms FROM h_house"
            + " WHERE h_house.name = ?");
  }

  @Test
  void identity_isThatOfTheConcreteClass() {
    run.store(new Building("Hall"), new Building.House("Hut", 2));
    Building hall = run.session
        .scalars(select(withPolymorphic(Building.class, Building.class)))
        .one();
    Building.House hut = run.session.get(Building.House.class, 1);
    assertThat(hut).isNotSameAs(hall);
    assertThat(hall.getClass()).isEqualTo(Building.class);
    assertThat(run.session.get(Building.class, 1)).isSameAs(hall);
  }

  @Test
  @Parity("ORM-MAP-44")
  void relationships_ofTheClassAbove_areNotInherited() {
    Mapper<?> house = Hierarchies.concrete().mapper(Building.House.class);
    assertThat(house.relationships()).isEmpty();
    assertThat(house.parent()).isNull();
    assertThat(Hierarchies.concrete().mapper(Building.class).relationships()).hasSize(1);
  }
}
