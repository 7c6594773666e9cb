package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.fixture.hierarchy.Staff;
import io.aludel.orm.Orm;
import io.aludel.orm.PolymorphicLoadException;
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
}
