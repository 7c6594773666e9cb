package io.aludel.examples.guide.school;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Takes courses. */
// @start region="entity"
@Entity(table = "students")
public class Student {
  @Id
  private Integer id;

  @Column(length = 50)
  private String name;

  @Relationship(backPopulates = "students", secondary = "student_course", orderBy = "name")
  private List<Course> courses = new ArrayList<>();

  public Student(String name) {
    this.name = name;
  }
  // @end

  public Integer getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  /** The other side, live. */
  public List<Course> getCourses() {
    return courses;
  }

  @Override
  public String toString() {
    return name;
  }
  // @start region="entity"
}
// @end
