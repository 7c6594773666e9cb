package io.aludel.examples.guide.school;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import java.util.ArrayList;
import java.util.List;

/** Is taken by students. */
// @start region="entity"
@Entity(table = "courses")
public class Course {
  @Id
  private Integer id;

  @Column(length = 50)
  private String name;

  @Relationship(backPopulates = "courses", secondary = "student_course", orderBy = "name")
  private List<Student> students = new ArrayList<>();

  public Course(String name) {
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
  public List<Student> getStudents() {
    return students;
  }

  @Override
  public String toString() {
    return name;
  }
  // @start region="entity"
}
// @end
