package io.aludel.orm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Employee_;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import io.aludel.orm.Orm;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Which classes a listener hears of. */
@ForEachDatabase
class EventPropagationTest {
  private final List<String> log = new ArrayList<>();

  private static Registry models() {
    return Registry.of(
        Company.class,
        Employee.class,
        Manager.class,
        Boss.class,
        Engineer.class,
        Vehicle.class,
        Truck.class,
        Lorry.class);
  }

  @Test
  void listener_ofAClass_hearsNothingOfSubClasses() {
    Registry models = models();
    models.events(Employee.class).onSet(Employee_.name, (one, value, old) -> "heard");
    Employee ann = new Employee("");
    Manager bob = new Manager("", 1);
    ann.name = "Ann";
    bob.name = "Bob";
    assertThat(ann.name).isEqualTo("heard");
    assertThat(bob.name).isEqualTo("Bob");
  }

  @Test
  void propagated_hearsOfSubClassesToo(TestDatabase database) {
    Registry models = models();
    var events = models.events(Employee.class).propagated();
    ListenerHandle set = events.onSet(
        Employee_.name, (one, value, old) -> String.valueOf(value).toUpperCase(Locale.ROOT));
    events.beforeInsert((mapper, connection, one) ->
        log.add(mapper.entityName() + " " + one.getClass().getSimpleName()));
    ListenerHandle load = events.onLoad(one -> log.add("loaded " + one.name));
    models.metadata().createAll(database.engine());
    try (Session session = SessionFactory.of(database.engine(), models).open()) {
      Boss dan = new Boss("", 1, "Dr");
      dan.name = "dan";
      session.add(dan);
      session.flush();
      session.expungeAll();
      session.scalars(Orm.select(Employee.class)).all();
      assertThat(log).containsExactly("Boss Boss", "loaded DAN");

      set.remove();
      load.remove();
      log.clear();
      session.expungeAll();
      Employee again = session.scalars(Orm.select(Employee.class)).one();
      again.name = "dan";
      assertThat(again.name).isEqualTo("dan");
      assertThat(log).isEmpty();
    }
    database.recorder().clear();
  }

  /** Mapped in Java, one after the other. */
  @io.aludel.orm.annotation.MappedSuperclass
  static class Base {
    int id;
  }

  /** Mapped later. */
  @io.aludel.orm.annotation.MappedSuperclass
  static class Later extends Base {
    String name = "";
  }

  @Test
  void listener_ofAClassThatIsMappedLater_waitsForIt() {
    MetaData metadata = new MetaData();
    Table base =
        Table.of("ev_base", metadata, Schema.column("id", SqlTypes.INTEGER).primaryKey());
    Table later = Table.of(
        "ev_later",
        metadata,
        Schema.column("id", SqlTypes.INTEGER).primaryKey(),
        Schema.column("name", SqlTypes.STRING(20)));
    Registry models = Registry.of();
    models.events(Later.class).beforeInsert((mapper, connection, one) -> log.add("held"));
    ListenerHandle removed =
        models.events(Later.class).afterInsert((mapper, connection, one) -> log.add("removed"));
    removed.remove();
    models.map(Base.class, base, mapping -> {});
    models.events(Base.class).propagated().beforeUpdate((mapper, connection, one) -> log.add("up"));
    var mapper = models.map(Later.class, later, mapping -> {});
    assertThat(heard(mapper.events(), "BEFORE_INSERT")).isTrue();
    assertThat(heard(mapper.events(), "AFTER_INSERT")).isFalse();
    assertThat(heard(mapper.events(), "BEFORE_UPDATE")).isTrue();
    assertThat(heard(models.events(Base.class), "BEFORE_INSERT")).isFalse();
  }

  private static boolean heard(EntityEvents<?> events, String moment) {
    return ((io.aludel.orm.event.internal.Listeners<?>) events)
        .isHeard(io.aludel.orm.event.internal.Moment.valueOf(moment));
  }

  @Test
  void method_thatIsOverriddenAndMarkedAgain_isCalledOnce(TestDatabase database) {
    Registry models = Registry.of(Task.class, Task.Job.class, Task.Rush.class);
    models.metadata().createAll(database.engine());
    try (Session session = SessionFactory.of(database.engine(), models).open()) {
      Task task = new Task();
      Task job = new Task.Job();
      Task rush = new Task.Rush();
      session.addAll(List.of(task, job, rush));
      session.flush();
      assertThat(task.told).containsExactly("task before", "task after");
      assertThat(job.told).containsExactly("job before", "job after");
      assertThat(rush.told).containsExactly("rush before", "job before", "job after");
      task.told.clear();
      job.told.clear();
      rush.told.clear();
      task.effort = 1;
      job.effort = 1;
      rush.effort = 1;
      session.flush();
      assertThat(task.told).containsExactly("task changed");
      assertThat(job.told).containsExactly("task changed", "job changed");
      assertThat(rush.told)
          .containsExactly("task changed", "job changed", "rush before", "job before");
    }
    database.recorder().clear();
  }

  @Test
  void loadOldValues_propagated_concernsSubClassesToo(TestDatabase database) {
    Registry models = models();
    models.metadata().createAll(database.engine());
    var events = models.events(Employee.class).propagated();
    events.onAssignment(Employee_.name, set -> {
      log.add(set.old() + " " + set.entity().getClass().getSimpleName());
      return set.value();
    });
    ListenerHandle loading = events.loadOldValues(Employee_.name);
    try (Session session = SessionFactory.of(database.engine(), models).open()) {
      session.add(new Boss("Dan", 1, "Dr"));
      session.commit();
      Boss dan = session.getOne(Boss.class, 1);
      session.expire(dan);
      log.clear();
      dan.name = "Don";
      loading.remove();
      session.expire(dan);
      dan.name = "Dun";
      assertThat(log).containsExactly("Dan Boss", "null Boss");
    }
    database.recorder().clear();
  }

  @Test
  void propagated_withoutAListener_isRefused() {
    assertThatThrownBy(
            () -> models().events(Employee.class).propagated().onSet(Employee_.name, null))
        .isInstanceOf(ArgumentException.class);
  }
}
