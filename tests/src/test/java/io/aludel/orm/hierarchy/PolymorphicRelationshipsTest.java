package io.aludel.orm.hierarchy;

import static io.aludel.orm.Orm.containsEager;
import static io.aludel.orm.Orm.immediateLoad;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.lazyLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.selectinPolymorphic;
import static io.aludel.orm.Orm.subqueryLoad;
import static io.aludel.orm.Orm.withPolymorphic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.hierarchy.Boss;
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
import io.aludel.orm.Load;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships to and from hierarchies under each way of loading. */
@ForEachDatabase
@Parity("ORM-REL-35")
class PolymorphicRelationshipsTest {
  private HierarchyRun run;

  /** ACME with Ann, Bob the manager, Dan the boss, Cid the engineer whom Bob leads, and a truck; and an empty one. */
  @BeforeEach
  void store(TestDatabase database) {
    run = new HierarchyRun(database, Hierarchies.registry());
    Company acme = new Company("ACME");
    Manager bob = new Manager("Bob", 5);
    Engineer cid = new Engineer("Cid", "Java");
    cid.lead = bob;
    acme.people.addAll(List.of(new Employee("Ann"), bob, new Boss("Dan", 7, "Dr"), cid));
    acme.trucks.add(new Truck("T1", 9));
    run.store(acme, new Company("Empty"));
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void expectCompanyOfAll(Load<?> option, int statements) {
    run.session.expungeAll();
    List<Employee> all = run.session
        .scalars(select(Employee.class).options(option).orderBy(Employee_.id))
        .all();
    assertThat(all).hasSize(4).allSatisfy(one -> assertThat(one.company).isNotNull());
    assertThat(all).extracting(one -> one.company).containsOnly(all.get(0).company);
    assertThat(run.count()).as(option.toString()).isEqualTo(statements);
  }

  @Test
  void reference_ofOwnersOfSeveralClasses_isLoadedInEachWay() {
    expectCompanyOfAll(lazyLoad(Employee_.company), 2);
    expectCompanyOfAll(joinedLoad(Employee_.company), 1);
    expectCompanyOfAll(selectinLoad(Employee_.company), 2);
    expectCompanyOfAll(subqueryLoad(Employee_.company), 2);
    expectCompanyOfAll(immediateLoad(Employee_.company), 2);
  }

  private void expectPeopleOfAll(Load<?> option, int statements) {
    run.session.expungeAll();
    List<Company> all = run.session
        .scalars(select(Company.class).options(option).orderBy(Company_.id))
        .unique()
        .all();
    assertThat(all.get(0).people)
        .extracting(each -> each.getClass().getSimpleName().toLowerCase(Locale.ROOT))
        .containsExactly("employee", "manager", "boss", "engineer");
    assertThat(all.get(1).people).isEmpty();
    assertThat(run.count()).as(option.toString()).isEqualTo(statements);
  }

  @Test
  void collection_ofSeveralClasses_isLoadedInEachWay() {
    expectPeopleOfAll(lazyLoad(Company_.people), 3);
    expectPeopleOfAll(joinedLoad(Company_.people), 1);
    expectPeopleOfAll(selectinLoad(Company_.people), 2);
    expectPeopleOfAll(subqueryLoad(Company_.people), 2);
    expectPeopleOfAll(immediateLoad(Company_.people), 3);
  }

  private void expectManagersFilled(Load<?> option, int statements) {
    expectPeopleOfAll(option, statements);
    Company acme = run.session
        .scalars(select(Company.class).where(Company_.name.eq("ACME")))
        .one();
    run.sent();
    assertThat(((Manager) acme.people.get(1)).budget).isEqualTo(5);
    assertThat(((Manager) acme.people.get(2)).budget).isEqualTo(7);
    assertThat(run.sent()).isEmpty();
    assertThat(((Engineer) acme.people.get(3)).language).isEqualTo("Java");
    assertThat(run.count()).isEqualTo(1);
  }

  @Test
  void ofType_inAnEagerLoad_bringsTheAttributesOfThatClassAlong() {
    expectManagersFilled(joinedLoad(Company_.people.ofType(Manager_.entity)), 1);
    expectManagersFilled(selectinLoad(Company_.people.ofType(Manager_.entity)), 2);
    expectManagersFilled(subqueryLoad(Company_.people.ofType(Manager_.entity)), 2);
    expectManagersFilled(lazyLoad(Company_.people.ofType(Manager_.entity)), 3);
    expectManagersFilled(selectinLoad(Company_.people).selectinPolymorphic(Manager.class), 3);
    expectManagersFilled(joinedLoad(Company_.people).selectinPolymorphic(Manager.class), 2);
  }

  @Test
  void ofType_withPolymorphic_bringsAllAlongAndLeadsOn() {
    Company acme = run.session
        .scalars(select(Company.class)
            .where(Company_.name.eq("ACME"))
            .options(joinedLoad(Company_.people.ofType(
                    withPolymorphic(Employee.class, Manager.class, Engineer.class)))
                .joinedLoad(Employee_.company)))
        .unique()
        .one();
    assertThat(run.count()).isEqualTo(1);
    assertThat(((Manager) acme.people.get(1)).budget).isEqualTo(5);
    assertThat(((Engineer) acme.people.get(3)).language).isEqualTo("Java");
    assertThat(run.sent()).isEmpty();
  }

  private void expectLead(List<Employee> all, int statements) {
    Engineer cid = (Engineer) all.get(3);
    assertThat(cid.lead).isSameAs(all.get(1));
    assertThat(run.sent()).hasSize(statements);
    run.session.expungeAll();
  }

  @Test
  void relationshipOfASubClass_isLoadedWithObjectsOfAClassAbove() {
    var all = select(Employee.class).orderBy(Employee_.id);
    expectLead(run.session.scalars(all.options(selectinLoad(Engineer_.lead))).all(), 2);
    expectLead(run.session.scalars(all.options(joinedLoad(Engineer_.lead))).all(), 2);
    expectLead(
        run.session
            .scalars(all.options(
                selectinPolymorphic(Employee_.entity, Engineer.class), joinedLoad(Engineer_.lead)))
            .all(),
        2);

    var poly = select(withPolymorphic(Employee.class, Engineer.class)).orderBy(Employee_.id);
    expectLead(run.session.scalars(poly.options(joinedLoad(Engineer_.lead))).all(), 1);
    expectLead(run.session.scalars(poly.options(selectinLoad(Engineer_.lead))).all(), 2);
    expectLead(run.session.scalars(poly.options(subqueryLoad(Engineer_.lead))).all(), 2);
    expectLead(run.session.scalars(poly.options(immediateLoad(Engineer_.lead))).all(), 1);
  }

  @Test
  void collectionOfASubClass_isLoadedWithObjectsOfAClassAbove() {
    List<Employee> all = run.session
        .scalars(select(withPolymorphic(Employee.class, Manager.class))
            .options(joinedLoad(Manager_.team))
            .orderBy(Employee_.id))
        .unique()
        .all();
    assertThat(((Manager) all.get(1)).team).containsExactly((Engineer) all.get(3));
    assertThat(((Boss) all.get(2)).team).isEmpty();
    assertThat(run.count()).isEqualTo(1);
    run.session.expungeAll();

    all = run.session
        .scalars(select(Employee.class).options(selectinLoad(Manager_.team)).orderBy(Employee_.id))
        .all();
    assertThat(((Manager) all.get(1)).team).containsExactly((Engineer) all.get(3));
    assertThat(((Boss) all.get(2)).team).isEmpty();
    assertThat(run.count()).isEqualTo(2);
  }

  @Test
  @Parity("ORM-QRY-43")
  void join_ofType_reachesTheSubClass() {
    assertThat(run.session
            .scalars(select(Company_.name)
                .join(Company_.people.ofType(Manager_.entity))
                .where(Manager_.budget.gt(6)))
            .all())
        .containsExactly("ACME");
    assertThat(run.sent())
        .containsExactly("SELECT h_company.name FROM h_company JOIN (h_employee"
            + " JOIN h_manager ON h_employee.id = h_manager.id)"
            + " ON h_company.id = h_employee.company_id WHERE h_manager.budget > ?");

    Company acme = run.session
        .scalars(select(Company.class)
            .join(Company_.people.ofType(Manager_.entity))
            .options(containsEager(Company_.people.ofType(Manager_.entity)))
            .where(Manager_.budget.gt(6)))
        .unique()
        .one();
    assertThat(acme.people).extracting(each -> each.name).containsExactly("Dan");
    assertThat(run.count()).isEqualTo(1);
  }

  @Test
  @Parity("ORM-QRY-43")
  void any_ofType_asksForRowsOfTheSubClass() {
    var managers = Company_.people.ofType(Manager_.entity);
    assertThat(run.session
            .scalars(select(Company_.name).where(managers.any(one -> one.budget.gt(6))))
            .all())
        .containsExactly("ACME");
    assertThat(run.sent())
        .containsExactly("SELECT h_company.name FROM h_company WHERE EXISTS (SELECT 1"
            + " FROM h_employee JOIN h_manager ON h_employee.id = h_manager.id"
            + " WHERE h_company.id = h_employee.company_id AND h_manager.budget > ?)");
    assertThat(run.session
            .scalars(select(Company_.name).where(Company_.trucks.any()))
            .all())
        .containsExactly("ACME");
    assertThat(run.sent()).first().asString().contains("h_vehicle.kind ");
  }

  @Test
  void has_onASiblingClass_asksAnAliasOfTheSharedTable() {
    assertThat(run.session
            .scalars(select(Engineer_.name).where(Engineer_.lead.has(lead -> lead.name.eq("Bob"))))
            .all())
        .containsExactly("Cid");
    var lead = Manager_.as("m");
    assertThat(run.session
            .scalars(select(Engineer_.name)
                .join(Engineer_.lead, lead)
                .where(lead.name.eq("Bob"), lead.budget.eq(5)))
            .all())
        .containsExactly("Cid");
    assertThatThrownBy(() ->
            run.session.scalars(select(Engineer_.name).join(Engineer_.lead)).all())
        .hasMessageContaining("Join an alias")
        .hasMessageContaining("[MAP-301]");
  }

  @Test
  void aliasedPolymorphic_givesAttributesOfSubClasses() {
    var people = withPolymorphic(Employee.class, Manager.class, Engineer.class).aliased("p");
    assertThat(run.session
            .scalars(select(people)
                .where(people
                    .get(Manager_.budget)
                    .gt(6)
                    .or(people.get(Engineer_.language).like("J%")))
                .orderBy(people.get(Employee_.name)))
            .all())
        .extracting(each -> each.name)
        .containsExactly("Cid", "Dan");
    assertThat(run.sent())
        .containsExactly("SELECT p_h_employee.id, p_h_employee.name, p_h_employee.company_id,"
            + " p_h_employee.type, p_h_manager.budget, p_h_engineer.language, p_h_engineer.lead_id"
            + " FROM h_employee AS p_h_employee"
            + " LEFT OUTER JOIN h_manager AS p_h_manager ON p_h_employee.id = p_h_manager.id"
            + " LEFT OUTER JOIN h_engineer AS p_h_engineer ON p_h_employee.id = p_h_engineer.id"
            + " WHERE p_h_manager.budget > ? OR p_h_engineer.language LIKE ?"
            + " ORDER BY p_h_employee.name");
    assertThat(run.session
            .scalars(select(Company_.name)
                .join(Company_.people, people)
                .where(people.get(Manager_.budget).gt(6)))
            .all())
        .containsExactly("ACME");
  }

  @Test
  void polymorphic_innerJoined_leavesOutOtherClasses() {
    assertThat(run.session
            .scalars(select(withPolymorphic(Employee.class, Manager.class).innerJoined())
                .orderBy(Employee_.id))
            .all())
        .extracting(each -> each.name)
        .containsExactly("Bob", "Dan");
  }

  @Test
  void polymorphic_ofAClassThatDoesNotComeAlong_isRefused() {
    var people = withPolymorphic(Employee.class, Manager.class);
    assertThatThrownBy(() -> people.get(Engineer_.language))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot take Engineer.language from Employee:"
            + " Engineer is not read with it. Name that class in withPolymorphic.");
    assertThatThrownBy(() -> selectinPolymorphic(Employee_.entity))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("none is named");
    assertThat(run.session.scalars(select(withPolymorphic(Employee.class))).all())
        .hasSize(4);
    assertThat(run.sent())
        .first()
        .asString()
        .contains("h_manager.budget")
        .contains("h_boss.title")
        .contains("h_engineer.language");
  }
}
