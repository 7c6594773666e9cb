package io.aludel.orm.source;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who may have addresses: mapped to a table. */
@Entity
class Person {
  @Id
  @Nullable Integer id;

  @Nullable String name;

  @Relationship
  List<Resident> homes = new ArrayList<>();

  @Relationship
  @Nullable Census census;

  Person() {}

  Person(String name) {
    this.name = name;
  }

  @Mapping
  static void mappedInJava(EntityMapping<Person> m) {}
}
