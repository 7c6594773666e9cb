package io.aludel.examples.guide;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Somebody who writes posts. */
// @start region="entity"
@Entity(table = "users")
public class User {
  @Id
  private Integer id;

  @Column(length = 50)
  private String name;

  @Column(length = 100, unique = true)
  private @Nullable String email;

  private int age;

  public User(String name, int age) {
    this.name = name;
    this.age = age;
  }

  // getters, setters and methods as ever
  // @end

  /** The key, null until the row is stored. */
  public Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public int getAge() {
    return age;
  }

  public void setAge(int age) {
    this.age = age;
  }

  @Override
  public String toString() {
    return name + " (" + age + ")";
  }
  // @start region="entity"
}
// @end
