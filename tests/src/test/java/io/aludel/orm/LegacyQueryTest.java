package io.aludel.orm;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.fromStatement;
import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.parameter;
import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.text;
import static io.aludel.orm.Orm.update;
import static io.aludel.orm.Orm.withParent;
import static io.aludel.orm.Orm.withoutAutoflush;
import static io.aludel.orm.Orm.yieldPer;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.MultipleResultsException;
import io.aludel.engine.NoResultException;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Post_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the reference's legacy query object can do, said by statements, sessions and results. */
@ForEachDatabase
class LegacyQueryTest {
  private static final Select<User> USERS = select(User.class).orderBy(User_.id);

  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    Registry registry = World.registry();
    registry.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), registry);
    sessions.inTransaction(filling -> {
      User ann = new User("Ann");
      filling.addAll(List.of(ann, new User("Bob"), new User("Cid")));
      filling.flush();
      for (String title : List.of("one", "two")) {
        ann.posts.add(new Post(title));
        filling.flush();
      }
    });
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
    recorder.clear();
  }

  private List<String> names(Select<User> statement) {
    return session.scalars(statement).all().stream().map(user -> user.name).toList();
  }

  @Test
  @Parity("ORM-QRY-38")
  void builderMethods_areWordsOfTheStatement() {
    assertThat(names(USERS.where(User_.name.ne("Bob")))).containsExactly("Ann", "Cid");
    assertThat(names(USERS.filterBy("name", "Bob"))).containsExactly("Bob");
    assertThat(names(USERS.offset(1).limit(1))).as("query[1:2]").containsExactly("Bob");
    assertThat(names(USERS.join(User_.posts).where(Post_.title.eq("two")))).containsExactly("Ann");
    assertThat(names(USERS.leftJoin(User_.posts).where(Post_.id.isNull())))
        .containsExactly("Bob", "Cid");
    assertThat(names(select(User.class).distinct().join(User_.posts))).containsExactly("Ann");
    assertThat(session
            .execute(select(User_.name, func.count(Post_.id))
                .from(User_.entity)
                .join(User_.posts)
                .groupBy(User_.name)
                .having(func.count(Post_.id).gt(1L)))
            .one()
            .asList())
        .isEqualTo(List.of("Ann", 2L));
    assertThat(session
            .scalars(select(User_.name)
                .where(User_.id.eq(1))
                .union(select(User_.name).where(User_.id.eq(2))))
            .all())
        .containsExactlyInAnyOrder("Ann", "Bob");
  }

  @Test
  @Parity("ORM-QRY-38")
  void results_arePlainObjectsEachOnce() {
    var doubled = select(User.class).join(User_.posts).orderBy(User_.id);
    assertThat(session.scalars(doubled).all()).hasSize(2);
    assertThat(session.scalars(doubled).unique().all()).hasSize(1);
    assertThat(session.scalars(USERS).first().name).isEqualTo("Ann");
    assertThat(session.scalars(USERS.where(User_.id.eq(2))).one().name).isEqualTo("Bob");
    assertThat(session.scalars(USERS.where(User_.id.eq(9))).oneOrNull()).isNull();
    assertThatThrownBy(() -> session.scalars(USERS).one())
        .isInstanceOf(MultipleResultsException.class);
    assertThatThrownBy(() -> session.scalars(USERS.where(User_.id.eq(9))).one())
        .isInstanceOf(NoResultException.class);
    List<String> seen = new ArrayList<>();
    session.scalars(USERS.options(yieldPer(2))).forEach(user -> seen.add(user.name));
    assertThat(seen).containsExactly("Ann", "Bob", "Cid");
    assertThat(session.get(User.class, 3).name).isEqualTo("Cid");
  }

  @Test
  @Parity("ORM-QRY-38")
  void valuesCountsAndTests_areStatementsOfTheirOwn() {
    assertThat(session.scalar(select(User_.name).where(User_.id.eq(1)))).isEqualTo("Ann");
    Row values =
        session.execute(select(User_.id, User_.name).where(User_.id.eq(2))).one();
    assertThat(values.asList()).isEqualTo(List.of(2, "Bob"));
    recorder.clear();

    var some = select(User.class).where(User_.id.lt(3));
    assertThat(session.scalar(select(func.count()).from(some.subquery()))).isEqualTo(2L);
    assertThat(session.scalar(select(User_.id).where(some.exists()).limit(1))).isNotNull();
    var early = User_.from(some.subquery());
    assertThat(session.scalars(select(early.name).orderBy(early.name)).all())
        .as("with_entities of a finished statement")
        .containsExactly("Ann", "Bob");
    assertThat(session.scalars(select(early).where(early.name.eq("Bob"))).one().id)
        .isEqualTo(2);
    assertThat(session
            .execute(USERS.add(User_.name, Post_.entity).join(User_.posts).limit(1))
            .one()
            .size())
        .isEqualTo(3);
  }

  @Test
  @Parity("ORM-QRY-38")
  void updatesAndDeletes_keepObjectsInStep() {
    User bob = session.getOne(User.class, 2);
    assertThat(session
            .execute(update(User.class).where(User_.name.eq("Bob")).set(User_.name, "Rob"))
            .rowCount())
        .isEqualTo(1);
    assertThat(bob.name).isEqualTo("Rob");
    assertThat(session.execute(delete(User.class).where(User_.id.eq(2))).rowCount())
        .isEqualTo(1);
    assertThat(session.get(User.class, 2)).isNull();
    session.rollback();
  }

  @Test
  @Parity("ORM-QRY-38")
  void autoflush_comesFirstUnlessTurnedOff() {
    session.add(new User("Dan"));
    assertThat(names(USERS.options(withoutAutoflush()))).hasSize(3);
    assertThat(names(USERS)).hasSize(4);
    session.rollback();
  }

  @Test
  @Parity("ORM-QRY-38")
  void parentsTextAndParameters_haveWords() {
    User ann = session.getOne(User.class, 1);
    recorder.clear();
    assertThat(session
            .scalars(select(Post.class).where(withParent(ann, User_.posts)))
            .all())
        .hasSize(2);
    assertThat(session
            .scalars(
                fromStatement(select(User.class), text("SELECT * FROM w_user WHERE name = 'Ann'")))
            .one())
        .isSameAs(ann);
    assertThat(session
            .execute(
                select(User_.name).where(User_.id.eq(parameter("id", SqlTypes.INTEGER))),
                Map.of("id", 3))
            .scalar())
        .isEqualTo("Cid");
    recorder.assertStatements(count(1), count(1), count(1));
    ann.name = "changed";
    session.scalars(USERS.options(populateExisting(), withoutAutoflush())).all();
    assertThat(ann.name).isEqualTo("Ann");
  }

  @Test
  @Parity("ORM-QRY-38")
  void eagerLoads_areTurnedOff_andLocksAsked() {
    session.scalars(USERS.options(load(User_.entity).lazyLoadAll())).all();
    recorder.assertStatements(sql("SELECT w_user.id, w_user.name FROM w_user ORDER BY w_user.id"));
    assertThat(USERS.forUpdate().statementNode().lock()).isNotNull();
    assertThat(session.scalars(USERS.where(User_.id.eq(1)).forUpdate()).all()).hasSize(1);
  }

  @Test
  @Parity("ORM-QRY-38")
  void results_areMergedIntoAnotherSession() {
    var frozen = FrozenRows.of(session.scalars(USERS.options(selectinLoad(User_.posts))));
    session.close();
    session = sessions.open();
    recorder.clear();
    List<User> users = frozen.into(session, MergeOption.WITHOUT_LOADING).all();

    assertThat(users.get(0).posts).hasSize(2);
    assertThat(session.contains(users.get(0))).isTrue();
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-QRY-38")
  void statements_doNotChange_soThatNothingIsToBeAsserted() {
    var filtered = USERS.where(User_.id.eq(1));
    var joined = filtered.join(User_.posts);

    assertThat(names(USERS)).hasSize(3);
    assertThat(names(filtered)).hasSize(1);
    assertThat(names(joined)).hasSize(2);
  }
}
