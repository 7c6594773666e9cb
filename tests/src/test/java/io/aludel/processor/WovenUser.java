package io.aludel.processor;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** An entity woven by the build itself, as an application's are. */
@Entity(table = "users")
class WovenUser {
  @Id
  private @Nullable Integer id;

  private String name;
  private int age;

  protected WovenUser() {
    name = "";
  }

  WovenUser(String name, int age) {
    this.name = name;
    this.age = age;
  }

  @Nullable Integer getId() {
    return id;
  }

  String getName() {
    return name;
  }

  void setName(String name) {
    this.name = name;
  }

  int getAge() {
    return age;
  }

  void haveBirthday() {
    age++;
  }
}
