package io.aludel.orm.source;

import static io.aludel.orm.Orm.select;
import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.StatementRecorder;
import io.aludel.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
class MappedJoinTest {
  private SessionFactory sessions;
  private StatementRecorder recorder;

  @BeforeEach
  void make(TestDatabase database) {
    Town.METADATA.createAll(database.engine());
    Registry registry = Registry.over(Town.METADATA);
    registry.map(Resident.class, Town.PERSONS.join(Town.ADDRESSES), Town::resident);
    sessions = SessionFactory.of(database.engine(), registry);
    recorder = database.recorder();
    recorder.clear();
  }

  @Test
  void explore(TestDatabase database) {
    try (Session session = sessions.open()) {
      Resident ann = new Resident("Ann", "Bonn");
      session.add(ann);
      session.flush();
      ann.city = "Ulm";
      session.flush();
      ann.name = "Anna";
      session.commit();
      System.out.println(ann.name + ann.city + ann.id + ann.addressId);
      System.out.println(session.scalars(select(Resident.class).where(Resident_.city.eq("Ulm"))).all().size());
      var a = Resident_.as("x");
      System.out.println(session.scalars(select(a).where(a.city.eq("Ulm"))).all().size());
      session.delete(ann);
      session.flush();
    }
    recorder.statements().forEach(System.out::println);
  }
}
