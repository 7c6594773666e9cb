package io.aludel.orm;

import static io.aludel.orm.Orm.and;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.into;
import static io.aludel.orm.Orm.not;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.select;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.MultipleResultsException;
import io.aludel.engine.NoResultException;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements over entities: what they send and what comes back. */
@ForEachDatabase
class QueryTest {
  private static final String ALL =
      "SELECT users.id, users.name, users.email, users.age, users.minor FROM users";

  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    SessionFactory sessions = Shop.on(database);
    sessions.inTransaction(filling -> {
      filling.addAll(List.of(
          new User("Alice", 30), new User("Bob", 25), new User("Carol", 35), new User("Fred", 30)));
      filling.flush();
      filling.addAll(List.of(new Post("one", 1), new Post("two", 1), new Post("three", 2)));
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private static List<String> names(List<User> users) {
    return users.stream().map(User::getName).toList();
  }

  @Test
  @Parity({"ORM-QRY-01", "ORM-QRY-02"})
  void select_entity_givesObjects() {
    List<User> users = session.scalars(select(User.class).orderBy(User_.id)).all();

    assertThat(names(users)).containsExactly("Alice", "Bob", "Carol", "Fred");
    recorder.assertStatements(sql(ALL + " ORDER BY users.id"));
  }

  @Test
  @Parity("ORM-QRY-01")
  void select_whereAge_givesTheFirst() {
    User first = session
        .scalars(select(User.class).where(User_.age.gt(28)).orderBy(User_.id))
        .first();

    assertThat(first.getName()).isEqualTo("Alice");
    recorder.assertStatements(sql(ALL + " WHERE users.age > ? ORDER BY users.id", 28));
  }

  @Test
  void select_conditions_read_asTheySay() {
    assertThat(names(all(select(User.class).where(and(User_.age.ge(30), User_.name.like("A%"))))))
        .containsExactly("Alice");
    assertThat(names(
            all(select(User.class).where(User_.name.eq("Alice").or(User_.name.eq("Bob"))))))
        .containsExactly("Alice", "Bob");
    assertThat(names(session
            .scalars(select(User.class)
                .where(User_.age.in(25, 35))
                .orderBy(User_.name.desc())
                .limit(10))
            .all()))
        .containsExactly("Carol", "Bob");
    assertThat(names(all(select(User.class).where(not(User_.age.between(26, 34))))))
        .containsExactly("Bob", "Carol");
    assertThat(names(all(select(User.class).where(User_.email.isNull(), User_.minor.isTrue()))))
        .isEmpty();
    assertThat(names(all(select(User.class).where(User_.name.likeIf(null))))).hasSize(4);
    recorder.clear();
  }

  private List<User> all(Select<User> statement) {
    return session.scalars(statement.orderBy(User_.id)).all();
  }

  @Test
  @Parity("ORM-QRY-28")
  void execute_columns_givesTypedRows() {
    List<String> lines = new ArrayList<>();
    for (Row row : session.execute(select(User_.name, func.count(Post_.id))
        .join(Orm.entity(Post.class))
        .groupBy(User_.name)
        .orderBy(User_.name))) {
      String name = row.get(User_.name);
      lines.add(name + " " + row.get(1));
    }

    assertThat(lines).containsExactly("Alice 2", "Bob 1");
    recorder.assertStatements(
        sql("SELECT users.name, count(posts.id) AS count_1 FROM users JOIN posts"
            + " ON users.id = posts.user_id GROUP BY users.name ORDER BY users.name"));
  }

  record NameCount(String name, long posts) {}

  @Test
  void scalars_into_givesRecords() {
    List<NameCount> counts = session
        .scalars(select(into(NameCount::new, User_.name, func.count(Post_.id)))
            .join(Orm.entity(Post.class))
            .groupBy(User_.name)
            .orderBy(User_.name))
        .all();

    assertThat(counts).containsExactly(new NameCount("Alice", 2), new NameCount("Bob", 1));
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-01")
  void execute_entityAndColumn_givesBoth() {
    Row row = session
        .execute(select(User.class, User_.age.plus(1)).where(User_.name.eq("Bob")))
        .one();

    assertThat(((User) row.get(0)).getName()).isEqualTo("Bob");
    assertThat(row.get(1)).isEqualTo(26);
    assertThat(row.get(User_.entity)).isSameAs(row.get(0));
    recorder.clear();
  }

  @Test
  @Parity({"ORM-QRY-01", "ORM-MAP-42"})
  void select_alias_isAnotherOccurrence() {
    var older = User_.as("older");
    List<Row> rows = session
        .execute(select(User_.name, older.name)
            .from(User_.entity)
            .join(older, older.age.gt(User_.age))
            .where(older.name.eq("Carol"))
            .orderBy(User_.name))
        .all();

    assertThat(rows).extracting(row -> row.get(0)).containsExactly("Alice", "Bob", "Fred");
    recorder.assertStatements(sql(
        "SELECT users.name, older.name AS name_1 FROM users JOIN users AS older"
            + " ON older.age > users.age WHERE older.name = ? ORDER BY users.name",
        "Carol"));
  }

  @Test
  @Parity({"ORM-SES-08", "ORM-QRY-03"})
  void select_twice_givesTheSameObjectsWithTheirChanges() {
    User first = session.getOne(User.class, 1);
    first.setAge(31);
    session.connection().execute(Orm.text("UPDATE users SET name = 'Alicia', age = 99"));
    recorder.clear();
    User second = session.noAutoflush(
        () -> session.scalars(select(User.class).where(User_.id.eq(1))).one());

    assertThat(second).isSameAs(first);
    assertThat(first.getName()).as("loaded values stay").isEqualTo("Alice");
    assertThat(first.getAge()).as("changes stay").isEqualTo(31);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-QRY-03")
  void select_expiredObject_fillsIt() {
    User user = session.getOne(User.class, 1);
    session.expire(user);
    session.connection().execute(Orm.text("UPDATE users SET age = 99"));
    recorder.clear();
    session.scalars(select(User.class)).all();
    recorder.clear();

    assertThat(user.getAge()).isEqualTo(99);
    recorder.assertStatements();
  }

  @Test
  @Parity({"ORM-QRY-04", "ORM-QRY-37"})
  void select_populateExisting_overwrites() {
    User user = session.getOne(User.class, 1);
    user.setName("changed");
    session.connection().execute(Orm.text("UPDATE users SET age = 99"));
    session.noAutoflush(
        () -> session.scalars(select(User.class).options(populateExisting())).all());
    recorder.clear();

    assertThat(user.getName()).isEqualTo("Alice");
    assertThat(user.getAge()).isEqualTo(99);
    assertThat(session.dirty()).isEmpty();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-44")
  void execute_outerJoinWithoutMatch_givesNull() {
    List<Row> rows = session
        .execute(
            select(User.class, Post_.entity).leftJoin(Post_.entity).where(User_.name.eq("Carol")))
        .all();

    assertThat(rows).singleElement().satisfies(row -> assertThat(row.get(1)).isNull());
    recorder.clear();
  }

  @Test
  @Parity("ORM-QRY-30")
  void scalars_unique_comparesByIdentity() {
    Select<User> joined = select(User.class).join(Post_.entity).orderBy(User_.id);

    assertThat(session.scalars(joined).all()).hasSize(3);
    assertThat(names(session.scalars(joined).unique().all())).containsExactly("Alice", "Bob");
    recorder.clear();
  }

  @Test
  @Parity({"ORM-QRY-26", "ORM-QRY-27"})
  void result_terminals_doWhatTheySay() {
    Select<User> alice = select(User.class).where(User_.name.eq("Alice"));
    Select<User> nobody = select(User.class).where(User_.name.eq("Nobody"));
    Select<User> everybody = select(User.class);

    assertThat(session.scalars(alice).one().getName()).isEqualTo("Alice");
    assertThat(session.scalars(nobody).oneOrNull()).isNull();
    assertThat(session.scalars(nobody).first()).isNull();
    assertThatThrownBy(() -> session.scalars(nobody).one()).isInstanceOf(NoResultException.class);
    assertThatThrownBy(() -> session.scalars(everybody).one())
        .isInstanceOf(MultipleResultsException.class);
    assertThat(session.scalar(select(func.count(User_.id)))).isEqualTo(4L);
    assertThat(session.scalars(everybody).partitions(3))
        .extracting(List::size)
        .containsExactly(3, 1);
    assertThat(session.scalars(everybody).stream()
            .map(User::getAge)
            .mapToInt(age -> age)
            .sum())
        .isEqualTo(120);
    recorder.clear();
  }

  @Test
  @Parity("ORM-SES-26")
  void execute_afterChange_flushesFirst() {
    session.getOne(User.class, 1).setAge(80);
    recorder.clear();

    assertThat(names(all(select(User.class).where(User_.age.eq(80))))).containsExactly("Alice");
    recorder.assertStatements(
        sql("UPDATE users SET age = ? WHERE users.id = ?", 80, 1),
        sql(ALL + " WHERE users.age = ? ORDER BY users.id", 80));
  }

  @Test
  @Parity("ORM-SES-26")
  void execute_withinNoAutoflush_seesTheOldRows() {
    session.getOne(User.class, 1).setAge(80);
    recorder.clear();

    assertThat(session.noAutoflush(
            () -> session.scalars(select(User.class).where(User_.age.eq(80))).all()))
        .isEmpty();
    assertThat(session.dirty()).hasSize(1);
    recorder.clear();
  }

  @Test
  @Parity("ORM-SES-25")
  void execute_coreStatement_runsInTheTransaction() {
    session.execute(Orm.insert(Shop.MODELS.metadata().table("users"))
        .values(Orm.row("name", "Zoe", "age", 5, "minor", true)));
    assertThat(session.scalar(select(func.count(User_.id)))).isEqualTo(5L);
    session.rollback();
    assertThat(session.scalar(select(func.count(User_.id)))).isEqualTo(4L);
    recorder.clear();
  }

  @Test
  void toString_statementOverEntities_isItsSql() {
    assertThat(select(User.class).where(User_.age.gt(28)).toString())
        .isEqualToNormalizingWhitespace(ALL + " WHERE users.age > ?");
  }
}
