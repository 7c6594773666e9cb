package io.aludel.examples.readme;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;

// @start region="entity"
@Entity(table = "users")
public class User {
  @Id
  private Integer id;

  private String name;
  private int age;

  public User(String name, int age) {
    this.name = name;
    this.age = age;
  }

  public void setAge(int age) {
    this.age = age;
  }
}
// @end
