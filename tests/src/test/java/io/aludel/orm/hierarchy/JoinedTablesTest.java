package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Engineer_;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ExecutedStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entities whose rows lie in several tables, joined by the key. */
@ForEachDatabase
class JoinedTablesTest {
  private static final Registry MODELS = Hierarchies.registry();

  private StatementRecorder recorder;
  private SessionFactory sessions;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
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

  /** Ann, Bob the manager, Cid the engineer, Dan the boss. */
  private void store() {
    session.addAll(List.of(
        new Employee("Ann"),
        new Manager("Bob", 5),
        new Engineer("Cid", "Java"),
        new Boss("Dan", 7, "Dr")));
    session.commit();
    session.close();
    session = sessions.open();
    recorder.clear();
  }

  @Test
  void flush_newObjects_insertsTableByTableFromTheTop() {
    Boss boss = new Boss("Dan", 7, "Dr");
    session.addAll(List.of(new Manager("Bob", 5), boss));
    session.flush();

    List<String> tables = sent().stream()
        .map(sql -> sql.replaceFirst("^.*INSERT INTO (\\w+ \\([^)]*\\)).*$", "$1"))
        .distinct()
        .toList();
    assertThat(tables)
        .containsExactly(
            "h_employee (name, company_id, type)", "h_manager (id, budget)", "h_boss (id, title)");
    assertThat(boss.id).isEqualTo(2);
  }

  @Test
  void flush_changedObject_updatesOnlyTablesWithChanges() {
    store();
    Boss boss = session.get(Boss.class, 4);
    recorder.clear();
    boss.budget = 8;
    session.flush();
    assertThat(sent()).containsExactly("UPDATE h_manager SET budget = ? WHERE h_manager.id = ?");

    boss.name = "Don";
    boss.title = "Prof";
    session.flush();
    assertThat(sent())
        .containsExactly(
            "UPDATE h_employee SET name = ? WHERE h_employee.id = ?",
            "UPDATE h_boss SET title = ? WHERE h_boss.id = ?");
  }

  @Test
  void flush_deletedObject_deletesLeafFirst() {
    store();
    session.delete(session.get(Boss.class, 4));
    recorder.clear();
    session.flush();
    List<String> deletes =
        sent().stream().filter(sql -> sql.startsWith("DELETE")).toList();
    assertThat(deletes)
        .containsExactly(
            "DELETE FROM h_boss WHERE h_boss.id = ?",
            "DELETE FROM h_manager WHERE h_manager.id = ?",
            "DELETE FROM h_employee WHERE h_employee.id = ?");
  }

  @Test
  void select_leafClass_joinsItsTables() {
    store();
    Boss boss = session.scalars(select(Boss.class).where(Manager_.budget.gt(6))).one();
    assertThat(boss.title).isEqualTo("Dr");
    assertThat(sent())
        .containsExactly("SELECT h_boss.id, h_employee.name, h_manager.budget, h_boss.title,"
            + " h_employee.company_id, h_employee.type FROM h_employee"
            + " JOIN h_manager ON h_employee.id = h_manager.id"
            + " JOIN h_boss ON h_manager.id = h_boss.id WHERE h_manager.budget > ?");
  }

  @Test
  void select_baseClass_givesObjectsOfTheirClassesAndReadsTheRestLater() {
    store();
    List<Employee> all =
        session.scalars(select(Employee.class).orderBy(Employee_.id)).all();
    assertThat(all)
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Employee", "Manager", "Engineer", "Boss");
    assertThat(sent())
        .containsExactly("SELECT h_employee.id, h_employee.name, h_employee.company_id,"
            + " h_employee.type FROM h_employee ORDER BY h_employee.id");

    assertThat(((Boss) all.get(3)).title).isEqualTo("Dr");
    assertThat(((Boss) all.get(3)).budget).isEqualTo(7);
    assertThat(((Engineer) all.get(2)).language).isEqualTo("Java");
    assertThat(sent())
        .containsExactly(
            "SELECT h_manager.budget, h_boss.title FROM h_manager"
                + " JOIN h_boss ON h_manager.id = h_boss.id WHERE h_manager.id = ?",
            "SELECT h_engineer.language, h_engineer.lead_id FROM h_engineer"
                + " WHERE h_engineer.id = ?");
  }

  @Test
  void get_identityIsThatOfTheTopmostClass() {
    store();
    Employee bob = session.get(Employee.class, 2);
    assertThat(bob).isInstanceOf(Manager.class);
    recorder.clear();
    assertThat(session.get(Manager.class, 2)).isSameAs(bob);
    assertThat(session.get(Boss.class, 2)).isNull();
    assertThat(session.get(Engineer.class, 2)).isNull();
    assertThat(sent()).isEmpty();
  }

  @Test
  void relationships_leadToAndFromSubClasses() {
    Company company = new Company("ACME");
    Manager bob = new Manager("Bob", 5);
    Engineer cid = new Engineer("Cid", "Java");
    company.people.add(bob);
    company.people.add(cid);
    cid.lead = bob;
    assertThat(bob.team).containsExactly(cid);
    session.add(company);
    session.commit();

    assertThat(company.people).containsExactly(bob, cid);
    assertThat(bob.team).containsExactly(cid);
    assertThat(cid.lead).isSameAs(bob);
    assertThat(cid.company).isSameAs(company);
    recorder.clear();
    session.expireAll();
    assertThat(session
            .scalars(select(Engineer.class).where(Engineer_.language.eq("Java")))
            .one())
        .isSameAs(cid);
  }
}
