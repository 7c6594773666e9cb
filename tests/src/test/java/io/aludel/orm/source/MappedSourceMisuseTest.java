package io.aludel.orm.source;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.orm.Orm;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.MappingException;
import io.aludel.orm.mapping.Registry;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.Condition;
import io.aludel.sql.Cte;
import io.aludel.sql.FromClause;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What can be wrong with what a class is mapped to, and what is found by itself. */
@Parity("ORM-MAP-40")
class MappedSourceMisuseTest {
  private static final Table PERSONS = Town.PERSONS;
  private static final Table ADDRESSES = Town.ADDRESSES;

  /** Declares a table of its own. */
  @Entity
  static class Declared {
    @Id
    @Nullable Integer id;

    @Mapping
    static void mapping(EntityMapping<Declared> m) {
      m.column("id", PERSONS.c("id"), ADDRESSES.c("person_id"));
    }
  }

  private static Mapper<Lodger> map(FromClause rows, Consumer<EntityMapping<Lodger>> mapping) {
    return Registry.of().map(Lodger.class, rows, mapping);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refusal(
      FromClause rows, Consumer<EntityMapping<Lodger>> mapping) {
    return assertThatThrownBy(() -> map(rows, mapping)).isInstanceOf(MappingException.class);
  }

  @Test
  void map_columnOfTheName_inSeveralTables_isRefused() {
    refusal(PERSONS.join(ADDRESSES), m -> m.exclude("addressId"))
        .hasMessage(
            "Cannot map Lodger.id: its name is that of several columns, [person.id, address.id],"
                + " which no join compares. Say which it is with column(\"id\", …), or give it all of them."
                + " [MAP-270]");
  }

  @Test
  void map_columnOfAnotherSource_isRefused() {
    Alias other = ADDRESSES.as("other");
    refusal(PERSONS.join(ADDRESSES), m -> m.column("addressId", other.c("id")))
        .hasMessageContaining("Cannot map Lodger.addressId: ")
        .hasMessageContaining("is no column of what its class is mapped to")
        .hasMessageContaining("[person.id, person.name, address.id,")
        .hasMessageContaining("MAP-271");
    refusal(ADDRESSES.as("a"), m -> m.column("addressId", other.c("person_id")))
        .hasMessageContaining("is no column of what its class is mapped to")
        .hasMessageContaining("MAP-271");
    Cte homes = select(ADDRESSES.c("id"), ADDRESSES.c("person_id")).cte("homes");
    refusal(homes, m -> m.column("addressId", homes.as("other").c("person_id")))
        .hasMessageContaining("MAP-271");
    assertThat(map(homes, m -> m.column("addressId", homes.c("person_id")).exclude("personId"))
            .property("addressId")
            .columns())
        .extracting(Column::name)
        .containsExactly("person_id");
    refusal(ADDRESSES, m -> m.column("addressId", PERSONS.<Integer>c("id"), ADDRESSES.c("id")))
        .hasMessageContaining("MAP-271");
  }

  @Test
  void map_noColumnOfTheName_isRefused() {
    refusal(PERSONS.join(ADDRESSES), m -> m.column("id", PERSONS.c("id")))
        .hasMessageContaining(
            "Cannot map Lodger.addressId: the join of person, address has no column of")
        .hasMessageContaining("MAP-206");
  }

  @Test
  void map_queryWithoutKey_isRefused_unlessOneIsNamed() {
    Alias counted = select(
            ADDRESSES.c("person_id"), func.count(ADDRESSES.c("id")).as("n"))
        .groupBy(ADDRESSES.c("person_id"))
        .as("counted");
    refusal(counted, m -> m.include("personId"))
        .hasMessage(
            "Cannot map Lodger: what it is mapped to shows no whole primary key of a table, so that"
                + " nothing tells its rows apart. Name the attributes that do with primaryKey(…). [MAP-272]");
    assertThat(map(counted, m -> m.include("personId").primaryKey("personId")).primaryKey())
        .extracting(ColumnProperty::name)
        .containsExactly("personId");
    Alias union = select(ADDRESSES.c("id")).unionAll(select(PERSONS.c("id"))).as("both");
    refusal(union, m -> m.include("id")).hasMessageContaining("MAP-272");
  }

  @Test
  void map_queryWithOtherValues_isRefused() {
    Alias counted = select(func.count(ADDRESSES.c("id")).as("id")).as("counted");
    refusal(counted, m -> m.include("id").primaryKey("id"))
        .hasMessage(
            "Cannot map Lodger.id, whose type is Integer: counted.id holds values of type Long."
                + " Declare the attribute so, or cast the value in the query. [MAP-274]");
    Alias cast =
        select(func.count(ADDRESSES.c("id")).cast(SqlTypes.INTEGER).as("id")).as("counted");
    assertThat(map(cast, m -> m.include("id").primaryKey("id")).property("id").type())
        .isEqualTo(SqlTypes.INTEGER);
  }

  @Test
  void map_keyWithoutAttribute_isRefused() {
    refusal(PERSONS.join(ADDRESSES), m -> m.column("id", PERSONS.c("id")).exclude("addressId"))
        .hasMessageContaining("address.id")
        .hasMessageContaining("MAP-207");
  }

  @Test
  void map_toWhatIsNoSource_isRefused() {
    refusal(Orm.entity(Person.class), m -> {})
        .hasMessageContaining("Name the table in place of an entity")
        .hasMessageContaining("MAP-273");
    refusal(PERSONS.join(ADDRESSES).as("joined"), m -> {})
        .hasMessageContaining("Cannot map Lodger to the alias joined")
        .hasMessageContaining("MAP-273");
    refusal(select(ADDRESSES.c("id")).lateral("l"), m -> {}).hasMessageContaining("MAP-273");
  }

  @Test
  void column_withoutColumns_orForADeclaredTable_isRefused() {
    assertThatThrownBy(() -> map(ADDRESSES, m -> m.column("id")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Cannot map Lodger.id: no column is given");
    assertThatThrownBy(() -> Registry.of(Declared.class))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("Cannot map Declared.id: its class declares a table of its own")
        .hasMessageContaining("MAP-204");
  }

  @Test
  void key_ofAJoin_isThatOfItsTables_withoutWhatTheJoinCompares() {
    MetaData metadata = new MetaData();
    Table one = Table.of("one", metadata, column("id", SqlTypes.INTEGER).primaryKey());
    Table two = Table.of(
        "two",
        metadata,
        column("id", io.aludel.schema.ForeignKey.to("one.id")).primaryKey(),
        column("person_id", SqlTypes.INTEGER));
    Mapper<Lodger> mapper = map(one.join(two), m -> m.exclude("addressId"));
    assertThat(mapper.primaryKey()).extracting(ColumnProperty::name).containsExactly("id");
    assertThat(mapper.property("id").columns()).containsExactly(one.c("id"), two.c("id"));
    assertThat(mapper.tables()).containsExactly(one, two);
    assertThat(mapper.writtenTables()).containsExactly(one, two);
    Alias shown = select(one.c("id"), two.c("id").as("two_id"), two.c("person_id"))
        .from(one.join(two))
        .as("s");
    assertThat(map(shown, m -> m.exclude("addressId")).primaryKey())
        .extracting(ColumnProperty::name)
        .containsExactly("id");
  }

  @Test
  void leftJoin_saysNothingOfColumnsOnItsLeftAmongThemselves() {
    Table landlords = Town.LANDLORDS;
    Column<Integer> landlord = ADDRESSES.c("landlord_id");
    Column<Integer> person = ADDRESSES.c("person_id");
    Column<Integer> id = landlords.c("id");
    Condition both = landlord.eq(id).and(person.eq(id));
    Consumer<EntityMapping<Lodger>> mapping =
        m -> m.column("id", ADDRESSES.c("id")).column("addressId", id).exclude("personId");

    assertThat(keptBy(map(ADDRESSES.leftJoin(landlords, both), mapping)))
        .containsExactly(id, landlord);
    assertThat(keptBy(
            map(ADDRESSES.leftJoin(landlords, landlord.eq(id).and(landlord.eq(person))), mapping)))
        .containsExactly(id, landlord);
    assertThat(keptBy(map(ADDRESSES.join(landlords, both), mapping)))
        .containsExactlyInAnyOrder(id, landlord, person);
    assertThat(keptBy(map(landlords.leftJoin(ADDRESSES, both), mapping)))
        .containsExactlyInAnyOrder(id, landlord, person);
  }

  private static List<Column<?>> keptBy(Mapper<Lodger> mapper) {
    return List.copyOf(mapper.property("addressId").columns());
  }

  @Test
  void mapper_ofASource_tellsWhatItIs() {
    Mapper<Lodger> mapper = map(ADDRESSES.as("a"), m -> m.exclude("addressId"));
    assertThat(mapper.source()).isNotNull();
    assertThat(mapper).hasToString("Lodger(a)");
    assertThat(mapper.tables()).extracting(Table::name).containsExactly("a");
    assertThat(Registry.of()
            .map(Lodger.class, ADDRESSES, m -> m.exclude("addressId"))
            .source())
        .isNull();
  }
}
