package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.byName;
import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.fromStatement;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Boss_;
import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Car_;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Company_;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Engineer_;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.fixture.hierarchy.Vehicle_;
import io.aludel.orm.attribute.PolymorphicEntity;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An entity together with its sub classes, in each form that has. */
@ForEachDatabase
class WithPolymorphicTest {
  private HierarchyRun run;

  @BeforeEach
  void fillTables(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.registry());
    Company acme = new Company("Acme");
    Employee ann = new Employee("Ann");
    Manager bob = new Manager("Bob", 5);
    Engineer cid = new Engineer("Cid", "Java");
    Boss dan = new Boss("Dan", 7, "Dr");
    for (Employee each : List.of(ann, bob, cid, dan)) {
      acme.people.add(each);
      run.session.add(acme);
      run.session.flush();
    }
    run.fresh();
  }

  @AfterEach
  void close() {
    run.close();
  }

  private static String names(List<? extends Employee> people) {
    return String.join(" ", people.stream().map(each -> each.name).toList());
  }

  @Test
  @Parity("ORM-MAP-39")
  void alias_givesEachTableAnAliasOfItsOwn() {
    var p = withPolymorphic(Employee.class, Manager.class).aliased("p");
    var q = withPolymorphic(Employee.class, Manager.class).aliased("q");

    var rows = run.session
        .execute(select(p.get(Manager_.name), q.get(Manager_.name))
            .where(p.get(Manager_.budget).lt(q.get(Manager_.budget))))
        .all();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).asList()).isEqualTo(List.of("Bob", "Dan"));
    assertThat(run.sent())
        .containsExactly("SELECT p_h_employee.name, q_h_employee.name AS name_1"
            + " FROM h_employee AS p_h_employee"
            + " LEFT OUTER JOIN h_manager AS p_h_manager ON p_h_employee.id = p_h_manager.id,"
            + " h_employee AS q_h_employee"
            + " LEFT OUTER JOIN h_manager AS q_h_manager ON q_h_employee.id = q_h_manager.id"
            + " WHERE p_h_manager.budget < q_h_manager.budget");
  }

  @Test
  @Parity("ORM-MAP-39")
  void innerJoined_keepsTheAlias() {
    var people = withPolymorphic(Employee.class, Manager.class).aliased("m").innerJoined();

    List<Employee> found =
        run.session.scalars(select(people).orderBy(people.get(Employee_.id))).all();

    assertThat(names(found)).isEqualTo("Bob Dan");
    assertThat(((Manager) found.get(0)).budget).isEqualTo(5);
    assertThat(run.sent())
        .containsExactly("SELECT m_h_employee.id, m_h_employee.name, m_h_employee.company_id,"
            + " m_h_employee.type, m_h_manager.budget FROM h_employee AS m_h_employee"
            + " JOIN h_manager AS m_h_manager ON m_h_employee.id = m_h_manager.id"
            + " ORDER BY m_h_employee.id");
    assertThat(people.aliasName()).isEqualTo("m");
    assertThat(withPolymorphic(Employee.class).innerJoined().isAlias()).isFalse();
  }

  @Test
  @Parity("ORM-MAP-39")
  void from_query_findsAttributesOfAllClassesAmongItsColumns() {
    var all = withPolymorphic(Employee.class, Manager.class, Engineer.class);
    var rows = select(all).where(Employee_.name.ne("Ann")).as("late");
    var late = all.from(rows);

    List<Employee> found = run.session
        .scalars(select(late)
            .where(
                late.get(Manager_.budget).ge(5).or(late.get(Engineer_.language).eq("Java")))
            .orderBy(late.get(Employee_.id)))
        .all();

    assertThat(names(found)).isEqualTo("Bob Cid Dan");
    assertThat(((Engineer) found.get(1)).language).isEqualTo("Java");
    assertThat(((Manager) found.get(2)).budget).isEqualTo(7);
    assertThat(run.sent())
        .containsExactly("SELECT late.id, late.name, late.company_id, late.type, late.budget,"
            + " late.language, late.lead_id FROM (SELECT h_employee.id AS id, h_employee.name AS"
            + " name, h_employee.company_id AS company_id, h_employee.type AS type,"
            + " h_manager.budget AS budget, h_engineer.language AS language, h_engineer.lead_id"
            + " AS lead_id FROM h_employee"
            + " LEFT OUTER JOIN h_manager ON h_employee.id = h_manager.id"
            + " LEFT OUTER JOIN h_engineer ON h_employee.id = h_engineer.id"
            + " WHERE h_employee.name != ?) AS late"
            + " WHERE late.budget >= ? OR late.language = ? ORDER BY late.id");
    assertThat(((Boss) found.get(2)).title).isEqualTo("Dr");
    assertThat(run.count()).isEqualTo(1);
  }

  @Test
  @Parity("ORM-MAP-39")
  void from_rowsWithoutSome_leavesTheRestForLater() {
    var rows = select(Employee_.id, Employee_.name.as("name"), Manager_.budget)
        .add(io.aludel.orm.Orm.literalColumn("'manager'").as("type"))
        .from(io.aludel.orm.Orm.entity(Manager.class))
        .subquery();
    var managers =
        withPolymorphic(Employee.class, Manager.class, Engineer.class).from(byName(rows));

    List<Employee> found = run.session
        .scalars(select(managers).where(managers.get(Employee_.name).eq("Bob")))
        .all();

    assertThat(names(found)).isEqualTo("Bob");
    assertThat(((Manager) found.get(0)).budget).isEqualTo(5);
    assertThat(run.count()).isEqualTo(1);
    assertThat(found.get(0).company.name).isEqualTo("Acme");
  }

  @Test
  @Parity("ORM-MAP-39")
  void fromStatement_text_readsSubClasses() {
    List<Employee> found = run.session
        .scalars(fromStatement(
            select(withPolymorphic(Employee.class, Manager.class)),
            text("SELECT e.id AS id, e.name, e.type, m.budget FROM h_employee e"
                + " LEFT JOIN h_manager m ON m.id = e.id ORDER BY e.id")))
        .all();

    assertThat(names(found)).isEqualTo("Ann Bob Cid Dan");
    assertThat(((Manager) found.get(1)).budget).isEqualTo(5);
    assertThat(run.count()).isEqualTo(1);
    assertThat(InstanceState.of(found.get(2)).unloaded()).contains("language");
  }

  @Test
  @Parity("ORM-MAP-39")
  void joined_fillsARelationshipWithSubClasses() {
    var people = withPolymorphic(Employee.class, Manager.class, Boss.class).aliased("p");

    Company acme = run.session
        .scalars(select(Company.class)
            .join(Company_.people.ofType(people))
            .where(people.get(Manager_.budget).gt(1).and(people.get(Boss_.title).eq("Dr")))
            .options(containsEager(Company_.people.ofType(people))))
        .unique()
        .one();

    assertThat(acme.people).hasSize(1);
    Boss dan = (Boss) acme.people.get(0);
    assertThat(dan.title + dan.budget).isEqualTo("Dr7");
    assertThat(run.sent())
        .containsExactly("SELECT h_company.id, h_company.name, p_h_employee.id AS id_1,"
            + " p_h_employee.name AS name_1, p_h_employee.company_id, p_h_employee.type,"
            + " p_h_manager.budget, p_h_boss.title FROM h_company JOIN (h_employee AS p_h_employee"
            + " LEFT OUTER JOIN h_manager AS p_h_manager ON p_h_employee.id = p_h_manager.id"
            + " LEFT OUTER JOIN h_boss AS p_h_boss ON p_h_manager.id = p_h_boss.id)"
            + " ON h_company.id = p_h_employee.company_id"
            + " WHERE p_h_manager.budget > ? AND p_h_boss.title = ?");
  }

  @Test
  @Parity("ORM-MAP-39")
  void singleTable_readsColumnsOfSubClassesAlong() {
    run.store(new Car("A", 3), new Truck("B", 9));
    List<Vehicle> plain =
        run.session.scalars(select(Vehicle.class).orderBy(Vehicle_.id)).all();
    assertThat(InstanceState.of(plain.get(0)).unloaded()).contains("doors");
    run.session.expungeAll();
    run.sent();

    var all = withPolymorphic(Vehicle.class, Car.class).aliased("v");
    List<Vehicle> found =
        run.session.scalars(select(all).orderBy(all.get(Vehicle_.id))).all();

    assertThat(InstanceState.of(found.get(0)).unloaded()).doesNotContain("doors");
    assertThat(((Car) found.get(0)).doors).isEqualTo(3);
    assertThat(run.count()).isEqualTo(1);
    assertThat(run.session.scalars(select(all).where(all.get(Car_.doors).eq(3))).one())
        .isSameAs(found.get(0));
  }

  @Test
  @Parity("ORM-MAP-39")
  @SuppressWarnings({"unchecked", "rawtypes"}) // what generics refuse is refused without them, too
  void misuse_isRefusedWithAReason() {
    PolymorphicEntity<Employee> people = withPolymorphic(Employee.class, Manager.class);
    assertThatThrownBy(() -> withPolymorphic((Class) Employee.class, (Class) Company.class))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Company")
        .hasMessageContaining("it is no sub class of it");
    assertThatThrownBy(() -> people.aliased(" ")).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> people.get(Engineer_.language))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Engineer is not read with it");
    assertThatThrownBy(() -> people.from(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> people.from(Employee_.entity))
        .isInstanceOf(ArgumentException.class)
        .hasMessageEndingWith("[MAP-304]");
    var rows = people.from(select(people).as("x"));
    assertThat(rows).hasToString("Employee from x");
    assertThatThrownBy(() -> rows.aliased("y"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageStartingWith("Cannot make another alias or join of Employee from x");
    assertThatThrownBy(rows::innerJoined).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(rows::aliased).isInstanceOf(ArgumentException.class);
    var bare = people.from(select(Employee_.id, Employee_.name).as("b"));
    assertThatThrownBy(() -> run.session.scalars(select(bare)))
        .hasMessageContaining("Cannot use Employee")
        .hasMessageEndingWith("[MAP-303]");
    run.sent();
  }
}
