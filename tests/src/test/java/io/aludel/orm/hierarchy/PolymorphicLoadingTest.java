package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.defer;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.loadOnly;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinPolymorphic;
import static io.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Engineer_;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.fixture.hierarchy.Staff;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Truck_;
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

/** Attributes of sub classes in the same row, or by one SELECT a class. */
@ForEachDatabase
class PolymorphicLoadingTest {
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

  @Test
  void withPolymorphic_readsSubClassesInTheSameRow() {
    session.addAll(List.of(
        new Employee("Ann"),
        new Manager("Bob", 5),
        new Engineer("Cid", "Java"),
        new Boss("Dan", 7, "Dr")));
    fresh();
    List<Employee> all = session
        .scalars(select(withPolymorphic(Employee.class, Manager.class, Engineer.class))
            .orderBy(Employee_.id))
        .all();
    assertThat(((Manager) all.get(1)).budget).isEqualTo(5);
    assertThat(((Engineer) all.get(2)).language).isEqualTo("Java");
    assertThat(((Boss) all.get(3)).budget).isEqualTo(7);
    assertThat(sent())
        .containsExactly("SELECT h_employee.id, h_employee.name, h_employee.company_id,"
            + " h_employee.type, h_manager.budget, h_engineer.language, h_engineer.lead_id"
            + " FROM h_employee LEFT OUTER JOIN h_manager ON h_employee.id = h_manager.id"
            + " LEFT OUTER JOIN h_engineer ON h_employee.id = h_engineer.id"
            + " ORDER BY h_employee.id");

    assertThat(session
            .scalars(
                select(withPolymorphic(Employee.class, Manager.class)).where(Manager_.budget.gt(6)))
            .one())
        .isSameAs(all.get(3));
  }

  @Test
  void markedSubClasses_comeInlineOrByASelectAClass() {
    Staff.Cook cook = new Staff.Cook();
    cook.dish = "soup";
    Staff.Waiter waiter = new Staff.Waiter();
    waiter.tables = 3;
    session.addAll(List.of(new Staff(), cook, waiter));
    fresh();
    List<Staff> all = session.scalars(select(Staff.class)).all();
    assertThat(sent()).hasSize(2).first().asString().contains("LEFT OUTER JOIN h_cook");
    assertThat(all)
        .anySatisfy(each -> assertThat(each)
            .isInstanceOfSatisfying(
                Staff.Cook.class, one -> assertThat(one.dish).isEqualTo("soup")))
        .anySatisfy(each -> assertThat(each)
            .isInstanceOfSatisfying(
                Staff.Waiter.class, one -> assertThat(one.tables).isEqualTo(3)));
    assertThat(sent()).isEmpty();
  }

  @Test
  void select_rowOfUnknownClass_isANamedError() {
    session.add(new Employee("Ann"));
    fresh();
    session.connection().execute(Orm.text("UPDATE h_employee SET type = 'ghost'"));
    assertThatThrownBy(() -> session.scalars(select(Employee.class)).all())
        .isInstanceOf(PolymorphicLoadException.class)
        .hasMessageContaining("'ghost', which no entity of its hierarchy has")
        .hasMessageContaining("[ORM-312]");
  }

  @Test
  @Parity("ORM-MAP-38")
  void inline_bringsDirectSubClassesOnly() {
    Staff.Chef chef = new Staff.Chef();
    chef.dish = "pie";
    chef.stars = 2;
    session.add(chef);
    fresh();
    Staff.Chef found = (Staff.Chef) session.scalars(select(Staff.class)).one();
    assertThat(sent())
        .containsExactly("SELECT h_staff.id, h_staff.name, h_staff.type, h_cook.dish FROM h_staff"
            + " LEFT OUTER JOIN h_cook ON h_staff.id = h_cook.id");
    assertThat(found.dish).isEqualTo("pie");
    assertThat(sent()).isEmpty();
    assertThat(found.stars).isEqualTo(2);
    assertThat(sent()).containsExactly("SELECT h_chef.stars FROM h_chef WHERE h_chef.id = ?");

    session.expungeAll();
    session.scalars(select(Staff.Cook.class)).all();
    assertThat(sent())
        .containsExactly("SELECT h_cook.id, h_staff.name, h_cook.dish, h_staff.type, h_chef.stars"
            + " FROM h_staff JOIN h_cook ON h_staff.id = h_cook.id"
            + " LEFT OUTER JOIN h_chef ON h_cook.id = h_chef.id");
  }

  @Test
  @Parity("ORM-MAP-38")
  void selectin_asksForKeysInChunksAndForMissingColumnsOnly() {
    for (int i = 0; i < 501; i++) {
      session.add(new Staff.Waiter());
    }
    session.add(new Staff.Sommelier());
    fresh();
    List<Staff> all = session.scalars(select(Staff.class)).all();
    List<String> sql = sent();
    int chunk = database.engine().dialect().keysPerLookup();
    assertThat(sql).hasSize(1 + (502 + chunk - 1) / chunk);
    assertThat(sql.get(1))
        .startsWith("SELECT h_waiter.id, h_waiter.tables, h_staff.type"
            + " FROM h_staff JOIN h_waiter ON h_staff.id = h_waiter.id WHERE h_waiter.id ");
    assertThat(all).allSatisfy(each -> assertThat(((Staff.Waiter) each).tables).isZero());
    assertThat(sent()).isEmpty();
  }

