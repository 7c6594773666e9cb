package io.aludel.orm;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.IntegrityException;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.world.Post;
import io.aludel.fixture.world.Tag;
import io.aludel.fixture.world.Tag_;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.User_;
import io.aludel.fixture.world.World;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows written past the unit of work, and how many statements that takes. */
@ForEachDatabase
class BulkWritesTest {
  private static final Registry MODELS = World.registry();

  private TestDatabase database;
  private SessionFactory sessions;
  private Session session;
  private BulkWrites bulk;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    MODELS.metadata().createAll(given.engine());
    sessions = SessionFactory.of(given.engine(), MODELS);
    session = sessions.open();
    bulk = BulkWrites.in(session);
    given.recorder().clear();
  }

  @AfterEach
  void close() {
    session.close();
    database.recorder().clear();
  }

  private int sent(Runnable work) {
    database.recorder().clear();
    work.run();
    int count = database.recorder().statements().size();
    database.recorder().clear();
    return count;
  }

  private List<String> names() {
    return session.scalars(select(User_.name).orderBy(User_.id)).all();
  }

  // Maps

  @Test
  @Parity("ORM-SES-48")
  void insert_maps_goesInOneStatementAndLeavesNoObjects() {
    List<String> heard = new ArrayList<>();
    MODELS.events(User.class).beforeInsert((mapper, connection, user) -> heard.add(user.name));
    int statements = sent(() -> bulk.insert(
        User.class, List.of(Map.of("name", "Ann"), Map.of("name", "Bob"), Map.of("name", "Cid"))));

    assertThat(statements).isLessThanOrEqualTo(2);
    assertThat(names()).containsExactly("Ann", "Bob", "Cid");
    assertThat(heard).as("no listeners of objects").isEmpty();
    assertThat(session.newObjects()).isEmpty();
    assertThat(session.inTransaction()).isTrue();
    session.rollback();
    assertThat(names()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-48")
  void insert_rowsOfOtherColumns_areRunsInTheOrderGiven() {
    Map<String, @Nullable Object> none = new HashMap<>();
    none.put("title", "c");
    none.put("userId", null);
    int statements = sent(
        () -> bulk.insert(Post.class, List.of(Map.of("title", "a"), Map.of("title", "b"), none)));

    assertThat(statements).as("null is left out").isLessThanOrEqualTo(2);
    assertThat(sent(() ->
            bulk.insert(Post.class, List.of(Map.of("title", "d"), none), BulkOption.RENDER_NULLS)))
        .as("null that is sent makes another run")
        .isEqualTo(2);
  }

  @Test
  @Parity("ORM-SES-48")
  void update_maps_setsWhatEachNames() {
    bulk.insert(User.class, List.of(Map.of("name", "Ann"), Map.of("name", "Bob")));
    User ann = session.get(User.class, 1);
    int statements = sent(() -> bulk.update(
        User.class, List.of(Map.of("id", 1, "name", "A"), Map.of("id", 2, "name", "B"))));

    assertThat(statements).isOne();
    assertThat(names()).containsExactly("A", "B");
    assertThat(ann.name).as("the session hears nothing").isEqualTo("Ann");
  }

  @Test
  @Parity("ORM-SES-48")
  void update_misuse_isNamed_andRollsBack() {
    bulk.insert(User.class, List.of(Map.of("name", "Ann")));
    session.commit();
    assertThatThrownBy(() -> bulk.update(User.class, List.of(Map.of("name", "A"))))
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("Cannot update row 0 in bulk: it says nothing of User.id")
        .hasMessageEndingWith("[ORM-402]");
    session.rollback();
    assertThatThrownBy(() -> bulk.update(
            User.class, List.of(Map.of("id", 1, "name", "A"), Map.of("id", 9, "name", "B"))))
        .isInstanceOf(StaleDataException.class);
    assertThatThrownBy(() -> session.scalars(select(User.class)))
        .isInstanceOf(PendingRollbackException.class);
    session.rollback();
    assertThat(names()).containsExactly("Ann");
    assertThatThrownBy(() -> bulk.insert(User.class, List.of(Map.of("nam", "A"))))
        .isInstanceOf(MappingException.class);
    session.rollback();
    assertThatThrownBy(() -> bulk.insert(User.class, List.of(Map.of("name", 7))))
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("Cannot write User.name in bulk: it holds String")
        .hasMessageEndingWith("[ORM-407]");
    session.rollback();
    assertThatThrownBy(() -> bulk.insert(Engineer.class, List.of(Map.of())))
        .isInstanceOf(UnmappedClassException.class);
    session.rollback();
    assertThatThrownBy(() -> bulk.save(List.of("text"))).isInstanceOf(UnmappedClassException.class);
    assertThatThrownBy(() -> bulk.insert(null, List.of())).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> bulk.insert(User.class, null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> BulkWrites.in(null)).isInstanceOf(ArgumentException.class);
  }

  // Objects

  @Test
  @Parity("ORM-SES-48")
  void save_newObjects_leavesThemAsTheyAre() {
    List<User> users = List.of(new User("Ann"), new User("Bob"), new User("Cid"));
    users.get(0).posts.add(new Post("left out"));
    int statements = sent(() -> bulk.save(users));

    assertThat(statements).isLessThanOrEqualTo(2);
    assertThat(names()).containsExactly("Ann", "Bob", "Cid");
    assertThat(users).allSatisfy(user -> {
      assertThat(user.id).isNull();
      assertThat(InstanceState.of(user).isTransient()).isTrue();
    });
    assertThat(session.scalars(select(Post.class)).all()).isEmpty();
  }

  @Test
  @Parity("ORM-SES-48")
  void save_returningDefaults_givesKeysToObjectsThatLookDetached() {
    List<User> users = List.of(new User("Ann"), new User("Bob"));
    bulk.save(users, BulkOption.RETURN_DEFAULTS);

    assertThat(users).extracting(user -> user.id).containsExactly(1, 2);
    assertThat(users)
        .allSatisfy(user -> assertThat(InstanceState.of(user).isDetached()).isTrue());
    session.add(users.get(0));
    users.get(0).name = "Anna";
    session.flush();
    assertThat(names()).containsExactly("Anna", "Bob");
  }

  @Test
  @Parity("ORM-SES-48")
  void save_storedObjects_writesWhatChanged() {
    session.addAll(List.of(new Tag("a"), new Tag("b"), new Tag("c")));
    session.commit();
    List<Tag> tags = session.scalars(select(Tag.class).orderBy(Tag_.id)).all();
    session.expungeAll();
    tags.get(0).name = "x";
    tags.get(2).name = "z";
    assertThat(sent(() -> bulk.save(tags))).isOne();
    assertThat(session.scalars(select(Tag_.name).orderBy(Tag_.id)).all())
        .containsExactly("x", "b", "z");
    assertThat(InstanceState.of(tags.get(0)).isModified())
        .as("left as they are")
        .isTrue();
    database.recorder().clear();
    bulk.save(tags, BulkOption.WITH_UNCHANGED);
    assertThat(database.recorder().statements().get(0).parameters()).hasSize(3);
  }

  @Test
  @Parity("ORM-SES-48")
  void save_mixed_keepsTheOrderUnlessToldNotTo() {
    List<Object> mixed = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      mixed.add(new User("u" + i));
      mixed.add(new Tag("t" + i));
    }
    assertThat(sent(() -> bulk.save(mixed))).isEqualTo(6);
    session.rollback();
    assertThat(sent(() -> bulk.save(mixed, BulkOption.IN_ANY_ORDER))).isLessThanOrEqualTo(4);
  }

  @Test
  @Parity("ORM-SES-48")
  void save_givingBackToWhatASessionHolds_isRefused() {
    User held = new User("Ann");
    session.add(held);
    assertThatThrownBy(() -> bulk.save(List.of(held), BulkOption.RETURN_DEFAULTS))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("a session holds it, and will insert it too")
        .hasMessageEndingWith("[ORM-208]");
    assertThat(session.newObjects()).containsExactly(held);
  }

  @Test
  @Parity("ORM-SES-48")
  void save_whatTheDatabaseRefuses_rollsBackToTheSavepoint() {
    bulk.insert(Tag.class, List.of(Map.of("name", "a")));
    SessionTransaction savepoint = session.beginNested();
    assertThatThrownBy(() -> bulk.save(List.of(new Tag("b"), new Tag("a"))))
        .isInstanceOf(IntegrityException.class);
    savepoint.rollback();
    session.commit();
    assertThat(session.scalars(select(Tag_.name)).all()).containsExactly("a");
  }

  // UPDATE with a list of maps

  @Test
  @Parity("ORM-QRY-32")
  void updateByKey_setsEachRow_andTheObjectsOfTheSession() {
    bulk.insert(User.class, List.of(Map.of("name", "Ann"), Map.of("name", "Bob")));
    User ann = session.get(User.class, 1);
    database.recorder().clear();
    session.execute(
        update(User.class), List.of(Map.of("id", 1, "name", "A"), Map.of("id", 2, "name", "B")));

    assertThat(database.recorder().statements()).hasSize(1);
    assertThat(database.recorder().statements().get(0).sql())
        .isEqualTo("UPDATE w_user SET name = ? WHERE w_user.id = ?");
    assertThat(ann.name).isEqualTo("A");
    assertThat(session.isModified(ann)).isFalse();
    assertThat(names()).containsExactly("A", "B");
    session.rollback();
    assertThat(names()).isEmpty();
  }

  @Test
  @Parity("ORM-QRY-32")
  void updateByKey_withoutKeepingInStep_leavesObjectsAlone() {
    bulk.insert(User.class, List.of(Map.of("name", "Ann")));
    User ann = session.get(User.class, 1);
    session.execute(
        update(User.class).options(Orm.synchronize(Synchronize.NONE)),
        List.of(Map.of("id", 1, "name", "A")));
    assertThat(ann.name).isEqualTo("Ann");
    session.refresh(ann);
    assertThat(ann.name).isEqualTo("A");
  }

  @Test
  @Parity("ORM-QRY-32")
  void updateByKey_withCriteria_passesOverRowsThatDoNotMeetThem() {
    bulk.insert(User.class, List.of(Map.of("name", "Ann"), Map.of("name", "Bob")));
    session.execute(
        update(User.class).where(User_.name.eq("Ann")).options(Orm.synchronize(Synchronize.NONE)),
        List.of(
            Map.of("id", 1, "name", "A"),
            Map.of("id", 2, "name", "B"),
            Map.of("id", 9, "name", "C")));
    assertThat(names()).containsExactly("A", "Bob");
  }

  @Test
  @Parity("ORM-QRY-32")
  void updateByKey_misuse_isNamed() {
    bulk.insert(User.class, List.of(Map.of("name", "Ann")));
    assertThatThrownBy(() -> session.execute(update(User.class), List.of(Map.of("name", "A"))))
        .isInstanceOf(FlushException.class)
        .hasMessageEndingWith("[ORM-402]");
    assertThatThrownBy(
            () -> session.execute(update(User.class), List.of(Map.of("id", 9, "name", "A"))))
        .isInstanceOf(StaleDataException.class);
    assertThatThrownBy(() -> session.execute(
            update(User.class).options(Orm.synchronize(Synchronize.FETCH)),
            List.of(Map.of("id", 1, "name", "A"))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Use EVALUATE or NONE")
        .hasMessageEndingWith("[ORM-501]");
    assertThatThrownBy(() -> session.execute(
            update(User.class).where(User_.name.eq("Ann")), List.of(Map.of("id", 1, "name", "A"))))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining("Use NONE");
    assertThatThrownBy(
            () -> session.execute(update(User.class), List.of(Map.of("id", 1, "nobody", "A"))))
        .isInstanceOf(MappingException.class);
    assertThat(names()).as("the session goes on").containsExactly("Ann");
  }
}
