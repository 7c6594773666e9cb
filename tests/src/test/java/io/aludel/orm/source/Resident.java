package io.aludel.orm.source;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person together with an address: mapped to a join. */
@Entity
class Resident {
  @Id
  @Nullable Integer id;

  @Nullable String name;

  @Nullable Integer addressId;

  @Nullable String city;

  @Relationship
  @Nullable Landlord landlord;

  @Relationship
  List<Pet> pets = new ArrayList<>();

  Resident() {}

  Resident(String name, String city) {
    this.name = name;
    this.city = city;
  }

  @Mapping
  static void mappedInJava(EntityMapping<Resident> m) {}
}
