package io.aludel.orm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.SessionFactory;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Validates;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.MappingMessage;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.DatabaseTest;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValidatorsTest {
  private static final Registry MODELS = Registry.of(Account.class, Booking.class);

  private final Account account = new Account();

  @BeforeAll
  static void map() {
    MODELS.configure();
  }

  @Test
  @Parity("ORM-MAP-30")
  void set_ofAnAttribute_storesWhatTheValidatorGives() {
    account.email = "Ann@Example.org";
    assertThat(account.email).isEqualTo("ann@example.org");
    account.limit = -3;
    account.limit = 7;

    assertThat(account.limit).isEqualTo(7);
    assertThat(account.log).containsExactly("limit=-3", "limit=7");
  }

  @Test
  void set_ofARefusedValue_changesNothing() {
    account.email = "a@b";

    assertThatThrownBy(() -> account.email = "nonsense")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an address: nonsense");
    assertThat(account.email).isEqualTo("a@b");
  }

  @Test
  void change_ofACollection_isValidatedMemberByMemberFromEitherSide() {
    Booking one = new Booking("one");
    Booking two = new Booking("two");
    account.bookings.add(one);
    two.account = account;
    account.bookings.remove(one);
    account.bookings = new ArrayList<>(List.of(new Booking("three"), two));

    assertThat(account.log).containsExactly("+one", "+two", "-one", "+three");
  }

  @Test
  void change_refusedByOneOfSeveral_leavesBothSidesAsTheyWere() {
    Booking good = new Booking("good");
    Booking bad = new Booking("bad");

    assertThatThrownBy(() -> account.bookings.addAll(List.of(good, bad))).hasMessage("bad booking");
    assertThatThrownBy(() -> bad.account = account).hasMessage("bad booking");
    assertThat(account.bookings).isEmpty();
    assertThat(good.account).isNull();
    assertThat(bad.account).isNull();
  }

  @Test
  void change_fromTheOtherSide_isLeftOutWhereTheValidatorSaysSo() {
    Booking booking = new Booking("one");
    account.bookings.add(booking);
    assertThat(booking.checked).isZero();
    booking.account = null;

    assertThat(booking.checked).isOne();
  }

  @DatabaseTest
  void load_ofAStoredObject_validatesNothing(TestDatabase database) {
    Registry models = Registry.of(Plain.class);
    models.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), models);
    Plain plain = new Plain();
    sessions.inTransaction(session -> {
      plain.name = "ok";
      session.add(plain);
    });
    try (var session = sessions.open()) {
      Plain loaded = session.getOne(Plain.class, 1);
      assertThat(loaded.name).isEqualTo("ok!");
      loaded.name = "x";
      loaded.name = "y";
      session.commit();
      assertThat(loaded.name).isEqualTo("y!");
    }
  }

  /** Marks what passes through the validator. */
  @Entity(table = "e_plain")
  static class Plain {
    @Id
    @Nullable Integer id;

    String name = "";

    @Validates("name")
    String mark(String value) {
      return value.isEmpty() ? value : value + "!";
    }
  }

  @Test
  void read_ofMisshapenValidators_isRefusedWithTheReason() {
    assertThatThrownBy(() -> Registry.of(Twice.class))
        .isInstanceOfSatisfying(
            MappingException.class,
            failure -> assertThat(failure.code()).isEqualTo(MappingMessage.SECOND_VALIDATOR));
    assertThatThrownBy(() -> Registry.of(WrongReturn.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("WrongReturn.check cannot validate 'name': it gives back Object");
    assertThatThrownBy(() -> Registry.of(WrongName.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("no such attribute");
  }

  /** Has two validators for one attribute. */
  @Entity(table = "e_twice")
  static class Twice {
    @Id
    @Nullable Integer id;

    String name = "";

    @Validates("name")
    String one(String value) {
      return value;
    }

    @Validates("name")
    String two(String value) {
      return value;
    }
  }

  /** Could give back what the field cannot hold. */
  @Entity(table = "e_wrong_return")
  static class WrongReturn {
    @Id
    @Nullable Integer id;

    String name = "";

    @Validates("name")
    Object check(Object value) {
      return value;
    }
  }

  /** Validates what is not there. */
  @Entity(table = "e_wrong_name")
  static class WrongName {
    @Id
    @Nullable Integer id;

    @Validates("nme")
    String check(String value) {
      return value;
    }
  }
}
