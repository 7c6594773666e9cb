package io.aludel.orm;

import static io.aludel.orm.Orm.populateExisting;
import static io.aludel.orm.Orm.text;
import static io.aludel.testing.Expectations.count;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are dropped and read again, and objects asked for by key. */
@ForEachDatabase
class ExpiryTest {
  private SessionFactory sessions;
  private Session session;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    sessions = Shop.on(database);
    sessions.inTransaction(
        filling -> filling.addAll(List.of(new User("Ann", 30), new Seat(1, 2, "Bob"))));
    recorder = database.recorder();
    recorder.clear();
    session = sessions.open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private User ann() {
    User user = session.getOne(User.class, 1);
    recorder.clear();
    return user;
  }

  private void behindItsBack(String change) {
    session.connection().execute(text(change));
    recorder.clear();
  }

  @Test
  @Parity({"ORM-SES-11", "ORM-SES-12"})
  void get_twice_asksOnce() {
    User user = session.get(User.class, 1);

    assertThat(session.get(User.class, 1)).isSameAs(user);
    recorder.assertStatements(sql(
        "SELECT users.id, users.name, users.email, users.age, users.minor FROM users"
            + " WHERE users.id = ?",
        1));
  }

  @Test
  @Parity("ORM-SES-11")
  void get_missingRow_isNull() {
    assertThat(session.get(User.class, 99)).isNull();
    assertThatThrownBy(() -> session.getOne(User.class, 99))
        .isInstanceOf(ObjectNotFoundException.class)
        .hasMessage("There is no User with key 99. Use get() if there may be none. [ORM-210]");
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-SES-11")
  void get_compositeKey_takesListArrayAndMap() {
    Seat seat = session.get(Seat.class, List.of(1, 2));

    assertThat(seat.getGuest()).isEqualTo("Bob");
    assertThat(session.get(Seat.class, new Object[] {1, 2})).isSameAs(seat);
    assertThat(session.get(Seat.class, Map.of("place", 2, "line", 1))).isSameAs(seat);
    recorder.assertStatements(sql(
        "SELECT seats.line, seats.place, seats.guest FROM seats"
            + " WHERE seats.line = ? AND seats.place = ?",
        1,
        2));
  }

  @Test
  @Parity("ORM-SES-11")
  void get_wrongKeys_areNamed() {
    assertThatThrownBy(() -> session.get(User.class, null))
        .isInstanceOf(WrongKeyException.class)
        .hasMessage(
            "Cannot look User up: the key given is null. Its key is (Integer id). [ORM-209]");
    assertThatThrownBy(() -> session.get(User.class, "one"))
        .isInstanceOf(WrongKeyException.class)
        .hasMessage("Cannot look User up: the key given has for User.id a value of java.lang.String"
            + " instead of Integer. Its key is (Integer id). [ORM-209]");
    assertThatThrownBy(() -> session.get(User.class, List.of(1, 2)))
        .isInstanceOf(WrongKeyException.class)
        .hasMessageContaining("the key given has 2 parts");
    assertThatThrownBy(() -> session.get(Seat.class, 1))
        .isInstanceOf(WrongKeyException.class)
        .hasMessageContaining("Its key is (Integer line, Integer place)");
    assertThatThrownBy(() -> session.get(Seat.class, Map.of("line", 1)))
        .isInstanceOf(WrongKeyException.class)
        .hasMessageContaining("has the parts [line]");
    assertThatThrownBy(() -> session.get(Seat.class, Arrays.asList(null, null)))
        .isInstanceOf(WrongKeyException.class)
        .hasMessageContaining("the key given is null");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-SES-11")
  void get_keyOfAnotherNumberType_findsTheSameObject() {
    assertThat(session.get(User.class, 1L)).isSameAs(session.get(User.class, 1));
    recorder.clear();
  }

  @Test
  @Parity("ORM-SES-11")
  void get_markedForDeletion_isStillFoundWithoutSql() {
    User user = ann();
    session.delete(user);

    assertThat(session.get(User.class, 1)).isSameAs(user);
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-SES-11")
  void get_expired_provesThatTheRowIsThere() {
    User user = ann();
    session.expire(user);

    assertThat(session.get(User.class, 1)).isSameAs(user);
    recorder.assertStatements(count(1));
    assertThat(user.getName()).isEqualTo("Ann");
    recorder.assertStatements();
  }

  @Test
  @Parity("ORM-SES-11")
  void get_expiredAndGone_isNullAfterOneSelect() {
    User user = ann();
    session.expire(user);
    behindItsBack("DELETE FROM users");

    assertThat(session.get(User.class, 1)).isNull();
    recorder.assertStatements(count(1));
    assertThat(InstanceState.of(user).isDeleted()).isTrue();
  }

  @Test
  @Parity({"ORM-SES-11", "ORM-QRY-04"})
  void get_populateExisting_readsTheRow() {
    User user = ann();
    behindItsBack("UPDATE users SET age = 99");

    assertThat(session.get(User.class, 1, populateExisting())).isSameAs(user);
    assertThat(user.getAge()).isEqualTo(99);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity({"ORM-SES-29", "ORM-SES-30"})
  void expire_object_readsEverythingInOneSelect() {
    User user = ann();
    user.setName("lost");
    behindItsBack("UPDATE users SET age = 99");
    session.expire(user);

    assertThat(session.dirty()).isEmpty();
    assertThat(InstanceState.of(user).expiredAttributes())
        .containsExactly("id", "name", "email", "age", "minor");
    recorder.assertStatements();
    assertThat(user.getName()).isEqualTo("Ann");
    assertThat(user.getAge()).isEqualTo(99);
    recorder.assertStatements(count(1));
  }

  @Test
  @Parity("ORM-SES-29")
  void expire_attributes_leavesTheOthersAlone() {
    User user = ann();
    user.setName("kept");
    user.setAge(5);
    session.expire(user, User_.age, User_.email);
    session.noAutoflush(() -> assertThat(user.getAge()).isEqualTo(30));

    recorder.assertStatements(
        sql("SELECT users.email, users.age FROM users WHERE users.id = ?", 1));
    session.flush();
    recorder.assertStatements(sql("UPDATE users SET name = ? WHERE users.id = ?", "kept", 1));
  }

  @Test
  @Parity("ORM-SES-30")
  void read_expiredThenChanged_leavesTheChange() {
    User user = ann();
    session.expire(user);
    user.setAge(77);
    session.noAutoflush(() -> assertThat(user.getName()).isEqualTo("Ann"));

    assertThat(user.getAge()).isEqualTo(77);
    recorder.assertStatements(sql(
        "SELECT users.id, users.name, users.email, users.minor FROM users WHERE users.id = ?", 1));
  }

  @Test
  @Parity("ORM-SES-30")
  void refresh_object_dropsItsChangesAndFlushesTheOthers() {
    User user = ann();
    User other = new User("Bea");
    session.add(other);
    user.setAge(5);
    session.refresh(user);

    assertThat(user.getAge()).isEqualTo(30);
    assertThat(other.getId()).isNotNull();
    assertThat(session.isModified(user)).isFalse();
    recorder.clear();
  }

  @Test
  @Parity("ORM-SES-30")
  void refresh_attributes_readsOnlyThem() {
    User user = ann();
    behindItsBack("UPDATE users SET age = 99, name = 'New'");
    session.refresh(user, User_.age);

    assertThat(user.getAge()).isEqualTo(99);
    assertThat(user.getName()).isEqualTo("Ann");
    recorder.assertStatements(sql("SELECT users.age FROM users WHERE users.id = ?", 1));
  }

  @Test
  @Parity("ORM-SES-30")
  void refresh_changedKeyNotNamed_isRefused() {
    User user = ann();
    user.setId(5);

    assertThatThrownBy(() -> session.refresh(user, User_.age))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("its key attribute User.id was changed and not flushed");
  }

  @Test
  @Parity({"ORM-SES-30", "ORM-ERR-18"})
  void read_expiredAndGone_saysSo() {
    User user = ann();
    session.expire(user);
    behindItsBack("DELETE FROM users");

    assertThatThrownBy(user::getName)
        .isInstanceOf(ObjectDeletedException.class)
        .hasMessageStartingWith("Cannot read User[id=1] again: its row is gone")
        .hasMessageEndingWith("[ORM-302]");
    assertThatThrownBy(() -> session.refresh(user)).isInstanceOf(ObjectDeletedException.class);
  }

  @Test
  @Parity({"ORM-SES-30", "ORM-ERR-18"})
  void read_expiredAndDetached_namesTheAttribute() {
    User user = ann();
    session.commit();
    session.close();

    assertThatThrownBy(user::getName)
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessage(
            "Cannot read User.name of User[id=1]: the object is detached, and its values were"
                + " expired by a commit, a rollback or expire(). Read it before the session is closed;"
                + " return the object from SessionFactory.fromTransaction(), which keeps the values; open"
                + " sessions with SessionOption.expireOnCommit(false); or add the object to an open"
                + " session. [ORM-301]");
  }

  @Test
  @Parity("ORM-ERR-18")
  void read_neverLoadedAndDetached_namesTheAttribute() {
    User user = ann();
    session.expire(user, User_.name);
    session.close();

    assertThat(user.getAge()).isEqualTo(30);
    assertThatThrownBy(user::getName)
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessage(
            "Cannot read User.name of User[id=1]: the object is detached, and this attribute"
                + " was not loaded. Read it before the session is closed, or add the object to an open"
                + " session. [ORM-301]");
  }

  @Test
  @Parity("ORM-SES-29")
  void expireAll_everyObject_isReadAgain() {
    User user = ann();
    Seat seat = session.getOne(Seat.class, List.of(1, 2));
    session.expireAll();
    recorder.clear();

    assertThat(user.getName() + seat.getGuest()).isEqualTo("AnnBob");
    recorder.assertStatements(count(2));
  }

  @Test
  @Parity("ORM-SES-29")
  void expire_pending_isRefused() {
    User user = new User("Bea");
    session.add(user);

    assertThatThrownBy(() -> session.expire(user))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("it is pending");
  }

  @Test
  @Parity("ORM-SES-26")
  void read_expired_flushesFirst() {
    User user = ann();
    session.expire(user);
    session.add(new User("Bea"));
    assertThat(user.getName()).isEqualTo("Ann");

    assertThat(session.newObjects()).isEmpty();
    recorder.assertStatements(count(2));
  }
}
