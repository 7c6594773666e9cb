package io.aludel.orm.state;

import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.engine.NoSuchColumnException;
import io.aludel.fixture.hierarchy.Building;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Hierarchies;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Manager_;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys told from classes, objects and rows; the session of an object; the end of all sessions. */
@ForEachDatabase
class IdentityKeyTest {
  private SessionFactory sessions;
  private TestDatabase database;

  @BeforeEach
  void createTables(TestDatabase onDatabase) {
    database = onDatabase;
    Hierarchies.registry().metadata().createAll(database.engine());
    sessions = SessionFactory.of(database.engine(), Hierarchies.registry());
  }

  @Test
  @Parity("ORM-SES-52")
  void key_ofClassObjectAndRow_isTheSame() {
    Manager bob = new Manager("Bob", 5);
    assertThat(InstanceState.of(bob).session()).isNull();
    try (Session session = sessions.open()) {
      session.add(bob);
      assertThat(InstanceState.of(bob).session()).isSameAs(session);
      session.flush();
      Row row = session
          .execute(select(Manager_.name, Manager_.id).where(Manager_.name.eq("Bob")))
          .one();
      IdentityKey key = IdentityKey.of(Employee.class, 1);

      assertThat(IdentityKey.of(Manager.class, 1L)).isEqualTo(key).hasSameHashCodeAs(key);
      assertThat(IdentityKey.of(bob)).isEqualTo(key);
      assertThat(InstanceState.of(bob).identityKey()).isEqualTo(key);
      assertThat(IdentityKey.of(Manager.class, row)).isEqualTo(key);
      assertThat(key).hasToString("Employee[1]");
      session.commit();
    }
    assertThat(InstanceState.of(bob).session()).isNull();
    assertThat(IdentityKey.of(bob)).isEqualTo(IdentityKey.of(Employee.class, 1));
    database.recorder().clear();
  }

  @Test
  @Parity("ORM-SES-52")
  void key_ofANewObject_isThatOfItsAttributes() {
    Building hall = new Building("Hall");
    hall.id = 7;
    Building.House house = new Building.House("Hut", 1);
    house.id = 7;

    assertThat(IdentityKey.of(hall)).isEqualTo(new IdentityKey(Building.class, List.of(7)));
    assertThat(IdentityKey.of(house)).isNotEqualTo(IdentityKey.of(hall));
  }

  @Test
  @Parity("ORM-SES-52")
  void key_thatCannotBeTold_isRefused() {
    assertThatThrownBy(() -> IdentityKey.of(new Employee("new")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageStartingWith("Cannot tell the key of a row of Employee: id is null. Give a value"
            + " for each of [id].");
    assertThatThrownBy(() -> IdentityKey.of(Employee.class, "x"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("id is a String");
    assertThatThrownBy(() -> IdentityKey.of(Employee.class, 1, 2))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("it has 2 parts instead of 1");
    assertThatThrownBy(() -> IdentityKey.of(String.class, 1))
        .isInstanceOf(UnmappedClassException.class);
    assertThatThrownBy(() -> IdentityKey.of("object")).isInstanceOf(UnmappedClassException.class);
    assertThatThrownBy(() -> IdentityKey.of((Object) null)).isInstanceOf(ArgumentException.class);
    try (Session session = sessions.open()) {
      Row row = session.execute(text("SELECT 1 AS one")).one();
      assertThatThrownBy(() -> IdentityKey.of(Employee.class, row))
          .isInstanceOf(NoSuchColumnException.class);
    }
    database.recorder().clear();
  }

  @Test
  @Parity("ORM-SES-52")
  void closeAll_leavesObjectsWithoutASession() {
    Session one = sessions.open();
    Session other = sessions.open();
    Employee ann = new Employee("Ann");
    one.add(ann);
    other.connection();

    sessions.closeAll();

    assertThat(InstanceState.of(ann).session()).isNull();
    assertThatThrownBy(other::connection).hasMessageContaining("[ORM-201]");
    database.recorder().clear();
  }
}
