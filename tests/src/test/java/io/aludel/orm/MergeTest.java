package io.aludel.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.state.InstanceState;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
class MergeTest {
  private TestDatabase database;
  private SessionFactory sessions;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    sessions = Shop.on(given);
    sessions.inTransaction(session -> session.add(new User("Ann", 30)));
    database.recorder().clear();
  }

  private User detached() {
    try (Session session = sessions.open()) {
      return session.getOne(User.class, 1);
    }
  }

  @Test
  void merge_aDetachedObject_copiesItsValuesOntoTheSessionsOwn() {
    User outside = detached();
    outside.setAge(31);
    database.recorder().clear();
    try (Session session = sessions.open()) {
      User own = session.merge(outside);
      assertThat(own).isNotSameAs(outside);
      assertThat(own.getAge()).isEqualTo(31);
      assertThat(own.getName()).isEqualTo("Ann");
      assertThat(database.recorder().statements()).hasSize(1);
      assertThat(session.contains(outside)).isFalse();
      session.commit();
    }
    assertThat(database.recorder().statements().get(1).sql())
        .isEqualTo("UPDATE users SET age = ? WHERE users.id = ?");
    assertThat(detached().getAge()).isEqualTo(31);
  }

  @Test
  void merge_anObjectOfTheIdentityMap_sendsNoSql() {
    User outside = detached();
    try (Session session = sessions.open()) {
      User own = session.getOne(User.class, 1);
      database.recorder().clear();

      assertThat(session.merge(outside)).isSameAs(own);
      assertThat(session.isModified(own)).isFalse();
      assertThat(database.recorder().statements()).isEmpty();
    }
  }

  @Test
  void merge_aTransientObjectWithAKey_findsItsRow() {
    User outside = new User("Anna");
    outside.setId(1);
    try (Session session = sessions.open()) {
      User own = session.merge(outside);

      assertThat(own.getName()).isEqualTo("Anna");
      assertThat(own.getAge()).isEqualTo(30);
      assertThat(InstanceState.of(outside).isTransient()).isTrue();
    }
  }

  @Test
  void merge_anObjectWithoutRow_makesAPendingCopy() {
    User outside = new User("Bob", 4);
    try (Session session = sessions.open()) {
      User own = session.merge(outside);

      assertThat(own).isNotSameAs(outside);
      assertThat(InstanceState.of(own).isPending()).isTrue();
      session.commit();
      assertThat(own.getId()).isEqualTo(2);
      assertThat(outside.getId()).isNull();
    }
  }

  @Test
  void merge_anObjectOfTheSession_givesItBack() {
    try (Session session = sessions.open()) {
      User own = session.getOne(User.class, 1);

      assertThat(session.merge(own)).isSameAs(own);
    }
  }

  @Test
  void merge_anExpiredAttribute_isLeftAlone() {
    User outside = detached();
    try (Session other = sessions.open()) {
      other.add(outside);
      other.expire(outside, User_.age);
    }
    try (Session session = sessions.open()) {
      User own = session.getOne(User.class, 1);
      own.setAge(99);
      session.merge(outside);

      assertThat(own.getAge()).isEqualTo(99);
    }
  }

  @Test
  void merge_withoutLoading_sendsNoSqlAndLeavesNothingToFlush() {
    User outside = detached();
    try (Session session = sessions.open()) {
      database.recorder().clear();
      User own = session.merge(outside, MergeOption.WITHOUT_LOADING);

      assertThat(own.getName()).isEqualTo("Ann");
      assertThat(InstanceState.of(own).isPersistent()).isTrue();
      session.commit();
      assertThat(database.recorder().statements()).isEmpty();
    }
  }

  @Test
  void merge_withoutLoading_refusesWhatStandsForNoRow() {
    User changed = detached();
    changed.setAge(1);
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.merge(new User("Bob"), MergeOption.WITHOUT_LOADING))
          .isInstanceOfSatisfying(
              ObjectStateException.class,
              failure -> assertThat(failure.code()).isEqualTo(OrmError.CANNOT_MERGE))
          .hasMessageContaining("User[new]");
      assertThatThrownBy(() -> session.merge(changed, MergeOption.WITHOUT_LOADING))
          .hasMessageContaining("changes that were not flushed");
    }
  }
}
