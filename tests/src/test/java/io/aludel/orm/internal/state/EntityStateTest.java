package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.User;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntityStateTest {
  private static final int NAME = 1;
  private static final int AGE = 3;

  private final EntityLayout layout =
      new EntityLayout(Registry.of(User.class).mapper(User.class), 0);
  private final List<String> calls = new ArrayList<>();
  private final Attachment attachment = new Attachment(new StateOwner() {
    @Override
    public void changed(EntityState changed) {
      calls.add("changed");
    }

    @Override
    public void load(EntityState loaded, ManagedEntity entity, int index) {
      calls.add("load " + index);
      entity.$write(index, index == AGE ? 40 : "loaded");
      loaded.markLoaded(entity, index);
    }
  });

  private User user = new User("Ann", 30);
  private ManagedEntity entity = (ManagedEntity) (Object) user;
  private EntityState state = EntityState.loaded(entity, layout, 1, attachment);

  @BeforeEach
  void start() {
    user = new User("Ann", 30);
    entity = (ManagedEntity) (Object) user;
    state = EntityState.loaded(entity, layout, 1, attachment);
  }

  @Test
  void change_firstWrite_isReportedOnceAndRecorded() {
    user.setAge(31);
    user.setAge(32);

    assertThat(calls).containsExactly("changed");
    assertThat(state.committed(AGE)).isEqualTo(30);
    assertThat(state.isRecorded(NAME)).isFalse();
    assertThat(state.differs(entity, AGE)).isTrue();
  }

  @Test
  void change_secondAttribute_isRecordedWithoutAnotherReport() {
    user.setAge(31);
    user.setName("Anne");

    assertThat(calls).containsExactly("changed");
    assertThat(state.committed(NAME)).isEqualTo("Ann");
  }

  @Test
  void change_afterCommitChanges_isReportedAgain() {
    user.setAge(31);
    state.commitChanges(entity);
    assertThat(state.isChanged()).isFalse();
    user.setAge(32);

    assertThat(calls).containsExactly("changed", "changed");
    assertThat(state.committed(AGE)).isEqualTo(31);
  }

  @Test
  void expire_thenRead_loadsThatAttribute() {
    state.expire(entity);
    assertThat(user.getAge()).isEqualTo(40);
    assertThat(user.getAge()).isEqualTo(40);

    assertThat(calls).containsExactly("load 3");
  }

  @Test
  void expire_changed_forgetsTheChange() {
    user.setAge(31);
    state.expire(entity);

    assertThat(state.isChanged()).isFalse();
    assertThat(state.isRecorded(AGE)).isFalse();
  }

  @Test
  void change_expiredAttribute_recordsThatItsOldValueIsUnknown() {
    state.expire(entity);
    user.setAge(30);

    assertThat(state.committed(AGE)).isSameAs(EntityState.UNKNOWN);
    assertThat(state.differs(entity, AGE)).isTrue();
    assertThat(user.getAge()).isEqualTo(30);
    assertThat(calls).containsExactly("changed");
  }

  @Test
  void change_expiredKey_knowsTheOldValueFromTheIdentity() {
    state.expire(entity);
    user.setId(2);

    assertThat(state.committed(0)).isEqualTo(1);
  }

  @Test
  void release_ofTheAttachment_detachesWithoutTouchingTheObject() {
    attachment.release();

    assertThat(state.owner()).isNull();
    assertThat(state.isPersistent()).isFalse();
    user.setAge(31);
    assertThat(state.isChanged()).as("remembers for the next session").isTrue();
    assertThat(calls).isEmpty();
  }
}
