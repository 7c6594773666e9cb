package io.aludel.orm.source;

import static io.aludel.orm.Orm.delete;
import static io.aludel.orm.Orm.insert;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.update;
import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.orm.BulkWrites;
import io.aludel.orm.FlushException;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.state.IdentityKey;
import io.aludel.orm.state.InstanceState;
import io.aludel.schema.Table;
import io.aludel.sql.FromClause;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Classes that are mapped to a join: objects of it are read, and written to each of its tables. */
@ForEachDatabase
@Parity("ORM-MAP-40")
class MappedJoinTest {
  private static final String READ =
      "SELECT person.id, person.name, address.id AS id_1, address.city, address.landlord_id"
          + " FROM person JOIN address ON person.id = address.person_id";

  private TestDatabase database;
  private SourceRun run;

  @BeforeEach
  void open(TestDatabase given) {
    database = given;
    map(Town.PERSONS.join(Town.ADDRESSES), Town::resident);
  }

  @AfterEach
  void close() {
    run.close();
  }

  private void map(FromClause rows, Consumer<EntityMapping<Resident>> mapping) {
    if (run != null) {
      run.close();
    }
    run = new SourceRun(database, registry -> {
      registry.map(Resident.class, rows, mapping);
      registry.map(Person.class, Town.PERSONS, Town::person);
      registry.map(Abode.class, Town.ADDRESSES, m -> {});
    });
  }

  private static Resident resident(int id, int addressId) {
    Resident resident = new Resident("n" + id, "c" + addressId);
    resident.id = id;
    resident.addressId = addressId;
    return resident;
  }

  // Writing

  @Test
  void flush_writesEachTable_andOnlyThoseThatChanged() {
    Resident ann = new Resident("Ann", "Bonn");
    run.session.add(ann);
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "INSERT INTO person (name) VALUES (?) [[Ann]]",
            "INSERT INTO address (person_id, city, landlord_id) VALUES (?, ?, ?) [[1, Bonn, null]]");
    assertThat(ann.id).isEqualTo(1);
    assertThat(ann.addressId).isEqualTo(1);

