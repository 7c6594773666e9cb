package io.aludel.api;

import static io.aludel.orm.Orm.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions in the words of {@code Orm}, which one static import brings. */
@ForEachDatabase
class QueryTest {
  private Session session;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry models = Registry.of(User.class, Post.class, Employee.class);
    models.metadata().createAll(database.engine());
    session = SessionFactory.of(database.engine(), models).open();
    session.addAll(List.of(
        new User("Alice", 30), new User("Bob", 25), new User("Adam", 35), new User("tmp1", 7)));
    session.flush();
    session.addAll(List.of(new Post("one", 1), new Post("two", 1), new Post("three", 2)));
    session.add(new Employee("Ann", null));
    session.flush();
    session.addAll(List.of(new Employee("Ben", 1), new Employee("Cid", 1)));
    session.commit();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private List<String> names(Select<User> statement) {
    return session.scalars(statement).all().stream().map(User::getName).toList();
  }

  @Test
  void scalars_ofAnEntity_givesItsObjects() {
    List<User> users = session.scalars(select(User.class)).all();
    User first = session.scalars(select(User.class).where(User_.age.gt(28))).first();

    assertThat(users).hasSize(4);
    assertThat(first).isIn(users);
    assertThat(first.getAge()).isGreaterThan(28);
  }

  @Test
  void where_conditions_readAsOneWouldSayThem() {
    assertThat(names(select(User.class).where(and(User_.age.ge(30), User_.name.like("A%")))))
        .containsExactlyInAnyOrder("Alice", "Adam");
    assertThat(names(select(User.class).where(User_.name.eq("Alice").or(User_.name.eq("Bob")))))
        .containsExactlyInAnyOrder("Alice", "Bob");
    assertThat(names(select(User.class)
            .where(User_.age.in(25, 35))
            .orderBy(User_.name.desc())
            .limit(10)))
        .containsExactly("Bob", "Adam");
  }

  @Test
  void where_conditionThatMayBeAbsent_addsNothing() {
    @Nullable String maybe = null;
    assertThat(names(select(User.class).where(User_.name.likeIf(maybe)))).hasSize(4);
    maybe = "B%";
    assertThat(names(select(User.class).where(User_.name.likeIf(maybe)))).containsExactly("Bob");
  }

  @Test
  void execute_columns_givesRowsTypedByTheExpression() {
    List<String> lines = new ArrayList<>();
    for (Row row : session.execute(select(User_.name, func.count(Post_.id))
        .join(Post_.entity)
        .groupBy(User_.name)
        .orderBy(User_.name))) {
      String name = row.get(User_.name);
      lines.add(name + " " + row.get(1));
    }

    assertThat(lines).containsExactly("Alice 2", "Bob 1");
  }

  record NameCount(String name, long posts) {}

  @Test
  void scalars_into_givesRecords() {
    List<NameCount> counts = session
        .scalars(select(into(NameCount::new, User_.name, func.count(Post_.id)))
            .join(Post_.entity)
            .groupBy(User_.name))
        .all();

    assertThat(counts)
        .containsExactlyInAnyOrder(new NameCount("Alice", 2), new NameCount("Bob", 1));
  }

  @Test
  void as_secondOccurrence_hasTheSameTypedAttributes() {
    var boss = Employee_.as("boss");
    List<Employee> employees = session
        .scalars(select(Employee.class)
            .join(boss, boss.id.eq(Employee_.managerId))
            .where(boss.name.eq("Ann"))
            .orderBy(Employee_.name))
        .all();

    assertThat(employees).extracting(Employee::getName).containsExactly("Ben", "Cid");
  }

  @Test
  void updateAndDelete_criteria_keepObjectsInStep() {
    User tmp = session.scalars(select(User.class).where(User_.name.eq("tmp1"))).one();

    session.execute(update(User.class).where(User_.age.lt(18)).set(User_.minor, true));
    assertThat(tmp.isMinor()).isTrue();

    session.execute(delete(User.class).where(User_.name.like("tmp%")));
    assertThat(session.contains(tmp)).isFalse();
    assertThat(session.get(User.class, 4)).isNull();
  }

  @Test
  void statement_everyMethod_givesANewOne() {
    Select<User> all = select(User.class);
    Select<User> some = all.where(User_.age.gt(28));

    assertThat(some).isNotSameAs(all);
    assertThat(all).asString().doesNotContain("WHERE");
    assertThat(some).asString().endsWith("FROM users WHERE users.age > ?");
    assertThat(names(all)).hasSize(4);
  }

  @Test
  void result_terminals_areTheSameEverywhere() {
    Select<User> everybody = select(User.class).orderBy(User_.id);
    Select<User> alice = everybody.where(User_.name.eq("Alice"));

    assertThat(session.scalars(everybody).all()).hasSize(4);
    assertThat(session.scalars(everybody).first().getName()).isEqualTo("Alice");
    assertThat(session.scalars(alice).one().getAge()).isEqualTo(30);
    assertThat(session.scalars(everybody.where(User_.age.gt(99))).oneOrNull()).isNull();
    assertThat(session.execute(everybody).scalars().all()).hasSize(4);
    assertThat(session
            .execute(select(User_.name, User_.age).where(User_.age.eq(25)))
            .mappings()
            .all())
        .containsExactly(Map.of("name", "Bob", "age", 25));
    assertThat(session.scalars(everybody).unique().all()).hasSize(4);
    assertThat(session.scalars(everybody).partitions(3))
        .extracting(List::size)
        .containsExactly(3, 1);
    assertThat(session.scalars(everybody).stream().map(User::getName)).contains("Adam");
    int seen = 0;
    for (User user : session.scalars(everybody)) {
      seen += user.getId() > 0 ? 1 : 0;
    }
    assertThat(seen).isEqualTo(4);
    var unread = session.scalars(everybody);
    unread.close();
    assertThat(unread.isClosed()).isTrue();
  }
}
