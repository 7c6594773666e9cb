package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Company_;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Paper;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.orm.Orm;
import io.aludel.orm.PolymorphicLoadException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tells of which class a row is. */
@ForEachDatabase
class PolymorphicIdentityTest {
  private HierarchyRun run;

  @BeforeEach
  void open(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.registry());
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  @Parity("ORM-MAP-37")
  void discriminator_isSetWhenTheObjectIsMade() {
    assertThat(new Paper("P").kind).isEqualTo(1);
    assertThat(new Paper.Novel("N").kind).isEqualTo(4);
    assertThat(new Car("C", 4).kind).isEqualTo(Vehicle.Kind.CAR);
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void load_ofAnAbstractClassBetween_givesObjectsOfThoseBelow() {
    run.store(new Paper("P1"), new Paper.Report("R1"), new Paper.Novel("N1"));
    assertThat(run.session.scalars(select(Paper.Bound.class)).all())
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactlyInAnyOrder("Report", "Novel");
    assertThat(run.session.get(Paper.Bound.class, "N1")).isInstanceOf(Paper.Novel.class);
    assertThat(run.session.get(Paper.Bound.class, "P1")).isNull();
    assertThat(run.session.get(Paper.class, "R1")).isInstanceOf(Paper.Report.class);
  }

  @Test
  void load_ofAnUnknownDiscriminator_namesIt() {
    run.store(new Paper("P1"));
    run.session.connection().execute(Orm.text("UPDATE h_paper SET kind = 99"));
    assertThatThrownBy(() -> run.session.scalars(select(Paper.class)).all())
        .isInstanceOf(PolymorphicLoadException.class)
        .hasMessage("Cannot load Paper[code='P1']: its discriminator Paper.kind is '99', which no"
            + " entity of its hierarchy has; known are [1, 2, 3, 4]. Give the missing class to the"
            + " registry, or correct the row. [ORM-312]");
  }

  @Test
  void load_ofAClassElsewhereInTheHierarchy_namesIt() {
    run.store(new Manager("Bob", 5));
    run.session.connection().execute(Orm.text("UPDATE h_employee SET type = 'engineer'"));
    assertThatThrownBy(() -> run.session.scalars(select(Manager.class)).all())
        .isInstanceOf(PolymorphicLoadException.class)
        .hasMessage("Cannot load Manager[id=1]: its discriminator Manager.type is 'engineer', that"
            + " of Engineer, which is no Manager. Correct the row, or read it as Engineer."
            + " [ORM-313]");
  }

  @Test
  void load_ofARowThatIsNotThere_givesNull() {
    run.store(new Company("Empty"));
    var row = run.session
        .execute(select(Company_.entity, Employee_.entity).leftJoin(Company_.people))
        .one();
    assertThat(row.get(0)).isInstanceOf(Company.class);
    assertThat(row.get(1)).isNull();
  }

  @Test
  void get_ofAnotherClass_givesNullWhetherTheObjectIsHereOrNot() {
    run.store(new Manager("Bob", 5), new Truck("T1", 3));
    assertThat(run.session.get(Engineer.class, 1)).isNull();
    assertThat(run.session.get(Car.class, 1)).isNull();
    Employee bob = run.session.get(Employee.class, 1);
    assertThat(bob).isInstanceOf(Manager.class);
    run.sent();
    assertThat(run.session.get(Manager.class, 1)).isSameAs(bob);
    assertThat(run.session.get(Engineer.class, 1)).isNull();
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void flush_ofAChangedDiscriminator_storesIt() {
    run.store(new Car("C1", 4));
    Car car = run.session.scalars(select(Car.class)).one();
    car.kind = Vehicle.Kind.TRUCK;
    run.fresh();
    assertThat(run.session.scalars(select(Vehicle.class)).one()).isInstanceOf(Truck.class);
  }

  @Test
  void registry_withoutTheClassAbove_isRefused() {
    assertThatThrownBy(() -> Registry.of(Manager.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Cannot map Manager: it extends the entity"
            + " io.aludel.fixture.hierarchy.Employee, which is not given to the registry.")
        .hasMessageContaining("[MAP-241]");
  }
}
