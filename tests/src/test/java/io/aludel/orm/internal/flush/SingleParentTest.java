package io.aludel.orm.internal.flush;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Objects that may have one parent, where the tables would allow several. */
@ForEachDatabase
@Parity("ORM-REL-21")
class SingleParentTest {
  private static final Registry MODELS = Registry.of(Kennel.class, Dog.class, Chip.class);

  private FlushFixture fixture;
  private Session session;

  @BeforeEach
  void open(TestDatabase database) {
    fixture = new FlushFixture(database, MODELS);
    session = fixture.session();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void collection_newParents_refuseTheSecondAtOnce() {
    Dog dog = new Dog("rex");
    Kennel first = new Kennel("one", dog);
    Kennel second = new Kennel("two");

    assertThatThrownBy(() -> second.dogs.add(dog))
        .isInstanceOf(ObjectStateException.class)
        .hasMessage(
            "Cannot put Dog[new] into Kennel.dogs of Kennel[new]: it is in that of Kennel[new],"
                + " and the relationship allows a single parent. Take it out there first. [ORM-223]");
    assertThatThrownBy(() -> second.dogs.addAll(List.of(new Dog("max"), dog)))
        .isInstanceOf(ObjectStateException.class);
    assertThatThrownBy(() -> second.dogs = new ArrayList<>(List.of(dog)))
        .isInstanceOf(ObjectStateException.class);
    assertThat(second.dogs).isEmpty();
    assertThat(first.dogs).containsExactly(dog);
    assertThat(dog.kennel).isSameAs(first);
  }

  @Test
  void collection_sameParentAgain_isNoSecondParent() {
    Dog dog = new Dog("rex");
    Kennel kennel = new Kennel("one", dog);
    kennel.dogs.set(0, dog);
    kennel.dogs = new ArrayList<>(List.of(dog));

    assertThat(kennel.dogs).containsExactly(dog);
  }

  @Test
  void collection_takenOutFirst_maySeeAnotherParent() {
    Dog dog = new Dog("rex");
    Kennel first = fixture.stored(new Kennel("one", dog));
    Kennel second = fixture.stored(new Kennel("two"));
    assertThatThrownBy(() -> second.dogs.add(dog))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("Cannot put Dog[id=1] into Kennel.dogs of Kennel[id=2]");
    assertThat(fixture.flush()).isEmpty();
    first.dogs.remove(dog);
    second.dogs.add(dog);

    assertThat(fixture.flush())
        .containsExactly(
            "DELETE FROM w_kennel_dog WHERE w_kennel_dog.kennel_id = ? AND w_kennel_dog.dog_id = ?"
                + " [1, 1]",
            "INSERT w_kennel_dog(kennel_id,dog_id) [2, 1]");
  }

  @Test
  void collection_parentByTheOtherSide_moves() {
    Dog dog = new Dog("rex");
    Kennel first = new Kennel("one", dog);
    Kennel second = new Kennel("two");
    dog.kennel = second;

    assertThat(first.dogs).isEmpty();
    assertThat(second.dogs).containsExactly(dog);
    assertThatThrownBy(() -> first.dogs.add(dog)).isInstanceOf(ObjectStateException.class);
  }

  @Test
  void collection_parentNeverSeen_isNotKnown() {
    fixture.stored(new Kennel("one", new Dog("rex")));
    Integer second = fixture.stored(new Kennel("two")).id;
    session.commit();
    try (Session other = fixture.sessions().open()) {
      Dog dog = other.scalars(select(Dog.class)).one();
      Kennel kennel = other.getOne(Kennel.class, second);
      kennel.dogs.add(dog);

      assertThat(kennel.dogs).containsExactly(dog);
    }
  }

  @Test
  void removed_isAnOrphan() {
    Dog dog = new Dog("rex");
    Kennel kennel = fixture.stored(new Kennel("one", dog));
    kennel.dogs.clear();

    assertThat(fixture.flush())
        .containsExactly(
            "DELETE FROM w_kennel_dog WHERE w_kennel_dog.kennel_id = ? AND w_kennel_dog.dog_id = ?"
                + " [1, 1]",
            "DELETE FROM w_dog WHERE w_dog.id = ? [1]");
  }

  @Test
  void reference_secondParent_isRefusedAtOnce() {
    Chip chip = new Chip(7);
    Dog rex = new Dog("rex");
    rex.chip = chip;
    Dog max = new Dog("max");

    assertThatThrownBy(() -> max.chip = chip)
        .isInstanceOf(ObjectStateException.class)
        .hasMessage(
            "Cannot put Chip[new] into Dog.chip of Dog[new]: it is in that of Dog[new], and the"
                + " relationship allows a single parent. Take it out there first. [ORM-223]");
    assertThat(max.chip).isNull();
    rex.chip = chip;
    rex.chip = null;
    max.chip = chip;
    assertThat(max.chip).isSameAs(chip);
  }

  @Test
  void reference_replaced_deletesTheOrphan() {
    Dog dog = new Dog("rex");
    dog.chip = new Chip(7);
    fixture.stored(dog);
    dog.chip = new Chip(8);

    assertThat(fixture.flush())
        .containsExactly(
            "INSERT w_chip(number) [8]",
            "UPDATE w_dog SET chip_id = ? WHERE w_dog.id = ? [2, 1]",
            "DELETE FROM w_chip WHERE w_chip.id = ? [1]");
  }
}
