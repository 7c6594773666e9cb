package io.aludel.automap;

import static io.aludel.orm.Orm.select;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.primaryKey;
import static io.aludel.types.SqlTypes.ENUM;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.Requires;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Classes that were written are classes like any other. */
@ForEachDatabase
@Parity("ORM-DDL-27")
class AutomapSessionTest {
  private final MetaData metadata = new MetaData();

  private Mapped mapped(Engine engine) {
    Table.of(
        "people",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("name", STRING(20)).notNull(),
        column("boss_id", INTEGER).references("people.id"));
    Table.of(
        "parcels",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("person_id", INTEGER).references("people.id").notNull());
    Table.of("stamps", metadata, column("id", INTEGER).primaryKey(), column("motif", STRING(9)));
    Table.of(
        "parcel_stamps",
        metadata,
        column("parcel_id", INTEGER).references("parcels.id").notNull(),
        column("stamp_id", INTEGER).references("stamps.id").notNull(),
        primaryKey("parcel_id", "stamp_id"));
    metadata.createAll(engine);
    return Mapped.of(Automap.of(engine).sources());
  }

  private static Object make(Mapped mapped, String name) throws ReflectiveOperationException {
    return mapped.type("model." + name).getConstructor().newInstance();
  }

  private static @Nullable Object get(Object from, String name)
      throws ReflectiveOperationException {
    return from.getClass().getMethod("get" + name).invoke(from);
  }

  @SuppressWarnings("unchecked") // what a collection holds, the class was written for
  private static Collection<Object> members(Object from, String name)
      throws ReflectiveOperationException {
    return (Collection<Object>) Objects.requireNonNull(get(from, name));
  }

  private static void set(Object to, String name, Object value)
      throws ReflectiveOperationException {
    Class<?> type = to.getClass().getMethod("get" + name).getReturnType();
    to.getClass().getMethod("set" + name, type).invoke(to, value);
  }

  @Test
  void session_savesLinksLoadsAndDeletes(Engine engine) throws ReflectiveOperationException {
    Mapped mapped = mapped(engine);
    SessionFactory sessions = SessionFactory.of(engine, mapped.registry());
    Class<?> person = mapped.type("model.Person");
    Class<?> parcelType = mapped.type("model.Parcel");
    try (Session session = sessions.open()) {
      Object boss = make(mapped, "Person");
      set(boss, "Name", "Ann");
      Object clerk = make(mapped, "Person");
      set(clerk, "Name", "Bob");
      set(clerk, "Boss", boss);
      assertThat(members(boss, "People")).containsExactly(clerk);
      Object parcel = make(mapped, "Parcel");
      members(clerk, "Parcels").add(parcel);
      assertThat(get(parcel, "Person")).isSameAs(clerk);
      Object stamp = make(mapped, "Stamp");
      members(parcel, "Stamps").add(stamp);
      assertThat(members(stamp, "Parcels")).containsExactly(parcel);
      session.add(boss);
      session.commit();
    }
    try (Session session = sessions.open()) {
      Object parcel = session.scalars(select(parcelType)).one();
      assertThat(get(Objects.requireNonNull(get(parcel, "Person")), "Name")).isEqualTo("Bob");
      assertThat(members(parcel, "Stamps")).hasSize(1);
      Object clerk = Objects.requireNonNull(get(parcel, "Person"));
      session.delete(clerk);
      session.commit();
      assertThat(session.scalars(select(parcelType)).all()).isEmpty();
      assertThat(session.scalars(select(person)).all()).hasSize(1);
      assertThat(session.scalars(select(mapped.type("model.Stamp"))).all()).hasSize(1);
    }
  }

  @Test
  @Requires(Capability.NATIVE_ENUM)
  void enumOfTheDatabase_isAnEnumOfJava(Engine engine) throws ReflectiveOperationException {
    Table.of(
        "jobs",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("state", ENUM("on hold", "done").named("job_state").asNative()).notNull());
    metadata.createAll(engine);
    Mapped mapped = Mapped.of(Automap.of(engine).sources());
    Class<?> state = mapped.type("model.Job").getMethod("getState").getReturnType();
    Object done = state.getEnumConstants()[1];
    SessionFactory sessions = SessionFactory.of(engine, mapped.registry());
    try (Session session = sessions.open()) {
      Object job = make(mapped, "Job");
      set(job, "State", done);
      session.add(job);
      session.commit();
    }
    try (Session session = sessions.open()) {
      assertThat(get(session.scalars(select(mapped.type("model.Job"))).one(), "State"))
          .isSameAs(done)
          .hasToString("DONE");
      session.commit();
    }
  }

  @Test
  void compositeKey_leadsToItsOwner(Engine engine) throws ReflectiveOperationException {
    Table.of("places", metadata, column("x", INTEGER), column("y", INTEGER), primaryKey("x", "y"));
    Table.of(
        "trees",
        metadata,
        column("id", INTEGER).primaryKey(),
        column("place_x", INTEGER).notNull(),
        column("place_y", INTEGER).notNull(),
        ForeignKey.of(List.of("place_x", "place_y"), List.of("places.x", "places.y")));
    metadata.createAll(engine);
    Mapped mapped = Mapped.of(Automap.of(engine).sources());
    SessionFactory sessions = SessionFactory.of(engine, mapped.registry());
    try (Session session = sessions.open()) {
      Object place = make(mapped, "Place");
      set(place, "X", 3);
      set(place, "Y", 4);
      members(place, "Trees").add(make(mapped, "Tree"));
      session.add(place);
      session.commit();
    }
    try (Session session = sessions.open()) {
      Object tree = session.scalars(select(mapped.type("model.Tree"))).one();
      Object place = Objects.requireNonNull(get(tree, "Place"));
      assertThat(get(place, "Y")).isEqualTo(4);
      members(place, "Trees").clear();
      session.commit();
      assertThat(session.scalars(select(mapped.type("model.Tree"))).all()).isEmpty();
    }
  }
}
