package io.aludel.orm.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Post;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.User;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
class InstanceStateTest {
  private Session session;
  private TestDatabase database;

  @BeforeEach
  void createTables(TestDatabase given) {
    database = given;
    Registry models = Registry.of(User.class, Post.class);
    models.metadata().createAll(database.engine());
    session = SessionFactory.of(database.engine(), models).open();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private User stored() {
    User user = new User("Ann", 30);
    session.add(user);
    session.flush();
    database.recorder().clear();
    return user;
  }

  @Test
  @Parity("ORM-INS-01")
  void of_unmapped_isRefused() {
    assertThatThrownBy(() -> InstanceState.of("text"))
        .isInstanceOf(io.aludel.orm.mapping.UnmappedClassException.class);
    assertThatThrownBy(() -> InstanceState.of(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  @Parity({"ORM-INS-06", "ORM-INS-14", "ORM-INS-15"})
  void identity_everyState_isWhatTheSessionKnows() {
    User user = new User("Ann");
    InstanceState state = InstanceState.of(user);
    assertThat(state.hasIdentity()).isFalse();
    assertThat(state.identityKey()).isNull();
    assertThat(state.session()).isNull();
    assertThat(state.object()).isSameAs(user);
    assertThat(state.mapper().entityName()).isEqualTo("User");
    session.add(user);
    assertThat(state.session()).isSameAs(session);
    session.flush();
    assertThat(state.identityKey()).isEqualTo(new IdentityKey(User.class, List.of(1)));
    session.close();
    assertThat(state.session()).isNull();
    assertThat(state.isDetached()).isTrue();
    assertThat(state).hasToString("User[id=1] (detached)");
  }

  @Test
  @Parity("ORM-INS-07")
  void unloaded_partlyExpired_namesWhatIsMissing() {
    User user = stored();
    InstanceState state = InstanceState.of(user);
    assertThat(state.unloaded()).isEmpty();
    session.expire(user, io.aludel.orm.User_.age);
    user.setName("Bea");

    assertThat(state.unloaded()).containsExactly("age");
    assertThat(state.expiredAttributes()).containsExactly("age");
    assertThat(state.unmodified()).containsExactly("id", "email", "age", "minor");
    assertThat(state.isModified()).isTrue();
    assertThat(state.isExpired()).isFalse();
    database.recorder().assertStatements();
  }

  @Test
  @Parity({"ORM-INS-08", "ORM-INS-09"})
  void history_scalar_tellsAddedUnchangedDeleted() {
    User user = new User("Ann", 30);
    AttributeState name = InstanceState.of(user).attribute("name");
    AttributeState email = InstanceState.of(user).attribute("email");
    assertThat(name.history().added()).containsExactly("Ann");
    assertThat(email.history().isEmpty()).as("never set").isTrue();
    session.add(user);
    session.flush();
    assertThat(InstanceState.of(user).attribute("name").history().unchanged())
        .containsExactly("Ann");
    user.setName("Anne");
    History<Object> changed = InstanceState.of(user).attribute("name").history();
    assertThat(changed.added()).containsExactly("Anne");
    assertThat(changed.deleted()).containsExactly("Ann");
    assertThat(changed.hasChanges()).isTrue();
    assertThat(changed.sum()).containsExactly("Anne", "Ann");
    assertThat(changed.nonDeleted()).containsExactly("Anne");
    assertThat(changed.nonAdded()).containsExactly("Ann");
    user.setName("Ann");
    assertThat(InstanceState.of(user).attribute("name").history().hasChanges()).isFalse();
  }

  @Test
  @Parity({"ORM-INS-08", "ORM-INS-09"})
  void history_expired_neverLoadsAndLoadHistoryDoes() {
    User user = stored();
    session.expire(user);
    AttributeState age = InstanceState.of(user).attribute("age");

    assertThat(age.history().isEmpty()).isTrue();
    assertThat(age.loadedValue()).isNull();
    assertThat(age.isLoaded()).isFalse();
    database.recorder().assertStatements();
    assertThat(age.loadHistory().unchanged()).containsExactly(30);
    assertThat(age.value()).isEqualTo(30);
    database.recorder().clear();
    session.expire(user);
    user.setAge(31);
    assertThat(age.history().added()).containsExactly(31);
    assertThat(age.history().deleted()).as("the old value is not known").isEmpty();
  }

  @Test
  @Parity("ORM-INS-11")
  void set_byName_isRecordedLikeAnAssignment() {
    User user = stored();
    AttributeState age = InstanceState.of(user).attribute("age");
    age.set(31);

    assertThat(user.getAge()).isEqualTo(31);
    assertThat(session.isModified(user)).isTrue();
    assertThatThrownBy(() -> age.set("old"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot set User.age of User[id=1]: it holds int");
    assertThatThrownBy(() -> age.set(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  @Parity("ORM-INS-12")
  void setCommitted_value_leavesNoHistory() {
    User user = stored();
    user.setAge(99);
    InstanceState.of(user).attribute("age").setCommitted(31);

    assertThat(user.getAge()).isEqualTo(31);
    assertThat(session.isModified(user)).isFalse();
    session.flush();
    database.recorder().assertStatements();
  }

  @Test
  @Parity("ORM-INS-13")
  void flagModified_equalValue_isWrittenAllTheSame() {
    User user = stored();
    InstanceState.of(user).attribute("age").flagModified();
    session.flush();

    database
        .recorder()
        .assertStatements(io.aludel.testing.Expectations.sql(
            "UPDATE users SET age = ? WHERE users.id = ?", 30, 1));
    session.expire(user);
    assertThatThrownBy(() -> InstanceState.of(user).attribute("age").flagModified())
        .isInstanceOf(ObjectStateException.class);
  }

  @Test
  @Parity("ORM-INS-13")
  void flagDirty_object_isVisitedAndNotWritten() {
    User user = stored();
    InstanceState.of(user).flagDirty();
    assertThat(session.dirty()).hasSize(1);
    session.flush();

    assertThat(session.dirty()).isEmpty();
    database.recorder().assertStatements();
  }

  @Test
  @Parity("ORM-INS-16")
  void wasDeleted_afterFlushAndCommit_staysTrue() {
    User user = stored();
    session.delete(user);
    assertThat(InstanceState.of(user).wasDeleted()).isFalse();
    session.flush();
    assertThat(InstanceState.of(user).wasDeleted()).isTrue();
    session.commit();
    assertThat(InstanceState.of(user).wasDeleted()).isTrue();
    database.recorder().clear();
  }
}
