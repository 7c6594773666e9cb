package io.aludel.orm.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.async.Await;
import io.aludel.orm.Country;
import io.aludel.orm.Seat;
import io.aludel.orm.User;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.testing.Parity;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentityMapTest {
  private final Registry registry = Registry.of(User.class, Country.class, Seat.class);
  private final EntityLayout users = new EntityLayout(registry.mapper(User.class), 0);
  private final EntityLayout countries = new EntityLayout(registry.mapper(Country.class), 17);
  private final EntityLayout seats = new EntityLayout(registry.mapper(Seat.class), 2);
  private final IdentityMap identities = new IdentityMap();

  /** What keeps objects alive that the map itself holds weakly. */
  private final List<Object> held = new ArrayList<>();

  private EntityState put(EntityLayout layout, Object entity, Object key) {
    held.add(entity);
    EntityState state = EntityState.of((ManagedEntity) entity, layout);
    state.identity(key);
    identities.put(state);
    return state;
  }

  @Test
  @Parity({"ORM-SES-08", "ORM-SES-10"})
  void find_keysOfSeveralClasses_givesTheObjectOfEach() {
    EntityState user = put(users, new User("Ann"), 1);
    EntityState country = put(countries, new Country("FR", "France"), "FR");
    EntityState seat = put(seats, new Seat(1, 2, null), new CompositeKey(new Object[] {1, 2}));

    assertThat(identities.find(users, 1)).isSameAs(user);
    assertThat(identities.find(countries, "FR")).isSameAs(country);
    assertThat(identities.find(seats, new CompositeKey(new Object[] {1, 2}))).isSameAs(seat);
    assertThat(identities.find(seats, new CompositeKey(new Object[] {2, 1}))).isNull();
    assertThat(identities.find(users, 2)).isNull();
    assertThat(identities.size()).isEqualTo(3);
  }

  @Test
  void put_sameKeyAgain_replaces() {
    put(users, new User("Ann"), 1);
    EntityState second = put(users, new User("Bob"), 1);

    assertThat(identities.find(users, 1)).isSameAs(second);
    assertThat(identities.size()).isOne();
  }

  @Test
  void remove_anotherRecordOfTheKey_isLeftAlone() {
    EntityState first = put(users, new User("Ann"), 1);
    EntityState second = put(users, new User("Bob"), 1);
    identities.remove(first);

    assertThat(identities.find(users, 1)).isSameAs(second);
  }

  @Test
  @Parity("ORM-SES-09")
  void find_objectNobodyHolds_forgetsIt() {
    EntityState state = put(users, new User("Ann"), 1);
    awaitCollected(state);

    assertThat(identities.find(users, 1)).isNull();
    assertThat(identities.size()).isZero();
  }

  @Test
  @Parity("ORM-SES-09")
  void find_changedObjectNobodyHolds_keepsIt() {
    EntityState state = put(users, new User("Ann"), 1);
    state.hold((ManagedEntity) held.get(0));
    WeakReference<Object> canary = new WeakReference<>(new Object());
    held.clear();
    Await.collected(canary::get);

    assertThat(identities.find(users, 1)).isSameAs(state);
  }

  private void awaitCollected(EntityState state) {
    held.clear();
    Await.collected(state::get);
  }

  @Test
  void putAndRemove_randomly_behavesLikeAMap() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Map<Integer, EntityState> model = new HashMap<>();
    for (int step = 0; step < 20_000; step++) {
      int key = random.nextInt(400) * (random.nextBoolean() ? 1 : 1 << 20);
      @Nullable EntityState present = model.get(key);
      if (random.nextInt(3) > 0) {
        model.put(key, put(users, new User("n"), key));
      } else if (present != null) {
        identities.remove(present);
        model.remove(key);
      }
      assertThat(identities.find(users, key))
          .as("seed %d, step %d, key %d", seed, step, key)
          .isSameAs(model.get(key));
    }
    assertThat(identities.size()).as("seed %d", seed).isEqualTo(model.size());
    model.forEach((key, state) ->
        assertThat(identities.find(users, key)).as("seed %d", seed).isSameAs(state));
  }

  @Test
  void forEach_oneHierarchy_seesNoOther() {
    put(users, new User("Ann"), 1);
    put(countries, new Country("FR", "France"), "FR");
    List<Object> seen = new ArrayList<>();
    identities.forEach(countries, (state, entity) -> seen.add(entity));

    assertThat(seen).singleElement().isInstanceOf(Country.class);
  }
}
