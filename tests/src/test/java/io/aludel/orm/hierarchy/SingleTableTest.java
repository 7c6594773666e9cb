package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Truck_;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.fixture.hierarchy.Vehicle_;
import io.aludel.orm.Orm;
import io.aludel.orm.PolymorphicLoadException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities that share one table, told apart by a discriminator. */
@ForEachDatabase
class SingleTableTest {
  private static final Registry MODELS = Hierarchies.registry();

  private StatementRecorder recorder;
  private SessionFactory sessions;
  private Session session;
  private TestDatabase database;

  @BeforeEach
  void createTables(TestDatabase onDatabase) {
    database = onDatabase;
    MODELS.metadata().createAll(database.engine());
    recorder = database.recorder();
    sessions = SessionFactory.of(database.engine(), MODELS);
    session = sessions.open();
    recorder.clear();
  }

  @AfterEach
  void close() {
    session.close();
    recorder.clear();
  }

  private List<String> sent() {
    List<String> sql =
        recorder.statements().stream().map(ExecutedStatement::sql).toList();
    recorder.clear();
    return sql;
  }

  private void fresh() {
    session.commit();
    session.close();
    session = sessions.open();
    recorder.clear();
  }

  private void store() {
    session.addAll(List.of(new Car("C1", 4), new Truck("T1", 9), new Lorry("L1", 20, 3)));
    fresh();
  }

  @Test
  void newObject_hasTheDiscriminatorOfItsClassAtOnce() {
    assertThat(new Car("C1", 4).kind).isEqualTo(Vehicle.Kind.CAR);
    assertThat(new Lorry("L1", 20, 3).kind).isEqualTo(Vehicle.Kind.LORRY);
  }

  @Test
  void select_abstractBase_givesObjectsOfTheirClasses() {
    store();
    List<Vehicle> all =
        session.scalars(select(Vehicle.class).orderBy(Vehicle_.id)).all();
    assertThat(all)
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Car", "Truck", "Lorry");
    assertThat(sent())
        .containsExactly("SELECT h_vehicle.id, h_vehicle.kind, h_vehicle.plate FROM h_vehicle"
            + " ORDER BY h_vehicle.id");
    assertThat(((Lorry) all.get(2)).axles).isEqualTo(3);
    assertThat(((Lorry) all.get(2)).weight).isEqualTo(20);
    assertThat(sent()).hasSize(1);
  }

  @Test
  @Parity("ORM-MAP-35")
  void select_subClass_asksForItsDiscriminatorAndThoseBelow() {
    store();
    assertThat(session.scalars(select(Truck.class).orderBy(Truck_.id)).all())
        .extracting(each -> each.plate)
        .containsExactly("T1", "L1");
    assertThat(sent()).hasSize(1).first().asString().contains(" WHERE h_vehicle.kind ");
    assertThat(session.scalars(select(Truck_.plate).where(Truck_.weight.gt(10))).all())
        .containsExactly("L1");
    assertThat(session.get(Truck.class, 1)).isNull();
    assertThat(session.get(Car.class, 1)).isNotNull();
  }

  @Test
  void relationship_toSubClass_findsNoOtherRows() {
    Company company = new Company("ACME");
    company.trucks.add(new Truck("T1", 9));
    company.trucks.add(new Lorry("L1", 20, 3));
    session.add(company);
    session.add(new Car("C1", 4));
    session.commit();
    assertThat(company.trucks).extracting(each -> each.plate).containsExactly("T1", "L1");
    assertThat(company.trucks.get(1)).isInstanceOf(Lorry.class);
    assertThat(company.trucks.get(0).owner).isSameAs(company);
  }

  @Test
  void select_rowOfNoClass_isANamedError() {
    session.add(new Car("C1", 4));
    fresh();
    session.connection().execute(Orm.text("UPDATE h_vehicle SET kind = NULL"));
    assertThatThrownBy(() -> session.scalars(select(Vehicle.class)).all())
        .isInstanceOf(PolymorphicLoadException.class)
        .hasMessageContaining("Cannot load Vehicle[id=1]: its discriminator Vehicle.kind is null")
        .hasMessageContaining("[ORM-311]");
  }
}
