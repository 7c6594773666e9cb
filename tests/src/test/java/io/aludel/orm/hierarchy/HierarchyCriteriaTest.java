package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.literal;
import static io.aludel.orm.Orm.row;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Boss_;
import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Car_;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Truck_;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.fixture.hierarchy.Vehicle_;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.MappingException;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE of entities of a hierarchy by statements. */
@ForEachDatabase
class HierarchyCriteriaTest {
  private HierarchyRun run;

  @BeforeEach
  void store(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.registry());
    run.store(
        new Employee("Ann"),
        new Manager("Bob", 5),
        new Engineer("Cid", "Java"),
        new Boss("Dan", 7, "Dr"),
        new Car("C1", 4),
        new Truck("T1", 9),
        new Lorry("L1", 20, 3));
  }

  @AfterEach
  void close() {
    run.close();
  }

  @Test
  void update_ofASharedTable_meetsOnlyRowsOfTheClass() {
    Truck truck =
        run.session.scalars(select(Truck.class).where(Truck_.plate.eq("T1"))).one();
    Car car = run.session.scalars(select(Car.class)).one();
    run.sent();
    int count = run.session.execute(update(Truck.class).set(Truck_.plate, "X")).rowCount();
    assertThat(count).isEqualTo(2);
    assertThat(truck.plate).isEqualTo("X");
    assertThat(car.plate).isEqualTo("C1");
    run.fresh();
    assertThat(run.session.scalars(select(Vehicle_.plate).orderBy(Vehicle_.id)).all())
        .containsExactly("C1", "X", "X");
  }

  @Test
  void delete_ofASharedTable_meetsOnlyRowsOfTheClass() {
    run.session.execute(delete(Car.class));
    assertThat(run.written()).hasSize(1).first().asString().contains(" WHERE h_vehicle.kind ");
    assertThat(run.session.scalars(select(Vehicle.class).orderBy(Vehicle_.id)).all())
        .extracting(each -> each.plate)
        .containsExactly("T1", "L1");
    run.session.execute(delete(Truck.class).where(Truck_.weight.lt(10)));
    assertThat(run.session.scalars(select(Vehicle_.plate)).all()).containsExactly("L1");
  }

  @Test
  void update_ofTheLowestTable_needsNoOther() {
    Manager bob = run.session.get(Manager.class, 2);
    run.sent();
    run.session.execute(update(Manager.class).set(Manager_.budget, 6).where(Manager_.budget.lt(6)));
    assertThat(run.sent())
        .containsExactly("UPDATE h_manager SET budget = ? WHERE h_manager.budget < ?");
    assertThat(bob.budget).isEqualTo(6);
  }

  @Test
  void update_byAttributesOfATableAbove_findsRowsByKey() {
    run.session.execute(
        update(Manager.class).set(Manager_.budget, 9).where(Manager_.name.eq("Bob")));
    assertThat(run.sent())
        .containsExactly(
            "UPDATE h_manager SET budget = ? WHERE h_manager.id IN (SELECT h_manager.id"
                + " FROM h_employee JOIN h_manager ON h_employee.id = h_manager.id"
                + " WHERE h_employee.name = ?)");
    assertThat(run.session.get(Manager.class, 2).budget).isEqualTo(9);
    assertThat(run.session.get(Manager.class, 4).budget).isEqualTo(7);
  }

  @Test
  void update_ofATableAbove_meetsOnlyRowsOfTheClass() {
    run.session.execute(update(Manager.class).set(Manager_.name, "M"));
    assertThat(run.sent())
        .containsExactly("UPDATE h_employee SET name = ? WHERE h_employee.id IN (SELECT"
            + " h_employee.id FROM h_employee JOIN h_manager ON h_employee.id = h_manager.id)");
    assertThat(run.session.scalars(select(Employee_.name).orderBy(Employee_.id)).all())
        .containsExactly("Ann", "M", "Cid", "M");
    run.session.execute(update(Employee.class).set(Employee_.name, "E").where(Employee_.id.eq(2)));
    assertThat(run.session.get(Employee.class, 2).name).isEqualTo("E");
  }

  @Test
  void update_ofTwoTables_isRefused() {
    assertThatThrownBy(() -> run.session.execute(
            update(Manager.class).set(Manager_.name, "M").set(Manager_.budget, 1)))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage("Cannot update Manager by one statement: what is set lies in the tables"
            + " h_employee, h_manager. Write an UPDATE for the attributes of each. [ORM-520]");
  }

  @Test
  void delete_ofJoinedTables_clearsEachTableLeafFirst() {
    Boss boss = run.session.get(Boss.class, 4);
    run.sent();
    int count =
        run.session.execute(delete(Manager.class).where(Manager_.budget.gt(6))).rowCount();
    assertThat(count).isEqualTo(1);
    assertThat(run.written())
        .extracting(sql -> sql.replaceFirst(" WHERE.*", ""))
        .containsExactly("DELETE FROM h_boss", "DELETE FROM h_manager", "DELETE FROM h_employee");
    assertThat(run.session.contains(boss)).isFalse();
    assertThat(run.session.scalars(select(Employee_.name).orderBy(Employee_.id)).all())
        .containsExactly("Ann", "Bob", "Cid");
    assertThat(run.session.scalars(select(Boss_.title)).all()).isEmpty();

    assertThat(run.session.execute(delete(Employee.class)).rowCount()).isEqualTo(3);
    assertThat(run.session.scalars(select(Employee.class)).all()).isEmpty();
  }

  @Test
  void insert_intoASharedTable_saysTheClass() {
    run.session.execute(insert(Car.class).values(row("plate", "C2"), row("plate", "C3")));
    run.session.execute(insert(Lorry.class), List.of(Map.of("plate", "L2", "axles", 2)));
    assertThat(run.session.scalars(select(Vehicle.class).orderBy(Vehicle_.id)).all())
        .extracting(each -> each.getClass().getSimpleName() + " " + each.plate)
        .endsWith("Car C2", "Car C3", "Lorry L2");
    assertThat(run.session
            .scalars(select(Car_.plate).where(Car_.kind.eq(Vehicle.Kind.CAR)))
            .all())
        .hasSize(3);
  }

  @Test
  void insert_intoJoinedTables_withAListOfMaps_writesEachTable() {
    List<Map<String, Object>> rows = List.of(
        Map.of("name", "Eve", "budget", 3, "title", "Ms"),
        Map.of("name", "Fay", "budget", 4, "title", "Dr"));
    run.sent();
    assertThat(run.session.execute(insert(Boss.class), rows).rowCount()).isEqualTo(2);
    assertThat(run.sent())
        .extracting(sql -> sql.replaceFirst("(?s).*(INSERT INTO \\w+ \\([^)]*\\)).*", "$1"))
        .containsExactly(
            "INSERT INTO h_employee (name, type)",
            "INSERT INTO h_manager (id, budget)",
            "INSERT INTO h_boss (id, title)");
    assertThat(run.session.newObjects()).isEmpty();
    assertThat(run.session.scalars(select(Boss.class).orderBy(Boss_.id)).all())
        .extracting(each -> each.name + each.budget + each.title)
        .containsExactly("Dan7Dr", "Eve3Ms", "Fay4Dr");
    run.session.rollback();
    assertThat(run.session.scalars(select(Boss_.title)).all()).containsExactly("Dr");
  }

  @Test
  void insert_intoJoinedTables_ofAnUnknownAttribute_isNamedAndRecoverable() {
    assertThatThrownBy(() -> run.session.execute(
            insert(Manager.class), List.of(Map.of("name", "Eve", "nothing", 1))))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("nothing");
    run.session.rollback();
    assertThat(run.session.scalars(select(Employee_.name).orderBy(Employee_.id)).all())
        .containsExactly("Ann", "Bob", "Cid", "Dan");
  }

  @Test
  @Parity("ORM-QRY-31")
  @Requires(Capability.INSERT_RETURNING)
  void insert_intoJoinedTables_returning_givesTheObjects() {
    List<Row> rows = run.session
        .execute(
            insert(Boss.class).returning(Boss_.entity, Boss_.title, Boss_.name),
            List.of(
                Map.of("name", "Eve", "budget", 3, "title", "Ms"),
                Map.of("name", "Fay", "budget", 4, "title", "Dr")))
        .all();
    Boss eve = (Boss) rows.get(0).get(0);
    Boss fay = (Boss) rows.get(1).get(0);
    assertThat(run.sent()).as("a batch for each table").hasSize(3);
    assertThat(List.of(eve.name + eve.budget + eve.title, fay.name + fay.budget + fay.title))
        .containsExactly("Eve3Ms", "Fay4Dr");
    assertThat(rows.get(1).get(Boss_.title)).isEqualTo("Dr");
    assertThat(rows.get(1).get(Boss_.name)).isEqualTo("Fay");
    assertThat(run.session.get(Employee.class, fay.id)).isSameAs(fay);
    assertThat(run.sent()).isEmpty();
    fay.title = "Prof";
    run.session.flush();
    assertThat(run.written()).hasSize(1);
    Integer key = fay.id;
    run.fresh();
    assertThat(run.session.getOne(Boss.class, key).title).isEqualTo("Prof");
  }

  @Test
  @Parity("ORM-QRY-31")
  @Requires(Capability.INSERT_RETURNING)
  void insert_intoJoinedTables_returningSql_readsTheRows() {
    assertThat(run.session
            .execute(
                insert(Manager.class).returning(Manager_.name.upper(), Manager_.entity),
                List.of(Map.of("name", "Eve", "budget", 3), Map.of("name", "Fay", "budget", 4)))
            .all())
        .extracting(each -> each.get(0) + ((Manager) each.get(1)).name)
        .containsExactly("EVEEve", "FAYFay");
    assertThat(run.session
            .execute(
                insert(Manager.class).values(row("name", func.lower(literal("GIL")))),
                List.of(Map.of("budget", 3)))
            .rowCount())
        .isOne();
    assertThat(run.session
            .scalars(select(Manager_.budget).where(Manager_.name.eq("gil")))
            .all())
        .containsExactly(3);
    run.session.execute(insert(Manager.class), Map.of("name", "Hal", "budget", 9));
    assertThat(run.session
            .scalars(select(Manager.class).where(Manager_.budget.eq(9)))
            .one()
            .name)
        .isEqualTo("Hal");
  }

  @Test
  @Parity("ORM-QRY-31")
  @Requires(Capability.INSERT_RETURNING)
  void insert_returning_whatIsOfAnotherClass_isThat() {
    Object lorry = run.session
        .execute(
            insert(Truck.class).returning(Truck_.entity),
            List.of(Map.of("plate", "L9", "kind", Vehicle.Kind.LORRY, "weight", 2)))
        .scalars()
        .one();
    assertThat(lorry).isInstanceOf(Lorry.class);
    Object truck = run.session
        .execute(
            insert(Truck.class).returning(Truck_.entity),
            List.of(Map.of("plate", "T9", "weight", 2)))
        .scalars()
        .one();
    assertThat(truck).isExactlyInstanceOf(Truck.class);
    assertThat(((Truck) truck).kind).isEqualTo(Vehicle.Kind.TRUCK);
  }

  @Test
  void insert_intoJoinedTables_isRefused() {
    assertThatThrownBy(() -> run.session.execute(insert(Manager.class).values(row("name", "Eve"))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessage("Cannot insert Manager by a statement: its rows lie in the tables h_employee,"
            + " h_manager. Run the INSERT without conflicts on a list of maps, add objects to the"
            + " session, or insert into each table. [ORM-520]");
    assertThatThrownBy(() -> run.session.execute(
            insert(Manager.class).onConflict().doNothing(), List.of(Map.of("name", "Eve"))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("[ORM-520]");
  }
}
