package io.aludel.orm.serial;

import static io.aludel.orm.Orm.select;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.DetachedInstanceException;
import io.aludel.orm.MergeOption;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.serial.Painter.Guard;
import io.aludel.orm.serial.Painter.Home;
import io.aludel.orm.serial.Painter.Item;
import io.aludel.orm.serial.Painter.Master;
import io.aludel.orm.serial.Painter.Picture;
import io.aludel.orm.serial.Painter.Prize;
import io.aludel.orm.serial.Painter.Sketch;
import io.aludel.orm.serial.Painter.Style;
import io.aludel.orm.serial.Painter.Visitor;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of an object travels as bytes, and what it is afterwards. */
@ForEachDatabase
class SerializedObjectsTest {
  static final Registry MODELS = Registry.of(
      Painter.class,
      Master.class,
      Picture.class,
      Style.class,
      Prize.class,
      Sketch.class,
      Item.class,
      Guard.class,
      Visitor.class);

  private SessionFactory sessions;
  private StatementRecorder recorder;

  @BeforeEach
  void fillTables(TestDatabase database) {
    MODELS.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), MODELS);
    sessions.inTransaction(filling -> {
      Painter ann = new Painter("Ann");
      ann.bio = "long";
      ann.fame = 3;
      ann.home = new Home("Rome", 5);
      ann.moods = new ArrayList<>(List.of("calm"));
      filling.add(ann);
      ann.pictures.add(new Picture("one"));
      filling.flush();
      ann.pictures.add(new Picture("two"));
      Style oil = new Style("oil");
      ann.styles.add(oil);
      ann.styles.add(new Style("ink"));
      ann.liked.add(oil);
      ann.taught.members().add(oil);
      ann.prizes.put("first", new Prize("first"));
      Master bob = new Master("Bob");
      bob.pupils = 4;
      filling.add(bob);
      Item item = new Item(1, 2);
      item.label = "vase";
      filling.add(item);
      Guard guard = new Guard();
      guard.name = "Gus";
      guard.post = "door";
      filling.add(guard);
    });
    recorder = database.recorder();
    recorder.clear();
  }

  private Painter ann(Session session) {
    return session.getOne(Painter.class, 1);
  }

  /** An object that was loaded and left its session, with what was read of it meanwhile. */
  private Painter detached() {
    return sessions.fromTransaction(this::ann);
  }

  @Test
  void loadedObject_comesBackDetachedWithWhatItHad() {
    Painter given = detached();
    given.visits = 8;
    given.remark = "kept";
    given.secret = "lost";
    recorder.clear();
    Painter copy = Bytes.copy(given);

    assertThat(copy).isNotSameAs(given);
    assertThat(copy.name).isEqualTo("Ann");
    assertThat(copy.fame).isEqualTo(3);
    assertThat(copy.visits).isEqualTo(8);
    assertThat(copy.remark).isEqualTo("kept");
    assertThat(copy.secret).isNull();
    InstanceState state = InstanceState.of(copy);
    assertThat(state.isDetached()).isTrue();
    assertThat(state.isModified()).isFalse();
    assertThat(state.identityKey()).isEqualTo(InstanceState.of(given).identityKey());
    assertThat(state.unloaded()).isEqualTo(InstanceState.of(given).unloaded());
    assertThat(copy.home).isEqualTo(new Home("Rome", 5));
    assertThatThrownBy(() -> String.valueOf(copy.bio))
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("Cannot read Painter.bio of Painter[id=1]")
        .hasMessageContaining("this attribute was not loaded");
    assertThatThrownBy(() -> String.valueOf(copy.pictures))
        .isInstanceOf(DetachedInstanceException.class);
    assertThatThrownBy(() -> String.valueOf(copy.styles))
        .isInstanceOf(DetachedInstanceException.class);
    recorder.assertStatements();
  }

  @Test
  void unloadedAttributes_areLoadedOnceItIsAddedToASession() {
    Painter copy = Bytes.copy(detached());
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      assertThat(copy.bio).isEqualTo("long");
      assertThat(copy.pictures).extracting(each -> each.title).containsExactly("one", "two");
      recorder.assertStatements(
          sql("SELECT f_painter.bio FROM f_painter WHERE f_painter.id = ?", 1),
          sql(
              "SELECT f_picture.id, f_picture.title, f_picture.painter_id FROM f_picture"
                  + " WHERE ? = f_picture.painter_id ORDER BY f_picture.id",
              1));
      assertThat(copy.pictures.get(0).painter).isSameAs(copy);
      assertThat(session.isModified(copy)).isFalse();
    }
  }

  @Test
  void expiredObject_staysExpired() {
    Painter given;
    try (Session session = sessions.open()) {
      given = ann(session);
      session.commit();
    }
    Painter copy = Bytes.copy(given);
    assertThat(InstanceState.of(copy).isExpired()).isTrue();
    assertThatThrownBy(() -> String.valueOf(copy.name))
        .isInstanceOf(DetachedInstanceException.class)
        .hasMessageContaining("its values were expired");
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      assertThat(copy.name).isEqualTo("Ann");
      assertThat(recorder.statements()).hasSize(1);
    }
  }

  @Test
  void expiredValues_areNotInTheStream() {
    Painter given;
    try (Session session = sessions.open()) {
      given = ann(session);
      assertThat(new String(Bytes.write(given), java.nio.charset.StandardCharsets.ISO_8859_1))
          .contains("Rome");
      session.commit();
    }
    assertThat(new String(Bytes.write(given), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Rome")
        .doesNotContain("io.aludel.orm.internal");
  }

  @Test
  void pendingChanges_areWrittenByTheSessionThatTakesThem() {
    Painter given = detached();
    given.name = "Anna";
    given.fame = 3;
    Painter copy = Bytes.copy(given);
    assertThat(InstanceState.of(copy).isModified()).isTrue();
    assertThat(InstanceState.of(copy).attribute("name").history().deleted()).containsExactly("Ann");
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      session.commit();
      recorder.assertStatements(
          sql("UPDATE f_painter SET name = ? WHERE f_painter.id = ?", "Anna", 1));
    }
  }

  @Test
  void pendingChanges_areMergedToo() {
    Painter given = detached();
    given.home = new Home("Bonn", 1);
    Painter copy = Bytes.copy(given);
    try (Session session = sessions.open()) {
      Painter merged = session.merge(copy);
      assertThat(merged.home).isEqualTo(new Home("Bonn", 1));
      recorder.clear();
      session.commit();
      recorder.assertStatements(sql(
          "UPDATE f_painter SET home_town = ?, home_house = ? WHERE f_painter.id = ?",
          "Bonn",
          1,
          1));
    }
  }

  @Test
  void aChangeAfterReading_isRecordedWithTheStoredValue() {
    Painter copy = Bytes.copy(detached());
    copy.fame = 9;
    copy.moods.add("wild");
    assertThat(InstanceState.of(copy).attribute("fame").history().deleted()).containsExactly(3);
    try (Session session = sessions.open()) {
      session.add(copy);
      session.commit();
    }
    Painter now = detached();
    assertThat(now.fame).isEqualTo(9);
    assertThat(now.moods).containsExactly("calm", "wild");
  }

  @Test
  void collections_comeBackAsOursWithTheirOwner() {
    Painter given = sessions.fromTransaction(session -> {
      Painter ann = ann(session);
      ann.pictures.forEach(each -> assertThat(each.painter).isSameAs(ann));
      assertThat(ann.styles).hasSize(2);
      assertThat(ann.liked).hasSize(1);
      assertThat(ann.prizes).containsOnlyKeys("first");
      return ann;
    });
    recorder.clear();
    Painter copy = Bytes.copy(given);

    assertThat(copy.pictures).extracting(each -> each.title).containsExactly("one", "two");
    assertThat(copy.pictures).allSatisfy(each -> assertThat(each.painter).isSameAs(copy));
    assertThat(copy.styles).extracting(each -> each.name).containsExactly("ink", "oil");
    assertThat(copy.liked.first()).isSameAs(copy.styles.toArray()[1]);
    assertThat(copy.prizes.get("first").title).isEqualTo("first");
    assertThat(InstanceState.of(copy).isModified()).isFalse();
    Picture three = new Picture("three");
    copy.pictures.add(three);
    assertThat(three.painter).isSameAs(copy);
    copy.pictures.remove(copy.pictures.get(0));
    copy.prizes.remove("first");
    copy.styles.clear();
    recorder.assertStatements();
    try (Session session = sessions.open()) {
      session.add(copy);
      session.commit();
      assertThat(copy.pictures).extracting(each -> each.title).containsExactly("two", "three");
      assertThat(session.scalars(select(Picture.class)).all()).hasSize(2);
      assertThat(copy.prizes).isEmpty();
      assertThat(copy.styles).isEmpty();
    }
  }

  @Test
  void collectionOfTheApplicationsOwn_isMadeAnew() {
    Painter given = sessions.fromTransaction(session -> {
      Painter ann = ann(session);
      assertThat(ann.taught.members()).hasSize(1);
      return ann;
    });
    Painter copy = Bytes.copy(given);
    assertThat(copy.taught).isNotSameAs(given.taught);
    copy.taught.members().add(new Style("chalk"));
    assertThat(InstanceState.of(copy).isModified()).isTrue();
    sessions.inTransaction(session -> session.add(copy));
    try (Session session = sessions.open()) {
      assertThat(ann(session).taught.members())
          .extracting(each -> each.name)
          .containsExactly("chalk", "oil");
    }
  }

  @Test
  void membersThatAConstructorLeft_comeAlong() {
    Painter copy = Bytes.copy(new Painter(new Style("wax"), new Sketch()));
    assertThat(copy.taught.members()).extracting(each -> each.name).containsExactly("wax");
    try (Session session = sessions.open()) {
      session.add(copy);
      session.commit();
      assertThat(copy.taught.members()).hasSize(1);
      assertThat(session.scalars(copy.sketches.select()).all()).hasSize(1);
    }
  }

  @Test
  void orderOfAComparator_andKeysThatHaveChanged_areKept() {
    Painter given = new Painter("Eve");
    given.liked = new TreeSet<>(Collections.reverseOrder());
    given.liked.addAll(List.of(new Style("a"), new Style("b")));
    Prize prize = new Prize("old");
    given.prizes.put("old", prize);
    prize.title = "new";
    Painter copy = Bytes.copy(given);
    assertThat(copy.liked).extracting(each -> each.name).containsExactly("b", "a");
    assertThat(copy.prizes).containsOnlyKeys("old");
    assertThat(copy.prizes.get("old").title).isEqualTo("new");
  }

  @Test
  void mergeWithoutLoading_takesACleanCopyAsItIs() {
    Painter copy = Bytes.copy(detached());
    try (Session session = sessions.open()) {
      recorder.clear();
      Painter merged = session.merge(copy, MergeOption.WITHOUT_LOADING);
      assertThat(merged.name).isEqualTo("Ann");
      recorder.assertStatements();
      assertThat(merged.bio).isEqualTo("long");
      assertThat(recorder.statements()).hasSize(1);
      copy.fame = 8;
      assertThatThrownBy(() -> session.merge(Bytes.copy(copy), MergeOption.WITHOUT_LOADING))
          .hasMessageContaining("it has changes that were not flushed");
    }
  }

  @Test
  void childThatAParentLetGo_isStillAnOrphan() {
    Painter given = sessions.fromTransaction(session -> {
      Painter ann = ann(session);
      assertThat(ann.pictures).hasSize(2);
      return ann;
    });
    Picture gone = given.pictures.remove(0);
    Picture copy = Bytes.copy(gone);
    try (Session session = sessions.open()) {
      session.add(copy);
      session.commit();
      assertThat(session.scalars(select(Picture.class)).all()).hasSize(1);
    }
  }

  @Test
  void changedCollections_areStillChanged() {
    Painter given = sessions.fromTransaction(session -> {
      Painter ann = ann(session);
      assertThat(ann.pictures).hasSize(2);
      assertThat(ann.prizes).hasSize(1);
      return ann;
    });
    given.pictures.remove(0);
    given.pictures.add(new Picture("three"));
    given.prizes.put("second", new Prize("second"));
    Painter copy = Bytes.copy(given);
    var history = InstanceState.of(copy).attribute("pictures").history();
    assertThat(history.added()).hasSize(1);
    assertThat(history.deleted()).hasSize(1);
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      session.flush();
      assertThat(recorder.statements()).hasSize(3);
      session.commit();
      assertThat(copy.pictures).extracting(each -> each.title).containsExactly("two", "three");
      assertThat(copy.prizes).containsOnlyKeys("first", "second");
    }
  }

  @Test
  void whatIsQueuedForUnloadedCollections_travels() {
    Painter given = detached();
    Picture three = new Picture("three");
    three.painter = given;
    Picture copied = Bytes.copy(three);
    Painter copy = copied.painter;
    assertThat(copy).isNotNull();
    try (Session session = sessions.open()) {
      session.add(copy);
      assertThat(session.contains(copied)).isTrue();
      assertThat(copy.pictures)
          .extracting(each -> each.title)
          .containsExactly("one", "two", "three");
      session.commit();
      assertThat(session.scalars(select(Picture.class)).all()).hasSize(3);
    }
  }

  @Test
  void writeOnlyCollections_keepWhatWasAdded() {
    Painter given = detached();
    given.sketches.add(new Sketch());
    Painter copy = Bytes.copy(given);
    copy.sketches.add(new Sketch());
    try (Session session = sessions.open()) {
      session.add(copy);
      session.commit();
      assertThat(session.scalars(copy.sketches.select()).all()).hasSize(2);
    }
  }

  @Test
  void newGraph_isInsertedFromItsCopy() {
    Painter given = new Painter("Cid");
    given.pictures.add(new Picture("four"));
    given.prizes.put("x", new Prize("x"));
    given.home = new Home("Ulm", 1);
    given.sketches.add(new Sketch());
    Painter copy = Bytes.copy(given);
    assertThat(InstanceState.of(copy).isTransient()).isTrue();
    assertThat(copy.pictures.get(0).painter).isSameAs(copy);
    try (Session session = sessions.open()) {
      session.add(copy);
      session.commit();
      assertThat(copy.id).isEqualTo(3);
      assertThat(copy.pictures).hasSize(1);
      assertThat(copy.prizes).containsOnlyKeys("x");
      assertThat(copy.home).isEqualTo(new Home("Ulm", 1));
      assertThat(session.scalars(copy.sketches.select()).all()).hasSize(1);
      assertThat(given.id).isNull();
    }
  }

  @Test
  void newObject_thatNobodyHasTouched_keepsWhatWasNeverSet() {
    Painter given = new Painter("Dan");
    Painter copy = Bytes.copy(given);
    assertThat(InstanceState.of(copy).unloaded())
        .isEqualTo(InstanceState.of(given).unloaded());
    copy.pictures.add(new Picture("five"));
    sessions.inTransaction(session -> session.add(copy));
    assertThat(copy.id).isEqualTo(3);
  }

  @Test
  void cycleThroughACollection_canBeginAnywhere() {
    Painter given = sessions.fromTransaction(session -> {
      Painter ann = ann(session);
      ann.pictures.forEach(each -> assertThat(each.painter).isSameAs(ann));
      assertThat(ann.styles).hasSize(2);
      return ann;
    });
    List<Picture> list = Bytes.copy(given.pictures);
    assertThat(list).isExactlyInstanceOf(ArrayList.class).hasSize(2);
    Painter copy = list.get(1).painter;
    assertThat(copy).isNotNull();
    assertThat(copy.pictures).isNotSameAs(list).containsExactlyElementsOf(list);
    copy.pictures.clear();
    assertThat(list.get(0).painter).isNull();
    assertThat(Bytes.copy(given.styles)).hasSize(2);
    assertThat(Bytes.copy(List.of(given, given.pictures.get(0))).get(1))
        .isInstanceOf(Picture.class);
  }

  @Test
  void referenceToAPlainColumn_isLoadedAfterReading() {
    Picture given = sessions.fromTransaction(session -> session.getOne(Picture.class, 1));
    Picture copy = Bytes.copy(given);
    assertThatThrownBy(() -> String.valueOf(copy.painter))
        .isInstanceOf(DetachedInstanceException.class);
    try (Session session = sessions.open()) {
      Painter ann = ann(session);
      session.add(copy);
      recorder.clear();
      assertThat(copy.painter).isSameAs(ann);
      recorder.assertStatements();
    }
  }

  @Test
  void sameObjectTwice_staysOne() {
    Painter given = detached();
    List<Painter> copies = Bytes.copy(new ArrayList<>(List.of(given, given)));
    assertThat(copies.get(0)).isSameAs(copies.get(1));
  }

  @Test
  void subClass_keepsItsClassAndTable() {
    Painter given = sessions.fromTransaction(session -> session.getOne(Painter.class, 2));
    Painter copy = Bytes.copy(given);
    assertThat(copy).isInstanceOf(Master.class);
    assertThat(InstanceState.of(copy).unloaded())
        .isEqualTo(InstanceState.of(given).unloaded());
    try (Session session = sessions.open()) {
      session.add(copy);
      assertThat(((Master) copy).pupils).isEqualTo(4);
      ((Master) copy).pupils = 5;
      recorder.clear();
      session.commit();
      recorder.assertStatements(sql("UPDATE f_master SET pupils = ? WHERE f_master.id = ?", 5, 2));
    }
  }

  @Test
  void keyOfTwoParts_inAClassThatJavaDoesNotWrite() {
    Item given =
        sessions.fromTransaction(session -> session.scalars(select(Item.class)).one());
    given.owner = "Eve";
    Item copy = Bytes.copy(given);
    assertThat(copy.room).isEqualTo(1);
    assertThat(copy.place).isEqualTo(2);
    assertThat(copy.label).isEqualTo("vase");
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      session.commit();
      recorder.assertStatements(sql(
          "UPDATE f_item SET owner = ? WHERE f_item.room = ? AND f_item.place = ?", "Eve", 1, 2));
    }
    Item added = Bytes.copy(new Item(3, 4));
    sessions.inTransaction(session -> session.add(added));
    assertThat(added.place).isEqualTo(4);
  }

  @Test
  void changedKey_keepsTheOldIdentity() {
    Item given =
        sessions.fromTransaction(session -> session.scalars(select(Item.class)).one());
    given.place = 9;
    Item copy = Bytes.copy(given);
    try (Session session = sessions.open()) {
      session.add(copy);
      recorder.clear();
      session.commit();
      recorder.assertStatements(
          sql("UPDATE f_item SET place = ? WHERE f_item.room = ? AND f_item.place = ?", 9, 1, 2));
    }
  }

  @Test
  void classWithItsOwnMethods_keepsItsWayAndItsState() {
    Guard given = sessions.fromTransaction(session -> {
      Guard guard = session.getOne(Guard.class, 1);
      session.expire(guard, Painter_Guard_.post);
      return guard;
    });
    Guard copy = Bytes.copy(given);
    assertThat(copy.word).isEqualTo("word of Gus");
    assertThat(InstanceState.of(copy).unloaded()).containsExactly("post");
    assertThatThrownBy(() -> String.valueOf(copy.post))
        .isInstanceOf(DetachedInstanceException.class);
  }

  @Test
  void deletedObject_cannotBeAddedAfterReading() {
    Guard given = sessions.fromTransaction(session -> {
      Guard guard = session.getOne(Guard.class, 1);
      session.delete(guard);
      return guard;
    });
    Guard copy = Bytes.copy(given);
    assertThat(InstanceState.of(copy).wasDeleted()).isTrue();
    try (Session session = sessions.open()) {
      assertThatThrownBy(() -> session.add(copy)).isInstanceOf(ObjectStateException.class);
    }
  }

  @Test
  void writingAnObjectOfASession_loadsAndChangesNothing() {
    try (Session session = sessions.open()) {
      Painter given = ann(session);
      given.fame = 1;
      recorder.clear();
      Painter copy = Bytes.copy(given);
      recorder.assertStatements();
      assertThat(session.contains(given)).isTrue();
      assertThat(session.contains(copy)).isFalse();
      assertThat(session.isModified(given)).isTrue();
      assertThat(given.home).isEqualTo(new Home("Rome", 5));
      assertThatThrownBy(() -> session.add(copy))
          .hasMessageContaining("the session holds another object of that identity");
    }
  }

  @Test
  void copyOfACopy_isTheSame() {
    Painter given = detached();
    given.name = "Anna";
    Painter copy = Bytes.copy(Bytes.copy(given));
    assertThat(InstanceState.of(copy).unmodified())
        .isEqualTo(InstanceState.of(given).unmodified());
    assertThat(Map.of("name", copy.name)).containsValue("Anna");
  }
}
