package io.aludel.orm;

import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a flush sends, and in which order. */
@ForEachDatabase
class FlushTest {
  private SessionFactory sessions;
  private StatementRecorder recorder;

  @BeforeEach
  void createTables(TestDatabase database) {
    sessions = Shop.on(database);
    recorder = database.recorder();
  }

  private static List<Object> row(Object... values) {
    return java.util.Arrays.asList(values);
  }

  @Test
  @Parity("ORM-SES-27")
  void flush_clean_sendsNothing() {
    try (Session session = sessions.open()) {
      session.flush();
      session.commit();
      recorder.assertSteps();
    }
  }

  @Test
  @Parity("ORM-SES-37")
  void flush_oneNewObject_insertsAndReadsTheKey() {
    try (Session session = sessions.open()) {
      User user = new User("Ann", 30);
      session.add(user);
      session.flush();

      assertThat(user.getId()).isEqualTo(1);
      recorder.assertStatements(sql(
              "INSERT INTO users (name, email, age, minor) VALUES (?, ?, ?, ?) RETURNING id",
              "Ann",
              null,
              30,
              false)
          .on(
              "postgresql",
              "INSERT INTO users (name, email, age, minor) VALUES (?, ?, ?, ?)"
                  + " RETURNING users.id")
          .on(
              "mariadb",
              "INSERT INTO users (name, email, age, minor) VALUES (?, ?, ?, ?)"
                  + " RETURNING users.id")
          .on(
              "h2",
              "SELECT id FROM FINAL TABLE"
                  + " (INSERT INTO users (name, email, age, minor) VALUES (?, ?, ?, ?))")
          .on("mysql", "INSERT INTO users (name, email, age, minor) VALUES (?, ?, ?, ?)"));
    }
  }

  @Test
  @Parity({"ORM-SES-35", "ORM-SES-38"})
  void flush_manyNewObjects_keepsAddOrderAndMatchesKeys() {
    try (Session session = sessions.open()) {
      List<User> users = new ArrayList<>();
      for (int i = 0; i < 777; i++) {
        users.add(new User("user " + i, i));
      }
      session.addAll(users);
      session.flush();
      assertThat(recorder.statements()).hasSizeLessThan(20);
      recorder.clear();
      session.expireAll();

      for (int i = 0; i < users.size(); i++) {
        assertThat(users.get(i).getId()).isEqualTo(i + 1);
        assertThat(users.get(i).getName()).isEqualTo("user " + i);
      }
      recorder.clear();
    }
  }

  @Test
  @Parity("ORM-SES-39")
  void flush_changedAttributes_updatesOnlyThem() {
    try (Session session = sessions.open()) {
      User user = stored(session, new User("Ann", 30));
      user.setAge(31);
      user.setName("Anne");
      user.setName("Ann");
      assertThat(session.isModified(user)).isTrue();
      session.flush();

      recorder.assertStatements(sql("UPDATE users SET age = ? WHERE users.id = ?", 31, 1));
    }
  }

  @Test
  @Parity({"ORM-SES-39", "ORM-SES-07"})
  void flush_changedAndChangedBack_sendsNothing() {
    try (Session session = sessions.open()) {
      User user = stored(session, new User("Ann", 30));
      user.setAge(31);
      user.setAge(30);

      assertThat(session.dirty()).as("optimistic").hasSize(1);
      assertThat(session.isModified(user)).isFalse();
      session.flush();
      recorder.assertStatements();
      assertThat(session.dirty()).isEmpty();
    }
  }

  @Test
  @Parity({"ORM-SES-39", "ORM-MAP-31"})
  void flush_unloadedAttributeSet_writesItThoughTheOldValueIsUnknown() {
    try (Session session = sessions.open()) {
      User user = stored(session, new User("Ann", 30));
      session.expire(user);
      user.setAge(30);
      session.flush();

      recorder.assertStatements(sql("UPDATE users SET age = ? WHERE users.id = ?", 30, 1));
    }
  }

  @Test
  @Parity({"ORM-SES-35", "ORM-SES-38"})
  void flush_severalChanged_batchesByColumnsInKeyOrder() {
    try (Session session = sessions.open()) {
      User ann = stored(session, new User("Ann", 30));
      User bob = stored(session, new User("Bob", 40));
      User carol = stored(session, new User("Carol", 50));
      carol.setAge(51);
      bob.setName("Robert");
      ann.setAge(31);
      session.flush();

      recorder.assertStatements(
          sql("UPDATE users SET age = ? WHERE users.id = ?").batch(row(31, 1), row(51, 3)),
          sql("UPDATE users SET name = ? WHERE users.id = ?", "Robert", 2));
    }
  }

