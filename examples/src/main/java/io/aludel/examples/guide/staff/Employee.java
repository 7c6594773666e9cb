package io.aludel.examples.guide.staff;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has a manager, who is an employee too. */
// @start region="entity"
@Entity(table = "employees")
public class Employee {
  @Id
  private Integer id;

  @Column(length = 50)
  private String name;

  @ForeignKey("employees.id")
  private @Nullable Integer managerId;

  @Relationship(backPopulates = "subordinates")
  private @Nullable Employee manager;

  @Relationship(backPopulates = "manager", orderBy = "name")
  private List<Employee> subordinates = new ArrayList<>();

  public Employee(String name) {
    this.name = name;
  }
  // @end

  public Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public @Nullable Employee getManager() {
    return manager;
  }

  /** Puts somebody above this employee; both sides follow. */
  public void setManager(@Nullable Employee manager) {
    this.manager = manager;
  }

  public List<Employee> getSubordinates() {
    return subordinates;
  }

  @Override
  public String toString() {
    return name;
  }
  // @start region="entity"
}
// @end
