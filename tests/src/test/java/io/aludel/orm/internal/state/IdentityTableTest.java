package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.async.Await;
import io.aludel.orm.User;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** That finding a key looks at few others, whatever keys there are. */
class IdentityTableTest {
  private final EntityLayout users =
      new EntityLayout(Registry.of(User.class).mapper(User.class), 0);
  private final IdentityTable table = new IdentityTable();
  private final List<Object> held = new ArrayList<>();
  private int looks;
  private int hashes;

  /** A key that counts how often it is compared. */
  private final class Key {
    private final int number;

    Key(int number) {
      this.number = number;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      looks++;
      return other instanceof Key that && number == that.number;
    }

    @Override
    public int hashCode() {
      hashes++;
      return number;
    }
  }

  private EntityState put(int number) {
    User user = new User("n");
    held.add(user);
    EntityState state = EntityState.of((ManagedEntity) (Object) user, users);
    state.identity(new Key(number));
    table.put(state);
    return state;
  }

  private int looksFor(int number) {
    int before = looks;
    table.find(new Key(number));
    return looks - before;
  }

  @Test
  void find_neighbouringKeys_looksAtOneRecordEach() {
    for (int number = 1; number <= 1_000; number++) {
      put(number);
    }
    for (int number = 1; number <= 1_000; number++) {
      assertThat(looksFor(number)).as("looks for %d", number).isOne();
    }
  }

  @Test
  void find_absentKeyThatMeetsALongRun_looksAtFewFromThenOn() {
    for (int number = 0; number < 1_000; number++) {
      put(number);
    }
    assertThat(table.find(new Key(2_048))).isNull();

    for (int number = 0; number < 1_000; number++) {
      assertThat(table.find(new Key(number))).isNotNull();
    }
    int before = looks;
    for (int number = 2_048; number < 3_048; number++) {
      table.find(new Key(number));
    }
    assertThat(looks - before).as("looks for 1000 absent keys").isLessThan(5_000);
  }

  @Test
  void find_absentKeyThatMeetsALongRun_isNullWhereverTheRecordsWent() {
    for (int size = 100; size < 200; size++) {
      IdentityTable crowded = new IdentityTable();
      for (int number = 0; number < size; number++) {
        EntityState state = EntityState.of((ManagedEntity) (Object) new User("n"), users);
        held.add(state.get());
        state.identity(new Key(number));
        crowded.put(state);
      }
      for (int number = 0; number < size; number++) {
        assertThat(crowded.find(new Key(number + (1 << 12))))
            .as("an absent key among %d", size)
            .isNull();
      }
    }
  }

  @Test
  void put_keysThatPileUp_looksAtFew() {
    List<EntityState> states = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      states.add(put(number << 12));
    }
    assertThat(looks).as("looks for 10000 keys put").isLessThan(100_000);
    for (EntityState state : states) {
      assertThat(table.find(state.identityKey())).isSameAs(state);
    }
    assertThat(table.size()).isEqualTo(10_000);
  }

  @Test
  void remove_fromARunOfNeighbours_leavesTheOthersToBeFound() {
    List<EntityState> states = new ArrayList<>();
    for (int number = 0; number < 100; number++) {
      states.add(put(number < 50 ? number : number + 206));
    }
    for (int number = 0; number < 100; number += 2) {
      table.remove(states.get(number));
    }
    for (int number = 0; number < 100; number++) {
      assertThat(table.find(states.get(number).identityKey()))
          .isSameAs(number % 2 == 0 ? null : states.get(number));
    }
  }

  @Test
  void remove_allOfALongRun_looksAtFewForEach() {
    List<EntityState> states = new ArrayList<>();
    for (int number = 0; number < 10_000; number++) {
      states.add(put(number));
    }
    int before = hashes;
    for (EntityState state : states) {
      table.remove(state);
    }
    assertThat(hashes - before).as("keys looked at for 10000 removals").isLessThan(400_000);
    assertThat(table.size()).isZero();
  }

  @Test
  void put_survivorsThatPileUpInASmallerTable_looksAtFew() {
    List<Object> survivors = new ArrayList<>();
    EntityState mortal = put(1);
    for (int number = 2; number <= 1 << 16; number++) {
      EntityState state = put(number);
      if (number % 256 == 0) {
        survivors.add(state.get());
      }
    }
    held.clear();
    Await.collected(mortal::get);
    table.forEach((state, entity) -> {});

    assertThat(table.size()).isEqualTo(survivors.size());
    int before = looks;
    for (int number = 256; number <= 1 << 16; number += 256) {
      assertThat(table.find(new Key(number))).isNotNull();
    }
    assertThat(looks - before).as("looks for 256 survivors").isLessThan(2_560);
  }
}