  @Test
  @Parity("ORM-SES-35")
  void flush_oneEntity_updatesThenInsertsThenDeletes() {
    try (Session session = sessions.open()) {
      Country france = stored(session, new Country("FR", "France"));
      Country spain = stored(session, new Country("ES", "Spain"));
      session.delete(france);
      Country italy = new Country("IT", "Italy");
      italy.setContinent("Europe");
      session.add(italy);
      spain.setName("España");
      session.flush();

      recorder.assertStatements(
          sql("UPDATE countries SET name = ? WHERE countries.code = ?", "España", "ES"),
          sql(
              "INSERT INTO countries (code, name, continent) VALUES (?, ?, ?)",
              "IT",
              "Italy",
              "Europe"),
          sql("DELETE FROM countries WHERE countries.code = ?", "FR"));
    }
  }

  @Test
  @Parity({"ORM-SES-33", "ORM-SES-34"})
  void flush_foreignKey_savesParentsFirstAndDeletesThemLast() {
    try (Session session = sessions.open()) {
      User ann = stored(session, new User("Ann"));
      Post old = stored(session, new Post("old", ann.getId()));
      session.delete(ann);
      session.delete(old);
      User bob = new User("Bob");
      bob.setId(7);
      session.add(new Post("new", 7));
      session.add(bob);
      recorder.clear();
      session.flush();

      assertThat(writes())
          .containsExactly(
              "INSERT INTO users", "INSERT INTO posts", "DELETE FROM posts", "DELETE FROM users");
      recorder.clear();
    }
  }

  @Test
  @Parity("ORM-SES-38")
  void flush_severalDeleted_sendsOneBatch() {
    try (Session session = sessions.open()) {
      User ann = stored(session, new User("Ann"));
      User bob = stored(session, new User("Bob"));
      session.delete(bob);
      session.delete(ann);
      session.flush();

      recorder.assertStatements(sql("DELETE FROM users WHERE users.id = ?").batch(row(1), row(2)));
    }
  }

  @Test
  @Parity("ORM-SES-42")
  void flush_deletedAndAddedWithTheSameKey_updatesTheRow() {
    try (Session session = sessions.open()) {
      Seat old = stored(session, new Seat(1, 2, "Ann"));
      session.delete(old);
      Seat fresh = new Seat(1, 2, null);
      session.add(fresh);
      session.flush();

      recorder.assertStatements(
          sql("UPDATE seats SET guest = ? WHERE seats.line = ? AND seats.place = ?", null, 1, 2));
      assertThat(InstanceState.of(old).isDeleted()).isTrue();
      assertThat(InstanceState.of(fresh).isPersistent()).isTrue();
      session.commit();
      assertThat(session.get(Seat.class, List.of(1, 2))).isSameAs(fresh);
      assertThat(fresh.getGuest()).isNull();
      recorder.clear();
    }
  }

  @Test
  @Parity("ORM-SES-42")
  void rollback_afterTakeOver_restoresBoth() {
    try (Session session = sessions.open()) {
      Seat old = new Seat(1, 2, "Ann");
      session.add(old);
      session.commit();
      session.delete(old);
      Seat fresh = new Seat(1, 2, "Bob");
      session.add(fresh);
      session.flush();
      session.rollback();

      assertThat(InstanceState.of(fresh).isTransient()).isTrue();
      assertThat(session.get(Seat.class, List.of(1, 2))).isSameAs(old);
      assertThat(old.getGuest()).isEqualTo("Ann");
    }
  }

  @Test
  void rollback_severalObjectsUnderOneKey_restoresTheFirst() {
    try (Session session = sessions.open()) {
      Seat first = new Seat(1, 2, "Ann");
      session.add(first);
      session.commit();
      first.setGuest("Bob");
      session.flush();
      session.delete(first);
      session.flush();
      Seat second = takenByAnother(session, "Cid");
      session.delete(second);
      session.flush();
      Seat third = takenByAnother(session, "Dan");
      session.rollback();

      assertThat(session.get(Seat.class, List.of(1, 2))).isSameAs(first);
      assertThat(first.getGuest()).isEqualTo("Ann");
      assertThat(InstanceState.of(second).isTransient()).isTrue();
      assertThat(InstanceState.of(third).isTransient()).isTrue();
    }
  }

  @Test
  void rollback_objectWhoseKeyChangedBeforeItsDelete_restoresIt() {
    try (Session session = sessions.open()) {
      Seat seat = new Seat(1, 2, "Ann");
      session.add(seat);
      session.commit();
      seat.setPlace(3);
      session.flush();
      session.delete(seat);
      session.flush();
      session.rollback();

      assertThat(session.get(Seat.class, List.of(1, 2))).isSameAs(seat);
      assertThat(seat.getPlace()).isEqualTo(2);
    }
  }

