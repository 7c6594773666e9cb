package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.InvalidRequestException;
import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Truck_;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.fixture.hierarchy.Vehicle_;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities of hierarchies that are read from subqueries. */
@ForEachDatabase
class HierarchyRowsTest {
  private HierarchyRun run;

  @BeforeEach
  void store(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.registry());
    run.store(
        new Employee("Ann"),
        new Manager("Bob", 5),
        new Car("C1", 4),
        new Truck("T1", 9),
        new Lorry("L1", 20, 3));
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_sharedTable_asksForTheRowsOfTheClass() {
    var truck = Truck_.from(select(Vehicle.class).subquery());

    List<Truck> trucks = run.session.scalars(select(truck).orderBy(truck.id)).all();

    assertThat(trucks).extracting(each -> each.plate).containsExactly("T1", "L1");
    assertThat(trucks.get(1)).isInstanceOf(Lorry.class);
    assertThat(run.sent().get(0)).contains("FROM (SELECT h_vehicle.id").contains(" WHERE anon_1.");
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_joinedTables_readsBothFromOneSubquery() {
    var manager =
        Manager_.from(select(Manager.class).where(Manager_.budget.gt(1)).subquery());

    Manager bob =
        run.session.scalars(select(manager).where(manager.budget.eq(5))).one();

    assertThat(bob.name).isEqualTo("Bob");
    assertThat(run.count()).isEqualTo(1);
    var employee = Employee_.from(select(Employee.class).subquery());
    assertThat(run.session.scalars(select(employee).orderBy(employee.id)).all())
        .hasSize(2)
        .contains(bob);
    assertThat(run.count()).isEqualTo(1);
  }

  @Test
  @Parity("ORM-QRY-42")
  void from_rowsWithoutTheDiscriminator_areRefused() {
    var vehicle = Vehicle_.from(select(Vehicle_.id, Vehicle_.plate).subquery());

    assertThatThrownBy(() -> run.session.scalars(select(vehicle)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("MAP-303");
  }
}
