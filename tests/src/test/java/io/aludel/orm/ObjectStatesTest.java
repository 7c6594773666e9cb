package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.state.InstanceState;
import io.aludel.orm.state.ObjectState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The five states and the moves between them. */
@ForEachDatabase
class ObjectStatesTest {
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase database) {
    sessions = Shop.on(database);
  }

  private static ObjectState stateOf(Object object) {
    return InstanceState.of(object).objectState();
  }

  @Test
  @Parity("ORM-SES-03")
  void states_lifeOfAnObject_goesThroughAllFive() {
    User user = new User("Ann");
    assertThat(stateOf(user)).isEqualTo(ObjectState.TRANSIENT);
    try (Session session = sessions.open()) {
      session.add(user);
      assertThat(stateOf(user)).isEqualTo(ObjectState.PENDING);
      session.flush();
      assertThat(stateOf(user)).isEqualTo(ObjectState.PERSISTENT);
      session.delete(user);
      assertThat(stateOf(user)).as("until the flush").isEqualTo(ObjectState.PERSISTENT);
      assertThat(session.deleted()).hasSize(1);
      session.flush();
      assertThat(stateOf(user)).isEqualTo(ObjectState.DELETED);
      session.commit();
      assertThat(stateOf(user)).isEqualTo(ObjectState.DETACHED);
    }
  }

  @Test
  @Parity("ORM-SES-03")
  void rollback_afterInsert_makesTransientAgainAndKeepsValues() {
    User user = new User("Ann", 30);
    try (Session session = sessions.open()) {
      session.add(user);
      session.flush();
      Integer key = user.getId();
      session.rollback();

      assertThat(stateOf(user)).isEqualTo(ObjectState.TRANSIENT);
      assertThat(user.getId()).isEqualTo(key).isNotNull();
      assertThat(user.getName()).isEqualTo("Ann");
      assertThat(session.contains(user)).isFalse();
    }
  }

  @Test
  @Parity("ORM-SES-15")
  void rollback_afterDelete_makesPersistentAgain() {
    User user = stored("Ann");
    try (Session session = sessions.open()) {
      session.add(user);
      session.delete(user);
      session.flush();
      assertThat(InstanceState.of(user).wasDeleted()).isTrue();
      session.rollback();

      assertThat(stateOf(user)).isEqualTo(ObjectState.PERSISTENT);
      assertThat(InstanceState.of(user).wasDeleted()).isFalse();
      assertThat(user.getName()).isEqualTo("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-15")
  void rollback_pendingAndMarked_dropsBoth() {
    User stored = stored("Ann");
    User pending = new User("Bob");
    try (Session session = sessions.open()) {
      session.add(stored);
      session.delete(stored);
      session.add(pending);
      session.rollback();

      assertThat(stateOf(pending)).isEqualTo(ObjectState.TRANSIENT);
      assertThat(stateOf(stored)).isEqualTo(ObjectState.PERSISTENT);
      assertThat(session.deleted()).isEmpty();
      assertThat(session.newObjects()).isEmpty();
    }
  }

  @Test
  @Parity("ORM-SES-04")
  void add_detached_attachesWithoutSql(TestDatabase database) {
    User user = stored("Ann");
    database.recorder().clear();
    try (Session session = sessions.open()) {
      session.add(user);

      assertThat(stateOf(user)).isEqualTo(ObjectState.PERSISTENT);
      assertThat(session.get(
              User.class, InstanceState.of(user).identityKey().values().get(0)))
          .isSameAs(user);
    }
  }

  @Test
  @Parity("ORM-SES-04")
  void add_markedForDeletion_takesTheMarkBack() {
    User user = stored("Ann");
    try (Session session = sessions.open()) {
      session.delete(user);
      session.add(user);
      session.commit();

      assertThat(user.getName()).isEqualTo("Ann");
    }
  }

  @Test
  @Parity("ORM-SES-04")
  void add_objectOfAnotherSession_isRefused() {
    User user = new User("Ann");
    try (Session first = sessions.open();
        Session second = sessions.open()) {
      first.add(user);

      assertThatThrownBy(() -> second.add(user))
          .isInstanceOf(ObjectStateException.class)
          .hasMessage(
              "Cannot add User[new]: it belongs to another session. Expunge it there first, or merge"
                  + " it into this one. [ORM-206]");
    }
  }

  @Test
  @Parity("ORM-SES-04")
  void add_identityThatIsTaken_isRefused() {
    User detached = stored("Ann");
    try (Session session = sessions.open()) {
      User present = session.getOne(User.class, 1);

      assertThatThrownBy(() -> session.add(detached))
          .isInstanceOf(ObjectStateException.class)
          .hasMessageContaining("Cannot add User[id=1]: the session holds another object")
          .hasMessageEndingWith("[ORM-207]");
      assertThat(session.contains(present)).isTrue();
      assertThat(stateOf(detached)).isEqualTo(ObjectState.DETACHED);
    }
  }

  @Test
  @Parity("ORM-SES-04")
  void add_deleted_isRefusedWithAdvice() {
    User user = stored("Ann");
    try (Session session = sessions.open()) {
      session.delete(user);
      session.flush();
      assertThatThrownBy(() -> session.add(user))
          .isInstanceOf(ObjectStateException.class)
          .hasMessageContaining("its row was deleted. Make a new object");
      session.commit();
      assertThatThrownBy(() -> session.add(user)).isInstanceOf(ObjectStateException.class);
    }
  }

  @Test
  @Parity("ORM-SES-05")
  void delete_withoutIdentity_isRefused() {
    User user = new User("Ann");
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.delete(user))
          .isInstanceOf(ObjectStateException.class)
          .hasMessageContaining("it is transient and has no row");
      session.add(user);
      assertThatThrownBy(() -> session.delete(user))
          .isInstanceOf(ObjectStateException.class)
          .hasMessageContaining("it is pending and has no row");
    }
  }

  @Test
  @Parity("ORM-SES-06")
  void expunge_pendingAndPersistent_becomeTransientAndDetached() {
    User stored = stored("Ann");
    User pending = new User("Bob");
    try (Session session = sessions.open()) {
      session.add(stored);
      session.add(pending);
      session.expunge(stored);
      session.expunge(pending);

      assertThat(stateOf(stored)).isEqualTo(ObjectState.DETACHED);
      assertThat(stateOf(pending)).isEqualTo(ObjectState.TRANSIENT);
      assertThatThrownBy(() -> session.expunge(stored))
          .isInstanceOf(ObjectStateException.class)
          .hasMessageContaining("it does not belong to this session");
    }
  }

  @Test
  @Parity("ORM-SES-06")
  void expunge_changed_takesTheChangeToTheNextSession() {
    User user = stored("Ann");
    try (Session first = sessions.open()) {
      first.add(user);
      user.setAge(31);
      first.expunge(user);
      first.commit();
    }
    try (Session second = sessions.open()) {
      second.add(user);
      assertThat(second.dirty()).hasSize(1);
      second.commit();
      assertThat(user.getAge()).isEqualTo(31);
    }
  }

  @Test
  @Parity("ORM-SES-20")
  void close_whateverIsIn_detachesAndRollsBack() {
    User stored = stored("Ann");
    User pending = new User("Bob");
    User added = new User("Carol");
    Session session = sessions.open();
    session.add(stored);
    session.add(added);
    session.flush();
    session.add(pending);
    session.close();

    assertThat(stateOf(stored)).isEqualTo(ObjectState.DETACHED);
    assertThat(stateOf(pending)).isEqualTo(ObjectState.TRANSIENT);
    try (Session other = sessions.open()) {
      assertThat(other.scalars(Orm.select(User.class)).all()).hasSize(1);
    }
  }

  @Test
  @Parity("ORM-SES-20")
  void closeAll_openSessions_closesThemAndLeavesOthersAlone() {
    Session first = sessions.open();
    Session second = sessions.with(SessionOption.expireOnCommit(false)).open();
    User stored = stored("Ann");
    first.add(stored);
    second.add(new User("Bob"));
    second.close();
    second.reset();
    second.add(new User("Carol"));
    sessions.closeAll();

    assertThat(first).hasToString("Session(closed)");
    assertThat(second).hasToString("Session(closed)");
    assertThat(stateOf(stored)).isEqualTo(ObjectState.DETACHED);
    try (Session third = sessions.open()) {
      assertThat(third.scalars(Orm.select(User.class)).all()).hasSize(1);
    }
  }

  @Test
  @Parity("ORM-SES-20")
  void invalidate_afterWork_throwsTheConnectionAway(TestDatabase database) {
    sessions.inTransaction(session -> session.add(new User("Ann")));
    Session session = sessions.open();
    User user = session.getOne(User.class, 1);
    user.setName("Bob");
    session.flush();
    long opened = database.engine().statistics().openConnections();
    session.invalidate();

    assertThat(opened).isOne();
    assertThat(database.engine().statistics().openConnections()).isZero();
    assertThat(session).hasToString("Session(closed)");
    assertThat(stateOf(user)).isEqualTo(ObjectState.DETACHED);
    session.invalidate();
  }

  @Test
  @Parity("ORM-SES-20")
  void reset_thenUse_startsAfresh() {
    try (Session session = sessions.open()) {
      session.add(new User("Ann"));
      session.reset();
      session.add(new User("Bob"));
      session.commit();

      assertThat(session.scalars(Orm.select(User.class)).one().getName()).isEqualTo("Bob");
    }
  }

  @Test
  @Parity("ORM-SES-32")
  void commit_withoutExpiry_detachesDeletedAllTheSame() {
    User user = stored("Ann");
    try (Session session = sessions.with(SessionOption.expireOnCommit(false)).open()) {
      session.delete(user);
      session.commit();

      assertThat(stateOf(user)).isEqualTo(ObjectState.DETACHED);
    }
  }

  @Test
  @Parity("ORM-INS-17")
  void makeTransient_persistent_canBeInsertedAgain() {
    User user = stored("Ann");
    try (Session session = sessions.open()) {
      session.add(user);
      session.refresh(user);
      InstanceState.of(user).makeTransient();
      assertThat(stateOf(user)).isEqualTo(ObjectState.TRANSIENT);
      user.setId(null);
      session.add(user);
      session.commit();

      assertThat(user.getId()).isEqualTo(2);
    }
  }

  @Test
  @Parity("ORM-INS-17")
  void makeDetached_transientWithKey_loadsTheRestWhenAdded() {
    stored("Ann");
    User stub = new User("");
    InstanceState state = InstanceState.of(stub);
    assertThatThrownBy(state::makeDetached).isInstanceOf(ObjectStateException.class);
    stub.setId(1);
    state.makeDetached();
    assertThat(stateOf(stub)).isEqualTo(ObjectState.DETACHED);
    try (Session session = sessions.open()) {
      session.add(stub);

      assertThat(stub.getAge()).as("never set, so loaded").isEqualTo(30);
      assertThat(stub.getName()).as("set before").isEmpty();
    }
  }

  private User stored(String name) {
    User user = new User(name, 30);
    sessions.inTransaction(session -> {
      session.add(user);
    });
    return user;
  }
}
