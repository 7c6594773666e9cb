package io.aludel.orm;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** A person, with a key that the database makes. */
@Entity(table = "users")
public class User {
  @Id
  private @Nullable Integer id;

  @Column(length = 50)
  private String name;

  @Column(length = 100, unique = true)
  private @Nullable String email;

  private int age;
  private boolean minor;

  protected User() {
    name = "";
  }

  public User(String name) {
    this.name = name;
  }

  public User(String name, int age) {
    this.name = name;
    this.age = age;
  }

  public @Nullable Integer getId() {
    return id;
  }

  public void setId(@Nullable Integer id) {
    this.id = id;
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

  public boolean isMinor() {
    return minor;
  }

  public void setMinor(boolean minor) {
    this.minor = minor;
  }

  /** Looks at what identity must never look at. */
  @Override
  public boolean equals(@Nullable Object other) {
    throw new AssertionError("somebody called equals of an entity");
  }

  @Override
  public int hashCode() {
    throw new AssertionError("somebody called hashCode of an entity");
  }
}
