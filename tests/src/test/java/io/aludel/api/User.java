package io.aludel.api;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** As an application declares it: what the type says is not said again. */
@Entity(table = "users")
public class User {
  static int made;

  @Id
  private Integer id;

  @Column(length = 50)
  private String name;

  @Column(length = 100, unique = true)
  private @Nullable String email;

  private int age;
  private boolean minor;
  private transient int looks;

  protected User() {}

  public User(String name) {
    this.name = name;
    made++;
  }

  public User(String name, int age) {
    this(name);
    this.age = age;
  }

  public Integer getId() {
    return id;
  }

  public String getName() {
    looks++;
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public int getLooks() {
    return looks;
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
}
