package io.aludel.orm.property;

import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists whose members know their places. */
@ForEachDatabase
class PositionsTest {
  private static final Registry MODELS = Registry.of(Slide.class, Bullet.class);

  private Session session;
  private StatementRecorder recorder;
  private Slide slide;

  @BeforeEach
  void createTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    recorder = database.recorder();
    session = SessionFactory.of(database.engine(), MODELS).open();
    slide = new Slide();
    slide.bullets.add(new Bullet("a"));
    slide.bullets.add(new Bullet("b"));
    slide.bullets.add(new Bullet("c"));
    session.add(slide);
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  private void require(String text) {
    assertThat(slide.bullets).hasToString(text);
    session.commit();
    assertThat(slide.bullets).hasToString(text);
  }

  @Test
  @Parity("ORM-MAP-27")
  void add_numbersWhatHasNone() {
    Bullet numbered = new Bullet("d");
    numbered.position = 100;
    slide.bullets.add(numbered);
    slide.bullets.addAll(List.of(new Bullet("e"), new Bullet("f")));

    assertThat(slide.bullets).hasToString("[a1, b2, c3, d100, e5, f6]");
    InstanceState.of(slide).attribute("bullets").renumber();
    require("[a1, b2, c3, d4, e5, f6]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void insert_numbersAll() {
    slide.bullets.add(1, new Bullet("x"));
    require("[a1, x2, b3, c4]");
    slide.bullets.addAll(0, List.of(new Bullet("y"), new Bullet("z")));
    require("[y1, z2, a3, x4, b5, c6]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void remove_closesTheGapAndLeavesTheRemovedNumber() {
    Bullet removed = slide.bullets.remove(1);

    assertThat(removed.position).isEqualTo(2);
    require("[a1, c2]");
    slide.bullets.removeIf(bullet -> bullet.text.equals("a"));
    require("[c1]");
    slide.bullets.clear();
    require("[]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void replace_givesThePlace() {
    slide.bullets.set(1, new Bullet("x"));
    require("[a1, x2, c3]");
    slide.bullets.subList(0, 2).clear();
    require("[c1]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void sort_numbersAll() {
    slide.bullets.sort(
        Comparator.<Bullet, String>comparing(bullet -> bullet.text).reversed());
    require("[c1, b2, a3]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void assign_numbersTheNewOnes() {
    session.commit();
    slide.bullets = new ArrayList<>(List.of(new Bullet("p"), new Bullet("q")));
    require("[p1, q2]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void otherSide_joinsAtTheEnd() {
    session.commit();
    Bullet late = new Bullet("d");
    assertThat(slide.bullets).hasSize(3);
    late.slide = slide;
    session.add(late);
    assertThat(late.position).isEqualTo(4);
    require("[a1, b2, c3, d4]");
    slide.bullets.get(0).slide = null;
    assertThat(slide.bullets).hasToString("[b1, c2, d3]");
  }

  @Test
  @Parity("ORM-MAP-27")
  void load_numbersNothingAndFollowsTheOrder() {
    session.flush();
    slide.bullets.get(0).position = 50;
    session.commit();
    recorder.clear();

    assertThat(slide.bullets).hasToString("[b2, c3, a50]");
    session.flush();
    assertThat(session.isModified(slide)).isFalse();
  }

  @Test
  @Parity("ORM-MAP-27")
  void flush_movedMember_updatesWhatChanged() {
    session.commit();
    assertThat(slide.bullets).hasSize(3);
    recorder.clear();
    slide.bullets.remove(0);
    session.flush();

    recorder.assertStatements(
        sql("UPDATE p_bullet SET position = ? WHERE p_bullet.id = ?")
            .on("mariadb", "UPDATE p_bullet SET `position` = ? WHERE p_bullet.id = ?")
            .batch(List.of(1, 2), List.of(2, 3)),
        sql("DELETE FROM p_bullet WHERE p_bullet.id = ?", 1));
  }

  @Test
  @Parity("ORM-MAP-27")
  void reorderOnAppendAndFunctions_numberAsTold() {
    Bullet one = new Bullet("1");
    one.other = 77;
    slide.strict.add(one);
    slide.letters.add(one);
    slide.letters.add(new Bullet("2"));

    assertThat(one.other).isZero();
    assertThat(slide.letters).extracting(bullet -> bullet.letter).containsExactly("a", "b");
    RelationshipProperty letters = MODELS.mapper(Slide.class).relationship("letters");
    assertThat(letters.positionAttribute()).isEqualTo("letter");
    assertThat(letters.positionAt(2)).isEqualTo("c");
    assertThat(MODELS.mapper(Slide.class).relationship("strict").isRenumberedOnAppend())
        .isTrue();
  }
}
