package io.aludel.orm.serial;

import static io.aludel.orm.Orm.immediateLoad;
import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.lazyLoad;
import static io.aludel.orm.Orm.load;
import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.serial.Painter.Picture;
import io.aludel.orm.serial.Painter.Style;
import io.aludel.sql.tree.statement.StatementOption;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bytes that no writer of ours makes: refused when they are read, and no later than that is possible. */
@ForEachDatabase
class SerializedForgeryTest {
  private SessionFactory sessions;

  @BeforeEach
  void fillTables(TestDatabase database) {
    SerializedObjectsTest.MODELS.metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), SerializedObjectsTest.MODELS);
    sessions.inTransaction(filling -> {
      Painter ann = new Painter("Ann");
      ann.pictures.add(new Picture("one"));
      filling.add(ann);
    });
  }

  private Painter loadedWith(StatementOption... options) {
    return sessions.fromTransaction(session -> {
      Painter ann = session.scalars(select(Painter.class).options(options)).one();
      assertThat(ann.pictures).hasSize(1);
      return ann;
    });
  }

  private static void assertRefused(
      Painter given, UnaryOperator<@Nullable Object> instead, String found) {
    byte[] bytes = Bytes.forge(given, instead);
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .isInstanceOfSatisfying(
            ObjectStateException.class,
            failure -> assertThat(failure.code()).isEqualTo(OrmError.SERIALIZED_FORM))
        .hasMessageContaining(found);
  }

  @Test
  void lastStoredValueOfAnotherClass_isRefused() {
    Painter given = loadedWith();
    given.name = "Anna";
    assertRefused(
        given, each -> "Ann".equals(each) ? (Object) 5 : each, "its name is a java.lang.Integer");
  }

  @Test
  void lastStoredMemberOfAnotherClass_isRefused() {
    Painter given = loadedWith();
    Picture removed = given.pictures.remove(0);
    assertRefused(given, each -> each == removed ? new Style("x") : each, "its pictures is a ");
  }

  @Test
  void lastStoredReferenceOfAnotherClass_isRefused() {
    Picture given = sessions.fromTransaction(session -> {
      Picture one = session.getOne(Picture.class, 1);
      assertThat(one.painter).isNotNull();
      return one;
    });
    Painter before = given.painter;
    given.painter = null;
    byte[] bytes = Bytes.forge(given, each -> each == before ? new Style("x") : each);
    assertThatThrownBy(() -> Bytes.read(bytes, null))
        .isInstanceOf(ObjectStateException.class)
        .hasMessageContaining("its painter is a ")
        .hasMessageContaining("[ORM-231]");
  }

  /** Changes the words of the options that the object was loaded with, and has them followed. */
  private void assertWishRefused(
      StatementOption option, UnaryOperator<String[]> forgery, String found) {
    Painter given = sessions.fromTransaction(session ->
        session.scalars(select(Painter.class).options(option)).unique().one());
    byte[] bytes = Bytes.forge(
        given,
        each -> each instanceof String[] words && Arrays.toString(words).contains("Load")
            ? forgery.apply(words.clone())
            : each);
    Painter read = (Painter) Bytes.read(bytes, null);
    try (Session session = sessions.open()) {
      session.add(read);
      assertThatThrownBy(() -> String.valueOf(read.prizes))
          .isInstanceOfSatisfying(
              ObjectStateException.class,
              failure -> assertThat(failure.code()).isEqualTo(OrmError.SERIALIZED_FORM))
          .hasMessageContaining("Cannot follow the loader options that Painter[id=1]")
          .hasMessageContaining("they say " + found + ", which no option of an object says");
    }
  }

  private static UnaryOperator<String[]> fromTheEnd(int place, String word) {
    return words -> {
      words[words.length - place] = word;
      return words;
    };
  }

  @Test
  void styleThatNeedsAStatement_isRefused() {
    assertWishRefused(
        immediateLoad(Painter_.pictures), fromTheEnd(4, "containsEager"), "containsEager");
    assertWishRefused(immediateLoad(Painter_.pictures), fromTheEnd(4, "writeOnly"), "writeOnly");
  }

  @Test
  void depthOfAJoin_isRefused() {
    assertWishRefused(
        joinedLoad(Painter_.pictures),
        fromTheEnd(2, "2147483647"),
        "joinedLoad with depth 2147483647");
  }

  @Test
  void detailsOfAnotherStyle_areRefused() {
    assertWishRefused(
        lazyLoad(Painter_.pictures), fromTheEnd(3, "true"), "lazyLoad by an inner join");
    assertWishRefused(
        lazyLoad(Painter_.pictures), fromTheEnd(1, "-7"), "lazyLoad for -7 objects each");
    assertWishRefused(
        load(Painter_.entity).lazyLoadAll(),
        fromTheEnd(1, "joinedLoad"),
        "joinedLoad for all relationships");
  }
}