    ann.city = "Ulm";
    run.session.flush();
    assertThat(run.sent())
        .containsExactly("UPDATE address SET city = ? WHERE address.id = ? [[Ulm, 1]]");
    ann.name = "Anna";
    run.session.flush();
    assertThat(run.sent())
        .containsExactly("UPDATE person SET name = ? WHERE person.id = ? [[Anna, 1]]");
    ann.name = "Ann";
    ann.city = "Bonn";
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "UPDATE person SET name = ? WHERE person.id = ? [[Ann, 1]]",
            "UPDATE address SET city = ? WHERE address.id = ? [[Bonn, 1]]");
    run.session.flush();
    assertThat(run.sent()).isEmpty();

    run.session.delete(ann);
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "DELETE FROM address WHERE address.id = ? [[1]]",
            "DELETE FROM person WHERE person.id = ? [[1]]");
  }

  @Test
  void flush_ofManyObjects_takesOneBatchForEachTable_howeverTheJoinIsWritten() {
    map(
        Town.ADDRESSES.join(Town.PERSONS),
        m -> m.column("id", Town.PERSONS.c("id"))
            .column("addressId", Town.ADDRESSES.c("id"))
            .exclude("landlord", "pets"));
    Resident first = resident(1, 11);
    Resident second = resident(2, 12);
    run.session.addAll(List.of(first, second));
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "INSERT INTO person (id, name) VALUES (?, ?) [[1, n1], [2, n2]]",
            "INSERT INTO address (person_id, id, city, landlord_id) VALUES (?, ?, ?, ?)"
                + " [[1, 11, c11, null], [2, 12, c12, null]]");
    run.session.delete(first);
    run.session.delete(second);
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "DELETE FROM address WHERE address.id = ? [[11], [12]]",
            "DELETE FROM person WHERE person.id = ? [[1], [2]]");
  }

  @Test
  void flush_findsRowsByTheKeysOfTheirTables_whateverIdentifiesTheObject() {
    map(
        Town.PERSONS.join(Town.ADDRESSES),
        m -> m.column("addressId", Town.ADDRESSES.c("id"))
            .primaryKey("addressId")
            .exclude("landlord", "pets"));
    Resident ann = new Resident("Ann", "Bonn");
    run.session.add(ann);
    run.session.commit();
    assertThat(run.sent())
        .containsExactly(
            "INSERT INTO person (name) VALUES (?) [[Ann]]",
            "INSERT INTO address (person_id, city, landlord_id) VALUES (?, ?, ?) [[1, Bonn, null]]");
    assertThat(InstanceState.of(ann).identityKey())
        .isEqualTo(IdentityKey.of(Resident.class, ann.addressId));
    run.fresh();
    ann = run.session.getOne(Resident.class, 1);
    run.session.expire(ann);
    run.sent();

    ann.name = "Anna";
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            READ.replace(", person.name", "") + " WHERE address.id = ? [[1]]",
            "UPDATE person SET name = ? WHERE person.id = ? [[Anna, 1]]");
    run.session.expire(ann);
    run.session.delete(ann);
    run.session.flush();
    assertThat(run.sent())
        .endsWith(
            "DELETE FROM address WHERE address.id = ? [[1]]",
            "DELETE FROM person WHERE person.id = ? [[1]]");
  }

  @Test
  void flush_withTwoAttributesForTheColumnsOfTheJoin_copiesNothing() {
    run.close();
    Table persons = Town.PERSONS;
    run = new SourceRun(
        database,
        registry -> registry.map(
            Lodger.class,
            persons.join(Town.ADDRESSES),
            m -> m.column("id", persons.c("id")).column("addressId", Town.ADDRESSES.c("id"))));
    Mapper<Lodger> mapper = run.registry.mapper(Lodger.class);
    assertThat(mapper.property("personId").columns())
        .containsExactly(Town.ADDRESSES.c("person_id"));
    assertThat(mapper.property("id").columns()).containsExactly(persons.c("id"));
    Lodger lodger = new Lodger();
    lodger.id = 1;
    lodger.addressId = 11;
    lodger.personId = 1;
    run.session.add(lodger);
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "INSERT INTO person (id) VALUES (?) [[1]]",
            "INSERT INTO address (id, person_id, landlord_id) VALUES (?, ?, ?) [[11, 1, null]]");
  }

  @Test
  void flush_withVersion_countsChangesOfAnyTable() {
    map(
        Town.PERSONS.join(Town.ADDRESSES),
        m -> Town.resident(m.version("name", last -> last == null ? "v1" : last + "+")));
    Resident ann = resident(1, 11);
    run.store(ann);
    ann = run.session.getOne(Resident.class, List.of(1, 11));
    run.sent();
    ann.city = "Ulm";
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "UPDATE person SET name = ? WHERE person.id = ? AND person.name = ? [[v1+, 1, v1]]",
            "UPDATE address SET city = ? WHERE address.id = ? [[Ulm, 11]]");
  }

  @Test
  void flush_besideAnotherClassOfTheSameTable_keepsForeignKeysInOrder() {
    Abode abode = new Abode();
    abode.id = 12;
    abode.personId = 5;
    Person bob = new Person("Bob");
    bob.id = 5;
    Resident ann = resident(1, 11);
    run.session.addAll(List.of(abode, ann, bob));
    run.session.flush();
    List<String> sent = run.sent();
    assertThat(sent).hasSize(4);
    assertThat(sent.indexOf("INSERT INTO person (id, name) VALUES (?, ?) [[5, Bob]]"))
        .isBetween(
            0,
            sent.indexOf("INSERT INTO address (id, person_id, landlord_id) VALUES (?, ?, ?)"
                + " [[12, 5, null]]"));

    run.session.delete(bob);
    run.session.delete(ann);
    run.session.delete(abode);
    run.session.flush();
    sent = run.sent();
    assertThat(sent).hasSize(4);
    assertThat(sent.indexOf("DELETE FROM address WHERE address.id = ? [[12]]"))
        .isBetween(0, sent.indexOf("DELETE FROM person WHERE person.id = ? [[5]]"));
  }

  @Test
  void flush_newObjectInPlaceOfADeletedOne_updatesBothTables() {
    run.store(resident(1, 11));
    run.session.delete(run.session.getOne(Resident.class, List.of(1, 11)));
    Resident again = resident(1, 11);
    again.city = "Ulm";
    run.session.add(again);
    run.sent();
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "UPDATE person SET name = ? WHERE person.id = ? [[n1, 1]]",
            "UPDATE address SET city = ?, landlord_id = ? WHERE address.id = ? [[Ulm, null, 11]]");
  }

  @Test
  void flush_tableWhoseKeyIsNotMapped_isNotWritten_andRefusesItsAttributes() {
    map(
        Town.PERSONS.join(Town.ADDRESSES),
        m -> m.column("id", Town.PERSONS.c("id"), Town.ADDRESSES.c("person_id"))
            .primaryKey("id")
            .exclude("addressId", "landlord", "pets"));
    assertThat(run.registry.mapper(Resident.class).writtenTables()).containsExactly(Town.PERSONS);
    Resident ann = new Resident();
    ann.name = "Ann";
    run.session.add(ann);
    run.session.commit();
    assertThat(run.sent()).containsExactly("INSERT INTO person (name) VALUES (?) [[Ann]]");
    run.session.add(new Resident("Bob", "Ulm"));
    assertThatThrownBy(() -> run.session.flush())
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("Cannot write Resident.city of ")
        .hasMessageContaining("ORM-409");
    assertThat(run.sent()).isEmpty();
  }

  // Reading

  @Test
  void read_identifiesByTheKeysOfBothTables() {
    run.store(resident(1, 11));
    run.session.execute(text("INSERT INTO address (id, person_id, city) VALUES (12, 1, 'c12')"));
    run.sent();
    List<Resident> homes =
        run.session.scalars(select(Resident.class).orderBy(Resident_.addressId)).all();
    assertThat(run.sent()).containsExactly(READ + " ORDER BY address.id []");
    assertThat(homes).extracting(each -> each.name + each.city).containsExactly("n1c11", "n1c12");
    assertThat(run.session.get(Resident.class, List.of(1, 12))).isSameAs(homes.get(1));
    assertThat(run.session.get(Resident.class, List.of(2, 12))).isNull();
    assertThat(run.sent())
        .containsExactly(READ + " WHERE person.id = ? AND address.id = ? [[2, 12]]");
    assertThat(InstanceState.of(homes.get(0)).identityKey())
        .isEqualTo(IdentityKey.of(Resident.class, 1, 11));

    run.session.refresh(homes.get(0));
    assertThat(run.sent())
        .containsExactly(READ + " WHERE person.id = ? AND address.id = ? [[1, 11]]");
    run.session.expire(homes.get(0), Resident_.city);
    assertThat(homes.get(0).city).isEqualTo("c11");
    assertThat(run.sent())
        .containsExactly(
            "SELECT address.city FROM person JOIN address ON person.id = address.person_id"
                + " WHERE person.id = ? AND address.id = ? [[1, 11]]");
  }

  @Test
  void read_byAttributesByColumnsAndThroughAliases() {
    run.store(resident(1, 11), resident(2, 12));
    assertThat(run.session
            .scalars(select(Resident_.name)
                .where(
                    Resident_.city.eq("c12"), Town.ADDRESSES.<String>c("city").eq("c12")))
            .all())
        .containsExactly("n2");
    assertThat(run.sent())
        .containsExactly(
            "SELECT person.name FROM person JOIN address ON person.id = address.person_id"
                + " WHERE address.city = ? AND address.city = ? [[c12, c12]]");

    var other = Resident_.as("o");
    assertThat(run.session
            .scalars(select(other)
                .join(Resident_.entity, Resident_.id.lt(other.id))
                .where(Resident_.city.eq("c11")))
            .one()
            .city)
        .isEqualTo("c12");
    assertThat(run.sent())
        .containsExactly("SELECT o_person.id, o_person.name, o_address.id AS id_1, o_address.city,"
            + " o_address.landlord_id FROM person AS o_person JOIN address AS o_address ON o_person.id ="
            + " o_address.person_id JOIN (person JOIN address ON person.id = address.person_id) ON"
            + " person.id < o_person.id WHERE address.city = ? [[c11]]");

    var found =
        Resident_.from(select(Resident.class).where(Resident_.city.eq("c12")).subquery());
    assertThat(run.session.scalars(select(found).where(found.name.eq("n2"))).one().addressId)
        .isEqualTo(12);
  }

  @Test
  void merge_writesWhatDiffers() {
    run.store(resident(1, 11));
    Resident changed = resident(1, 11);
    changed.city = "Ulm";
    Resident merged = run.session.merge(changed);
    run.sent();
    run.session.flush();
    assertThat(merged).isNotSameAs(changed);
    assertThat(run.sent())
        .containsExactly("UPDATE address SET city = ? WHERE address.id = ? [[Ulm, 11]]");
  }

  @Test
  void leftJoin_withoutPartner_isReadChangedAndDeletedWhereItIs() {
    map(
        Town.PERSONS.leftJoin(
            Town.ADDRESSES,
            Town.PERSONS.<Integer>c("id").eq(Town.ADDRESSES.<Integer>c("person_id"))),
        Town::resident);
    Person bob = new Person("Bob");
    bob.id = 5;
    run.store(bob);
    Resident found = run.session.scalars(select(Resident.class)).one();
    assertThat(found.id).isEqualTo(5);
    assertThat(found.addressId).isNull();
    run.session.expire(found);
    run.sent();
    assertThat(found.name).isEqualTo("Bob");
    assertThat(run.sent())
        .containsExactly(READ.replace("JOIN", "LEFT OUTER JOIN")
            + " WHERE person.id = ? AND address.id IS NULL [[5]]");

    found.name = "Rob";
    run.session.flush();
    assertThat(run.sent())
        .containsExactly("UPDATE person SET name = ? WHERE person.id = ? [[Rob, 5]]");
    run.session.commit();
    found.city = "Ulm";
    assertThatThrownBy(() -> run.session.flush())
        .isInstanceOf(FlushException.class)
        .hasMessageContaining("in table address: the join found no row there")
        .hasMessageContaining("ORM-402");
    run.session.rollback();
    run.session.delete(found);
    run.sent();
    run.session.flush();
    assertThat(run.sent()).endsWith("DELETE FROM person WHERE person.id = ? [[5]]");
    assertThat(run.sent()).isEmpty();
  }

  @Test
  void leftJoin_refusingPartialKeys_leavesRowsWithoutPartnerOut() {
    map(Town.PERSONS.leftJoin(Town.ADDRESSES), m -> Town.resident(m.refusePartialKeys()));
    Person bob = new Person("Bob");
    run.store(bob);
    assertThat(run.session.scalars(select(Resident.class)).all()).containsExactly((Resident) null);
  }

  // Statements that write

  @Test
  void statementsThatWrite_areRefused() {
    assertThatThrownBy(() -> run.session.execute(update(Resident.class).set(Resident_.city, "x")))
        .isInstanceOf(UnsupportedStatementException.class)
        .hasMessageContaining(
            "it is mapped to a join, of which objects are written to person, address")
        .hasMessageContaining("ORM-520");
    assertThatThrownBy(() -> run.session.execute(delete(Resident.class)))
        .hasMessageContaining("ORM-520");
    assertThatThrownBy(() -> run.session.execute(insert(Resident.class).set(Resident_.name, "n")))
        .hasMessageContaining("ORM-520");
    assertThatThrownBy(() -> run.session.execute(
            insert(Resident.class), List.of(Map.of("name", "n"), Map.of("name", "m"))))
        .hasMessageContaining("ORM-520");
    assertThatThrownBy(() -> run.session.execute(
            update(Resident.class), List.of(Map.of("id", 1, "addressId", 1, "name", "m"))))
        .hasMessageContaining("ORM-520");
    assertThatThrownBy(
            () -> BulkWrites.in(run.session).insert(Resident.class, List.of(Map.of("name", "n"))))
        .hasMessageContaining("ORM-520");
    assertThat(run.sent()).isEmpty();
  }
}
