package io.aludel.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.weave.EntityShape;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.orm.weave.StateRecord;
import io.aludel.orm.weave.Weave;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WovenUserTest {
  /** Writes down what woven code reports. */
  private static final class Recording extends StateRecord {
    final List<String> calls = new ArrayList<>();

    Recording(ManagedEntity entity) {
      super(entity, null);
    }

    @Override
    public void load(ManagedEntity entity, int index) {
      calls.add("load " + index);
      entity.$write(index, index == 2 ? 41 : "loaded");
      entity.$unloaded(entity.$unloaded() & ~Weave.bit(index));
    }

    @Override
    public @Nullable Object change(ManagedEntity entity, int index, @Nullable Object value) {
      calls.add("change " + index + " " + entity.$read(index) + " to " + value);
      entity.$watched(entity.$watched() & ~Weave.bit(index));
      return value;
    }
  }

  @Test
  void compile_entityOfTheBuild_isWoven() throws ReflectiveOperationException {
    EntityShape shape =
        (EntityShape) WovenUser.class.getDeclaredMethod("$shape").invoke(null);

    assertThat(shape.type()).isEqualTo(WovenUser.class);
    assertThat(shape.parent()).isNull();
    assertThat(shape.attributes()).containsExactly("id", "name", "age");
    assertThat(shape.version()).isEqualTo(Weave.VERSION);
  }

  @Test
  void construct_woven_marksWhatWasSet() {
    ManagedEntity user = (ManagedEntity) (Object) new WovenUser("Ann", 30);

    assertThat(user.$unloaded()).isEqualTo(~0b110L);
    assertThat(user.$watched()).isEqualTo(-1L);
    assertThat(user.$state()).isNull();
  }

  @Test
  void read_unloaded_loadsOnce() {
    WovenUser user = new WovenUser("Ann", 30);
    ManagedEntity managed = (ManagedEntity) (Object) user;
    Recording state = new Recording(managed);
    managed.$state(state);
    managed.$unloaded(0b110L);
    managed.$watched(0);

    assertThat(user.getName()).isEqualTo("loaded");
    assertThat(user.getName()).isEqualTo("loaded");
    user.haveBirthday();
    assertThat(user.getAge()).isEqualTo(42);
    assertThat(state.calls).containsExactly("load 1", "load 2");
  }

  @Test
  void write_watched_isReportedBeforeItHappens() {
    WovenUser user = new WovenUser("Ann", 30);
    ManagedEntity managed = (ManagedEntity) (Object) user;
    Recording state = new Recording(managed);
    managed.$state(state);
    managed.$watched(-1L);

    user.setName("Bob");
    user.setName("Cy");
    user.haveBirthday();
    assertThat(state.calls).containsExactly("change 1 Ann to Bob", "change 2 30 to 31");
    assertThat(user.getName()).isEqualTo("Cy");
  }

  @Test
  void factory_woven_runsNoUserCode() throws ReflectiveOperationException {
    EntityShape shape =
        (EntityShape) WovenUser.class.getDeclaredMethod("$shape").invoke(null);
    ManagedEntity user = shape.factory().get();

    assertThat(user.$unloaded()).isEqualTo(-1L);
    user.$writeAll(new @Nullable Object[] {7, "Ann", null});
    @Nullable Object[] values = new @Nullable Object[3];
    user.$readAll(values);
    assertThat(values).containsExactly(7, "Ann", 0);
    assertThat(((WovenUser) (Object) user).getId()).isEqualTo(7);
  }
}
