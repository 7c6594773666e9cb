package io.aludel.orm.source;

import static io.aludel.orm.Orm.joinedLoad;
import static io.aludel.orm.Orm.select;
import static io.aludel.orm.Orm.selectinLoad;
import static io.aludel.orm.Orm.subqueryLoad;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.Load;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Relationships from and to a class that is mapped to a join. */
@ForEachDatabase
@Parity("ORM-MAP-40")
class MappedSourceRelationshipsTest {
  private SourceRun run;

  @BeforeEach
  void open(TestDatabase database) {
    run = new SourceRun(database, registry -> {
      registry.map(
          Landlord.class,
          Town.LANDLORDS,
          m -> m.relationship("residents").backPopulates(Resident_.landlord));
      registry.map(Resident.class, Town.PERSONS.join(Town.ADDRESSES), m -> {
        m.column("addressId", Town.ADDRESSES.c("id"));
        m.relationship("landlord").backPopulates(Landlord_.residents);
        m.relationship("pets").backPopulates(Pet_.keeper);
      });
      registry.map(
          Pet.class, Town.PETS, m -> m.relationship("keeper").backPopulates(Resident_.pets));
      registry.map(Person.class, Town.PERSONS, m -> {
        m.exclude("census");
        m.relationship("homes").viewOnly();
      });
    });
  }

  @AfterEach
  void close() {
    run.close();
  }

  private static Resident resident(int id) {
    Resident resident = new Resident("n" + id, "c" + id);
    resident.id = id;
    resident.addressId = 10 + id;
    return resident;
  }

  private static Pet pet(int id) {
    Pet pet = new Pet();
    pet.id = id;
    return pet;
  }

  private void fill() {
    Landlord zoe = new Landlord("Zoe");
    zoe.id = 7;
    Resident ann = resident(1);
    ann.pets.add(pet(21));
    ann.pets.add(pet(22));
    zoe.residents.add(ann);
    zoe.residents.add(resident(2));
    run.store(zoe);
  }

  @Test
  void flush_ordersAndCopiesKeys_inEachDirection() {
    Landlord zoe = new Landlord("Zoe");
    zoe.id = 7;
    Resident ann = resident(1);
    ann.landlord = zoe;
    ann.pets.add(pet(21));
    run.session.add(ann);
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "INSERT INTO landlord (id, name) VALUES (?, ?) [[7, Zoe]]",
            "INSERT INTO person (id, name) VALUES (?, ?) [[1, n1]]",
            "INSERT INTO address (person_id, id, city, landlord_id) VALUES (?, ?, ?, ?)"
                + " [[1, 11, c1, 7]]",
            "INSERT INTO pet (id, address_id) VALUES (?, ?) [[21, 11]]");
    run.session.commit();
    Pet pet = ann.pets.remove(0);
    ann.landlord = null;
    run.sent();
    run.session.flush();
    assertThat(run.sent())
        .containsExactly(
            "UPDATE address SET landlord_id = ? WHERE address.id = ? [[null, 11]]",
            "UPDATE pet SET address_id = ? WHERE pet.id = ? [[null, 21]]");
    assertThat(pet.keeper).isNull();
    run.session.delete(ann);
    run.session.delete(pet);
    run.session.flush();
    assertThat(run.sent())
        .contains(
            "DELETE FROM pet WHERE pet.id = ? [[21]]",
            "DELETE FROM address WHERE address.id = ? [[11]]",
            "DELETE FROM person WHERE person.id = ? [[1]]");
  }

  @Test
  void load_lazily_readsTheJoin() {
    fill();
    Landlord zoe = run.session.getOne(Landlord.class, 7);
    run.sent();
    assertThat(zoe.residents).extracting(each -> each.city).containsExactlyInAnyOrder("c1", "c2");
    assertThat(run.sent())
        .containsExactly("SELECT person.id, person.name, address.id AS id_1, address.city,"
            + " address.landlord_id FROM person JOIN address ON person.id = address.person_id WHERE"
            + " ? = address.landlord_id [[7]]");
    Pet pet = run.session.getOne(Pet.class, 21);
    run.sent();
    assertThat(pet.keeper.name).isEqualTo("n1");
    assertThat(pet.keeper.pets).hasSize(2);
    Person person = run.session.getOne(Person.class, 2);
    assertThat(person.homes).containsExactly(run.session.getOne(Resident.class, List.of(2, 12)));
  }

  @Test
  void load_inEachWay_findsTheSameObjects() {
    fill();
    for (Load<?> way : List.of(
        joinedLoad(Landlord_.residents).joinedLoad(Resident_.pets),
        selectinLoad(Landlord_.residents).selectinLoad(Resident_.pets),
        subqueryLoad(Landlord_.residents).subqueryLoad(Resident_.pets))) {
      run.fresh();
      Landlord zoe =
          run.session.scalars(select(Landlord.class).options(way)).unique().one();
      run.sent();
      assertThat(zoe.residents)
          .extracting(each -> each.name + each.pets.size())
          .containsExactlyInAnyOrder("n12", "n20");
      assertThat(run.sent()).isEmpty();
    }
    for (Load<?> way : List.of(
        joinedLoad(Pet_.keeper).joinedLoad(Resident_.landlord),
        selectinLoad(Pet_.keeper).selectinLoad(Resident_.landlord))) {
      run.fresh();
      List<Pet> pets = run.session.scalars(select(Pet.class).options(way)).all();
      run.sent();
      assertThat(pets).extracting(each -> each.keeper.landlord.name).containsExactly("Zoe", "Zoe");
      assertThat(run.sent()).isEmpty();
    }
  }

  @Test
  void join_hasAndAny_goThroughTheTablesOfTheJoin() {
    fill();
    assertThat(run.session
            .scalars(
                select(Pet_.id).join(Pet_.keeper).where(Resident_.name.eq("n1")).orderBy(Pet_.id))
            .all())
        .containsExactly(21, 22);
    assertThat(run.sent())
        .containsExactly("SELECT pet.id FROM pet JOIN (person JOIN address ON person.id ="
            + " address.person_id) ON address.id = pet.address_id WHERE person.name = ? ORDER BY pet.id"
            + " [[n1]]");
    assertThat(run.session
            .scalars(select(Resident_.name).where(Resident_.pets.any(pet -> pet.id.eq(22))))
            .all())
        .containsExactly("n1");
    assertThat(run.session
            .scalars(select(Landlord_.name)
                .where(Landlord_.residents.any(each -> each.name.eq("n2").and(each.city.eq("c2")))))
            .all())
        .containsExactly("Zoe");
    assertThat(run.sent()).last().asString().contains("EXISTS (SELECT 1 FROM person");
  }
}
