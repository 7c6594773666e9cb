package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.ManagedEntity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An entity whose last attributes share a bit. */
class WideEntityStateTest {
  private final EntityLayout layout =
      new EntityLayout(Registry.of(Wide.class).mapper(Wide.class), 0);
  private final List<String> calls = new ArrayList<>();
  private final Attachment attachment = new Attachment(new StateOwner() {
    @Override
    public void changed(EntityState changed) {
      calls.add("changed");
    }

    @Override
    public void load(EntityState loaded, ManagedEntity entity, int index) {
      calls.add("load " + index);
      entity.$write(index, "loaded " + index);
      loaded.markLoaded(entity, index);
    }
  });

  private Wide loaded() {
    Wide wide = new Wide();
    EntityState.loaded((ManagedEntity) (Object) wide, layout, 1, attachment);
    return wide;
  }

  private static EntityState stateOf(Wide wide) {
    return (EntityState) ((ManagedEntity) (Object) wide).$state();
  }

  @Test
  void write_ofOneAttributeUnderTheSharedBit_leavesItsNeighboursUnloaded() {
    Wide wide = loaded();
    stateOf(wide).expire((ManagedEntity) (Object) wide);
    wide.a65 = "set";

    assertThat(wide.a65).isEqualTo("set");
    assertThat(wide.a64).isEqualTo("loaded 64");
    assertThat(wide.a66).isEqualTo("loaded 66");
    assertThat(calls).containsExactly("changed", "load 64", "load 66");
    assertThat(stateOf(wide).committed(65)).isSameAs(EntityState.UNKNOWN);
  }

  @Test
  void write_ofTwoAttributesUnderTheSharedBit_recordsBoth() {
    Wide wide = loaded();
    wide.a64 = "x";
    wide.a66 = "y";
    wide.a66 = "z";

    EntityState state = stateOf(wide);
    assertThat(state.isRecorded(64)).isTrue();
    assertThat(state.isRecorded(65)).isFalse();
    assertThat(state.isRecorded(66)).isTrue();
    assertThat(state.committed(66)).isNull();
    assertThat(calls).containsExactly("changed");
  }

  @Test
  void hasUnloadedColumns_afterEveryAttributeWasRead_isFalse() {
    Wide wide = loaded();
    EntityState state = stateOf(wide);
    state.expire((ManagedEntity) (Object) wide, 63);
    state.expire((ManagedEntity) (Object) wide, 66);
    assertThat(state.hasUnloadedColumns((ManagedEntity) (Object) wide)).isTrue();
    assertThat(wide.a63 + wide.a66).isEqualTo("loaded 63loaded 66");

    assertThat(state.hasUnloadedColumns((ManagedEntity) (Object) wide)).isFalse();
    assertThat(wide.a64).isNull();
    assertThat(calls).containsExactly("load 63", "load 66");
  }

  @Test
  void copyThroughAStream_keepsEachAttributeUnderTheSharedBit() throws Exception {
    Wide wide = loaded();
    wide.a63 = "read";
    stateOf(wide).commitChanges((ManagedEntity) (Object) wide);
    stateOf(wide).expire((ManagedEntity) (Object) wide, 64);
    wide.a66 = "new";
    EntityState state = stateOf(copy(wide));
    Wide copy = (Wide) (Object) state.get();

    assertThat(copy.a63).isEqualTo("read");
    assertThat(copy.a66).isEqualTo("new");
    assertThat(state.isRecorded(66)).isTrue();
    assertThat(state.committed(66)).isNull();
    assertThat(state.isRecorded(63)).isFalse();
    assertThat(state.isUnloaded((ManagedEntity) (Object) copy, 64)).isTrue();
    assertThat(state.isUnloaded((ManagedEntity) (Object) copy, 65)).isFalse();
    assertThatThrownBy(() -> String.valueOf(copy.a64))
        .isInstanceOf(DetachedInstanceException.class);
    Wide plain = new Wide();
    plain.a66 = "set";
    Wide other = copy(plain);
    assertThat(other.a66).isEqualTo("set");
    assertThat(other.a65).isNull();
  }

  private static Wide copy(Wide wide) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(wide);
    return (Wide) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  /** Sixty-seven attributes. */
  @Entity
  static class Wide implements Serializable {
    private static final long serialVersionUID = 1L;

    @Id
    @Nullable Integer id;

    @Nullable String a01;

    @Nullable String a02;

    @Nullable String a03;

    @Nullable String a04;

    @Nullable String a05;

    @Nullable String a06;

    @Nullable String a07;

    @Nullable String a08;

    @Nullable String a09;

    @Nullable String a10;

    @Nullable String a11;

    @Nullable String a12;

    @Nullable String a13;

    @Nullable String a14;

    @Nullable String a15;

    @Nullable String a16;

    @Nullable String a17;

    @Nullable String a18;

    @Nullable String a19;

    @Nullable String a20;

    @Nullable String a21;

    @Nullable String a22;

    @Nullable String a23;

    @Nullable String a24;

    @Nullable String a25;

    @Nullable String a26;

    @Nullable String a27;

    @Nullable String a28;

    @Nullable String a29;

    @Nullable String a30;

    @Nullable String a31;

    @Nullable String a32;

    @Nullable String a33;

    @Nullable String a34;

    @Nullable String a35;

    @Nullable String a36;

    @Nullable String a37;

    @Nullable String a38;

    @Nullable String a39;

    @Nullable String a40;

    @Nullable String a41;

    @Nullable String a42;

    @Nullable String a43;

    @Nullable String a44;

    @Nullable String a45;

    @Nullable String a46;

    @Nullable String a47;

    @Nullable String a48;

    @Nullable String a49;

    @Nullable String a50;

    @Nullable String a51;

    @Nullable String a52;

    @Nullable String a53;

    @Nullable String a54;

    @Nullable String a55;

    @Nullable String a56;

    @Nullable String a57;

    @Nullable String a58;

    @Nullable String a59;

    @Nullable String a60;

    @Nullable String a61;

    @Nullable String a62;

    @Nullable String a63;

    @Nullable String a64;

    @Nullable String a65;

    @Nullable String a66;
  }
}
