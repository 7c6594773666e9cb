package io.aludel.orm.event;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.state.InstanceState;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of objects that the application makes, and of those it fails to make. */
@ForEachDatabase
@Parity("ORM-EVT-11")
class ConstructorEventsTest {
  private final Registry models = Registry.of(Crate.class, Crate.Box.class);
  private final EntityEvents<Crate> crates = models.events(Crate.class);
  private final List<String> log = new ArrayList<>();

  private void listen(EntityEvents<? extends Crate> events) {
    events.onInit(crate -> log.add(
        "init " + crate.getClass().getSimpleName() + " " + crate.label + " " + crate.weight));
    events.onInitFailure(
        (crate, failure) -> log.add("failed " + crate.label + " " + failure.getMessage()));
  }

  @Test
  void onInit_isToldOncePerObject_beforeAnythingIsSet() {
    listen(crates);
    new Crate();
    new Crate("2x");
    new Crate.Box("2y", 4);

    assertThat(log).containsExactly("init Crate null 0", "init Crate null 0");
  }

  @Test
  void onInit_propagated_hearsOfClassesBelow() {
    listen(crates.propagated());
    Crate.Box box = new Crate.Box("2y", 4);

    assertThat(log).containsExactly("init Box null 0");
    assertThat(box.label).isEqualTo("2y");
    assertThat(box.weight).isEqualTo(2);
    assertThat(box.sides).isEqualTo(15);
  }

  @Test
  void onInit_mayPrepareTheObject() {
    ListenerHandle handle = crates.onInit(crate -> crate.id = 7);
    Crate crate = new Crate("1x");
    assertThat(crate.id).isEqualTo(7);
    assertThat(InstanceState.of(crate).isTransient()).isTrue();
    handle.remove();
    assertThat(new Crate("1x").id).isNull();
  }

  @Test
  void onInitFailure_isToldOnce_whereverTheBodyFails() {
    listen(crates.propagated());
    assertThatThrownBy(() -> new Crate("1bad")).hasMessage("bad");
    assertThatThrownBy(() -> new Crate("1late")).hasMessage("late");
    assertThatThrownBy(() -> new Crate.Box("1bad", 1)).hasMessage("bad");
    assertThatThrownBy(() -> new Crate.Box("1x", 0)).isInstanceOf(ArithmeticException.class);

    assertThat(log)
        .containsExactly(
            "init Crate null 0",
            "failed 1bad bad",
            "init Crate null 0",
            "failed 1late late",
            "init Box null 0",
            "failed 1bad bad",
            "init Box null 0",
            "failed 1x / by zero");
  }

  @Test
  void onInitFailure_beforeThereIsAnObject_isNotTold() {
    listen(crates);
    assertThatThrownBy(() -> new Crate("x")).isInstanceOf(NumberFormatException.class);
    assertThat(log).isEmpty();
  }

  @Test
  void listeners_thatThrow_areHeardOf() {
    ListenerHandle refusing = crates.onInit(crate -> {
      throw new IllegalStateException("refused");
    });
    crates.onInitFailure((crate, failure) -> {
      log.add(failure.getMessage());
      throw new IllegalStateException("further");
    });
    assertThatThrownBy(Crate::new).hasMessage("refused").hasNoSuppressedExceptions();
    assertThat(log).isEmpty();
    refusing.remove();
    assertThatThrownBy(() -> new Crate("1bad"))
        .hasMessage("bad")
        .satisfies(failure -> assertThat(failure.getSuppressed())
            .extracting(Throwable::getMessage)
            .containsExactly("further"));
    assertThat(log).containsExactly("bad");
    assertThatThrownBy(() -> crates.onInit(null)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> crates.onInitFailure(null)).isInstanceOf(ArgumentException.class);
  }

  @Test
  void objectsMadeFromRows_areLoadedAndNotMade(TestDatabase database) {
    models.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), models);
    sessions.inTransaction(session -> session.add(new Crate.Box("2y", 4)));
    listen(crates.propagated());
    crates.propagated().onLoad(crate -> log.add("load " + crate.label));
    try (Session session = sessions.open()) {
      assertThat(session.scalars(select(Crate.class)).all()).hasSize(1);
    }
    assertThat(log).containsExactly("load 2y");
    database.recorder().clear();
  }
}