  @Test
  @Parity("ORM-QRY-23")
  void selectinPolymorphic_readsNamedClassesAndTheirOptions() {
    session.addAll(List.of(
        new Employee("Ann"),
        new Manager("Bob", 5),
        new Engineer("Cid", "Java"),
        new Boss("Dan", 7, "Dr")));
    fresh();
    List<Employee> all = session
        .scalars(select(Employee.class)
            .options(selectinPolymorphic(Employee_.entity, Manager.class, Engineer.class))
            .orderBy(Employee_.id))
        .all();
    assertThat(sent()).hasSize(3).element(1).asString().startsWith("SELECT h_manager.id,");
    assertThat(((Manager) all.get(3)).budget).isEqualTo(7);
    assertThat(((Engineer) all.get(2)).language).isEqualTo("Java");
    assertThat(sent()).isEmpty();
    assertThat(((Boss) all.get(3)).title).isEqualTo("Dr");
    assertThat(sent()).hasSize(1);

    session.expungeAll();
    all = session
        .scalars(select(Employee.class)
            .options(
                selectinPolymorphic(Employee_.entity, Engineer.class), defer(Engineer_.language))
            .orderBy(Employee_.id))
        .all();
    assertThat(sent())
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("SELECT h_engineer.id, h_employee.type, h_engineer.lead_id FROM");
    assertThat(((Engineer) all.get(2)).language).isEqualTo("Java");
    assertThat(sent()).hasSize(1);
  }

  @Test
  void options_onAttributesOfSubClasses_concernThoseOnly() {
    session.addAll(List.of(new Manager("Bob", 5), new Engineer("Cid", "Java")));
    fresh();
    session
        .scalars(select(withPolymorphic(Employee.class, Manager.class, Engineer.class))
            .options(loadOnly(Manager_.budget), defer(Engineer_.language)))
        .all();
    assertThat(sent())
        .containsExactly("SELECT h_employee.id, h_employee.name, h_employee.company_id,"
            + " h_employee.type, h_manager.budget, h_engineer.lead_id FROM h_employee"
            + " LEFT OUTER JOIN h_manager ON h_employee.id = h_manager.id"
            + " LEFT OUTER JOIN h_engineer ON h_employee.id = h_engineer.id");
  }

  @Test
  void page_withAJoinedCollection_countsPolymorphicOwners() {
    Manager bob = new Manager("Bob", 5);
    Engineer cid = new Engineer("Cid", "Java");
    Engineer eve = new Engineer("Eve", "C");
    cid.lead = bob;
    eve.lead = bob;
    session.addAll(List.of(bob, cid, eve));
    fresh();
    List<Employee> page = session
        .scalars(select(withPolymorphic(Employee.class, Manager.class))
            .options(joinedLoad(Manager_.team))
            .orderBy(Employee_.id)
            .limit(2))
        .unique()
        .all();
    assertThat(page).hasSize(2);
    assertThat(((Manager) page.get(0)).team)
        .extracting(one -> one.name)
        .containsExactly("Cid", "Eve");
    assertThat(((Manager) page.get(0)).budget).isEqualTo(5);
    assertThat(sent()).hasSize(1);
  }

  @Test
  void alias_ofAClassInASharedTable_asksForItsRowsToo() {
    session.addAll(List.of(new Car("C1", 4), new Truck("T1", 9)));
    fresh();
    var truck = Truck_.as("t");
    assertThat(session.scalars(select(truck)).all())
        .extracting(each -> each.plate)
        .containsExactly("T1");
    assertThat(sent()).first().asString().contains("FROM h_vehicle AS t WHERE t.kind ");
  }

  @Test
  void merge_ofADetachedSubClass_findsItsRow() {
    Boss dan = new Boss("Dan", 7, "Dr");
    session.add(dan);
    fresh();
    dan.title = "Prof";
    Boss merged = session.merge(dan);
    assertThat(merged).isNotSameAs(dan);
    sent();
    session.flush();
    assertThat(sent()).containsExactly("UPDATE h_boss SET title = ? WHERE h_boss.id = ?");
  }

  @Test
  void rows_ofClassesInTurn_becomeObjectsWithTheirOwnKeys() {
    session.addAll(List.of(
        new Manager("Bob", 5), new Employee("Ann"), new Manager("Dan", 7), new Employee("Eve")));
    fresh();
    assertThat(session.scalars(select(Employee.class).orderBy(Employee_.name)).all())
        .extracting(each -> each.name + " " + session.get(Employee.class, each.id).name)
        .containsExactly("Ann Ann", "Bob Bob", "Dan Dan", "Eve Eve");
  }
}
