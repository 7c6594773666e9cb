package io.aludel.orm.source;

import static io.aludel.orm.Orm.select;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.orm.mapping.EntityMapping;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.FromClause;
import io.aludel.sql.Sql;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables that occur more than once in what a class is mapped to, or in what its attributes are made of. */
@ForEachDatabase
@Parity("ORM-MAP-40")
class MappedOccurrenceTest {
  private static final Table ADDRESSES = Town.ADDRESSES;

  private TestDatabase database;
  private SourceRun run;

  @BeforeEach
  void open(TestDatabase given) {
    database = given;
    run = new SourceRun(database, registry -> {
      registry.map(Landlord.class, Town.LANDLORDS, m -> m.exclude("residents"));
      registry.map(Person.class, Town.PERSONS, Town::person);
      registry.map(Abode.class, ADDRESSES, m -> {});
    });
    Person ann = new Person("Ann");
    ann.id = 1;
    run.store(ann, landlord(11), landlord(12));
    run.session.execute(
        text("INSERT INTO address (id, person_id, city, landlord_id) VALUES (11, 1, 'Bonn', 12)"));
    run.session.execute(
        text("INSERT INTO address (id, person_id, city, landlord_id) VALUES (12, 1, 'Ulm', 11)"));
    run.session.commit();
  }

  private static Landlord landlord(int id) {
    Landlord landlord = new Landlord("l" + id);
    landlord.id = id;
    return landlord;
  }

  private void map(FromClause rows, Consumer<EntityMapping<Resident>> mapping) {
    run.close();
    run = new SourceRun(
        database,
        registry ->
            registry.map(Resident.class, rows, m -> mapping.accept(m.exclude("landlord", "pets"))));
  }

  @AfterEach
  void close() {
    run.close();
  }

  private List<String> columns(String attribute) {
    return run.registry.mapper(Resident.class).property(attribute).columns().stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void join_ofATableWithItself_tellsItsAliasesApart() {
    Alias one = ADDRESSES.as("a1");
    Alias two = ADDRESSES.as("a2");
    map(
        one.join(two, one.<Integer>c("landlord_id").eq(two.<Integer>c("id"))),
        m -> m.column("id", one.c("id"))
            .column("name", one.c("city"))
            .column("addressId", two.c("id"))
            .column("city", two.c("city")));
    assertThat(columns("id")).containsExactly("a1.id");
    assertThat(columns("name")).containsExactly("a1.city");
    assertThat(columns("addressId")).containsExactly("a2.id", "a1.landlord_id");
    assertThat(columns("city")).containsExactly("a2.city");
    assertThat(run.session.scalars(select(Resident.class).orderBy(Resident_.id)).all())
        .extracting(each -> each.name + " " + each.city)
        .containsExactly("Bonn Ulm", "Ulm Bonn");

    var other = Resident_.as("o");
    run.session.expungeAll();
    assertThat(run.session.scalars(select(other).where(other.city.eq("Bonn"))).one().name)
        .isEqualTo("Ulm");
    var rows = Resident_.from(select(other).where(other.name.eq("Bonn")).subquery());
    run.session.expungeAll();
    Resident read = run.session.scalars(select(rows).where(rows.city.eq("Ulm"))).one();
    assertThat(read.id).isEqualTo(11);
    assertThat(read.name).isEqualTo("Bonn");
    assertThat(read.city).isEqualTo("Ulm");
  }

  @Test
  void attribute_workedOutByAQueryOverTheSameTable_keepsItsOwnOccurrence() {
    Alias mine = ADDRESSES.as("e");
    Alias others = ADDRESSES.as("other");
    map(mine, m -> {
      m.exclude("name");
      m.columnProperty(
          "addressId",
          Sql.select(func.max(others.<Integer>c("id")))
              .where(others.<Integer>c("person_id").eq(mine.<Integer>c("person_id")))
              .asScalar());
    });
    var other = Resident_.as("o");
    assertThat(run.session
            .scalars(select(other.addressId).where(other.city.eq("Bonn")))
            .all())
        .containsExactly(12);
    assertThat(run.sent())
        .singleElement()
        .asString()
        .contains("max(other.id)", "WHERE other.person_id = o.person_id)");
  }

  @Test
  void join_ofQueriesWithoutNames_givesEachANameOfItsOwnInAnAlias() {
    Alias homes = Sql.select(ADDRESSES.c("id"), ADDRESSES.c("landlord_id")).subquery();
    Alias cities = Sql.select(ADDRESSES.c("id"), ADDRESSES.c("city")).subquery();
    map(
        homes.join(cities, homes.<Integer>c("landlord_id").eq(cities.<Integer>c("id"))),
        m -> m.exclude("name").column("id", homes.c("id")).column("addressId", cities.c("id")));
    assertThat(columns("id")).containsExactly("resident.id");
    assertThat(columns("addressId")).containsExactly("resident_1.id", "resident.landlord_id");
    assertThat(run.session.scalars(select(Resident.class).orderBy(Resident_.id)).all())
        .extracting(each -> each.city)
        .containsExactly("Ulm", "Bonn");
    run.sent();
    var other = Resident_.as("o");
    assertThat(run.session.scalars(select(other).where(other.id.eq(11))).one().city)
        .isEqualTo("Ulm");
    assertThat(run.sent())
        .singleElement()
        .asString()
        .contains(
            ") AS o_resident JOIN (",
            ") AS o_resident_1 ON o_resident.landlord_id" + " = o_resident_1.id");
  }
}
