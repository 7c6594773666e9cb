package io.aludel.api;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import org.jspecify.annotations.Nullable;

/** Has a manager, who is one as well. */
@Entity
public class Employee {
  @Id
  private Integer id;

  private String name;

  @ForeignKey("employee.id")
  private @Nullable Integer managerId;

  protected Employee() {}

  public Employee(String name, @Nullable Integer managerId) {
    this.name = name;
    this.managerId = managerId;
  }

  public Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public @Nullable Integer getManagerId() {
    return managerId;
  }
}