  /** The object of a row that another one, now out of the session, brought in. */
  private static Seat takenByAnother(Session session, String guest) {
    Seat other = new Seat(1, 2, guest);
    session.add(other);
    session.flush();
    session.expunge(other);
    return Objects.requireNonNull(session.get(Seat.class, List.of(1, 2)));
  }

  @Test
  @Parity("ORM-SES-41")
  void flush_changedKey_locatesTheRowByTheOldOne() {
    try (Session session = sessions.open()) {
      Country country = stored(session, new Country("GB", "Britain"));
      country.setCode("UK");
      session.flush();

      recorder.assertStatements(
          sql("UPDATE countries SET code = ? WHERE countries.code = ?", "UK", "GB"));
      assertThat(session.get(Country.class, "UK")).isSameAs(country);
    }
  }

  @Test
  @Parity("ORM-SES-43")
  void flush_keyOfALiveObject_letsTheDatabaseDecide() {
    try (Session session = sessions.open()) {
      stored(session, new Country("FR", "France"));
      session.add(new Country("FR", "Again"));

      assertThatThrownBy(session::flush).isInstanceOf(io.aludel.engine.IntegrityException.class);
      session.rollback();
    }
  }

  @Test
  @Parity("ORM-SES-44")
  @Requires(Capability.COUNTS_MATCHED_ROWS)
  void flush_rowGone_reportsStaleData() {
    try (Session session = sessions.open()) {
      User user = stored(session, new User("Ann"));
      session.connection().execute(Orm.text("DELETE FROM users"));
      user.setAge(31);

      assertThatThrownBy(session::flush)
          .isInstanceOf(StaleDataException.class)
          .hasMessageStartingWith("UPDATE on 'users' matched 0 of 1 rows for User[id=1].")
          .hasMessageEndingWith("[ORM-401]");
      session.rollback();
    }
  }

  @Test
  @Parity("ORM-SES-44")
  void flush_deletedRowGone_goesOn() {
    try (Session session = sessions.open()) {
      User user = stored(session, new User("Ann"));
      session.connection().execute(Orm.text("DELETE FROM users"));
      session.delete(user);
      session.commit();

      assertThat(InstanceState.of(user).isDetached()).isTrue();
      recorder.clear();
    }
  }

  @Test
  @Parity({"ORM-SES-46", "ORM-SES-47", "ORM-MAP-32"})
  void flush_serverDefault_isLeftOutAndReadBack() {
    try (Session session = sessions.open()) {
      Country country = stored(session, new Country("FR", "France"));

      assertThat(country.getContinent()).isEqualTo("unknown");
      recorder.clear();
      country.setContinent(null);
      session.flush();
      recorder.assertStatements(
          sql("UPDATE countries SET continent = ? WHERE countries.code = ?", null, "FR"));
    }
  }

  @Test
  @Parity("ORM-SES-37")
  void flush_keyMissing_namesTheAttribute() {
    try (Session session = sessions.open()) {
      Country country = new Country("FR", "France");
      country.setCode(null);
      session.add(country);

      assertThatThrownBy(session::flush)
          .isInstanceOf(FlushException.class)
          .hasMessageStartingWith(
              "Cannot insert Country[new]: its key attribute Country.code is null")
          .hasMessageEndingWith("[ORM-402]");
      session.rollback();
    }
  }

  @Test
  @Parity("ORM-SES-34")
  void flush_unrelatedEntities_goInTheOrderOfTheirNames() {
    try (Session session = sessions.open()) {
      session.add(new User("Ann"));
      session.add(new Seat(1, 1, null));
      Country country = new Country("FR", "France");
      country.setContinent("Europe");
      session.add(country);
      session.flush();

      assertThat(writes())
          .containsExactly("INSERT INTO countries", "INSERT INTO seats", "INSERT INTO users");
      recorder.clear();
    }
  }

  /** What each statement writes to, however the dialect gets values back. */
  private List<String> writes() {
    Pattern write = Pattern.compile("(INSERT INTO|UPDATE|DELETE FROM) \\w+");
    return recorder.statements().stream()
        .map(statement -> write.matcher(statement.sql()))
        .map(matcher -> matcher.find() ? matcher.group() : "nothing")
        .toList();
  }

  private <E> E stored(Session session, E object) {
    session.add(object);
    session.flush();
    recorder.clear();
    return object;
  }
}
