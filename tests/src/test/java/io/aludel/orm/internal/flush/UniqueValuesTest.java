package io.aludel.orm.internal.flush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.CircularDependencyException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unique values are released before they are taken. */
@ForEachDatabase
class UniqueValuesTest {
  private static final Registry MODELS = Registry.of(Locker.class, Seal.class);
  private static final String NUMBER = "UPDATE w_locker SET number = ? WHERE w_locker.id = ?";

  private StatementRecorder recorder;
  private Session session;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    recorder = database.recorder();
    recorder.clear();
    session = SessionFactory.of(database.engine(), MODELS).open();
  }

  @AfterEach
  void close() {
    session.close();
    recorder.clear();
  }

  private List<String> flush() {
    recorder.clear();
    session.flush();
    return Writes.take(recorder);
  }

  private List<Locker> lockers(int count) {
    List<Locker> lockers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lockers.add(new Locker(i, "owner " + i));
    }
    session.addAll(lockers);
    session.flush();
    return lockers;
  }

  @Test
  void flush_deleteAndInsertOfOneValue_deletesFirst() {
    Locker old = lockers(2).get(0);
    session.delete(old);
    session.add(new Locker(1, "Bob"));

    assertThat(flush())
        .containsExactly(
            "DELETE FROM w_locker WHERE w_locker.id = ? [1]",
            "INSERT w_locker(number,owner) [1, Bob]");
  }

  @Test
  void flush_deleteAndUpdateToItsValue_deletesFirst() {
    List<Locker> lockers = lockers(3);
    session.delete(lockers.get(2));
    lockers.get(0).number = 3;
    lockers.get(1).owner = "Bob";

    assertThat(flush())
        .containsExactly(
            "UPDATE w_locker SET owner = ? WHERE w_locker.id = ? [Bob, 2]",
            "DELETE FROM w_locker WHERE w_locker.id = ? [3]",
            NUMBER + " [3, 1]");
  }

  @Test
  void flush_updateFreesForInsert_needsNothingSpecial() {
    Locker locker = lockers(1).get(0);
    locker.number = 9;
    session.add(new Locker(1, "Bob"));

    assertThat(flush())
        .containsExactly(NUMBER + " [9, 1]", "INSERT w_locker(number,owner) [1, Bob]");
  }

  @Test
  void flush_chainOfUpdates_goesFromTheFreeEnd() {
    List<Locker> lockers = lockers(3);
    lockers.get(0).number = 2;
    lockers.get(1).number = 3;
    lockers.get(2).number = 4;

    assertThat(flush()).containsExactly(NUMBER + " [4, 3]", NUMBER + " [3, 2]", NUMBER + " [2, 1]");
  }

  @Test
  void flush_swap_setsOneAside() {
    List<Locker> lockers = lockers(2);
    lockers.get(0).number = 2;
    lockers.get(1).number = 1;

    assertThat(flush()).hasSize(3).first().asString().startsWith(NUMBER + " [null, ");
    session.expireAll();
    assertThat(lockers.get(0).number).isEqualTo(2);
    assertThat(lockers.get(1).number).isEqualTo(1);
  }

  @Test
  void flush_rotationOfThree_setsOneAside() {
    List<Locker> lockers = lockers(3);
    lockers.get(0).number = 2;
    lockers.get(1).number = 3;
    lockers.get(2).number = 1;

    assertThat(flush()).hasSize(4);
    session.expireAll();
    assertThat(lockers).extracting(locker -> locker.number).containsExactly(2, 3, 1);
  }

  @Test
  void flush_manySwaps_costAFewBatches() {
    List<Locker> lockers = lockers(400);
    for (int i = 0; i < 400; i += 2) {
      lockers.get(i).number = i + 2;
      lockers.get(i + 1).number = i + 1;
    }

    assertThat(flush()).hasSize(3);
    session.expireAll();
    assertThat(lockers.get(0).number).isEqualTo(2);
    assertThat(lockers.get(399).number).isEqualTo(399);
  }

  @Test
  void flush_valueGivenToNobody_isSentAsEver() {
    List<Locker> lockers = lockers(2);
    lockers.get(0).number = null;
    lockers.get(1).number = 1;

    assertThat(flush()).containsExactly(NUMBER + " [null, 1]", NUMBER + " [1, 2]");
  }

  @Test
  void flush_swapOfWhatCannotBeNull_namesObjectsAndKey() {
    Seal red = new Seal("red");
    Seal blue = new Seal("blue");
    session.addAll(List.of(red, blue));
    session.flush();
    red.word = "blue";
    blue.word = "red";

    assertThatThrownBy(session::flush)
        .isInstanceOf(CircularDependencyException.class)
        .hasMessageContaining("update Seal[id=1] (w_seal.word = red)")
        .hasMessageContaining("update Seal[id=2] (w_seal.word = blue)")
        .hasMessageContaining("w_seal.word cannot be NULL for a moment")
        .hasMessageEndingWith("[ORM-403]");
    session.rollback();
    assertThat(session.isActive()).isTrue();
  }

  @Test
  void flush_naturalKeysInAChain_goFromTheFreeEnd() {
    Seal one = new Seal("a");
    one.id = 1;
    Seal two = new Seal("b");
    two.id = 2;
    session.addAll(List.of(one, two));
    session.flush();
    one.id = 2;
    two.id = 3;

    assertThat(flush())
        .containsExactly(
            "UPDATE w_seal SET id = ? WHERE w_seal.id = ? [3, 2]",
            "UPDATE w_seal SET id = ? WHERE w_seal.id = ? [2, 1]");
    assertThat(session.get(Seal.class, 2)).isSameAs(one);
    assertThat(session.get(Seal.class, 3)).isSameAs(two);
  }
}
