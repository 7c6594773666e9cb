package io.aludel.orm.source;

import static io.aludel.schema.Schema.column;

import io.aludel.orm.mapping.EntityMapping;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.SqlTypes;

/** The tables that the classes here are mapped to. */
final class Town {
  static final MetaData METADATA = new MetaData();

  static final Table PERSONS = Table.of(
      "person",
      METADATA,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("name", SqlTypes.STRING(20)));

  static final Table LANDLORDS = Table.of(
      "landlord",
      METADATA,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("name", SqlTypes.STRING(20)));

  static final Table ADDRESSES = Table.of(
      "address",
      METADATA,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("person_id", ForeignKey.to("person.id")),
      column("city", SqlTypes.STRING(20)),
      column("landlord_id", ForeignKey.to("landlord.id")));

  static final Table PETS = Table.of(
      "pet",
      METADATA,
      column("id", SqlTypes.INTEGER).primaryKey(),
      column("address_id", ForeignKey.to("address.id")));

  private Town() {}

  static void resident(EntityMapping<Resident> m) {
    m.column("addressId", ADDRESSES.c("id")).exclude("landlord", "pets");
  }

  static void person(EntityMapping<Person> m) {
    m.exclude("homes", "census");
  }
}
