package io.aludel.examples.guide.staff;

import static io.aludel.orm.Orm.row;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.HybridExpression;
import io.aludel.orm.annotation.HybridUpdate;
import io.aludel.orm.annotation.Id;
import io.aludel.sql.Condition;
import io.aludel.sql.NewRow;

/** Has a name in two parts, and makes one of them. */
// @start region="entity"
@Entity(table = "persons")
public class Person {
  @Id
  private Integer id;

  @Column(length = 50)
  private String first;

  @Column(length = 50)
  private String last;

  private int born;

  public Person(String first, String last, int born) {
    this.first = first;
    this.last = last;
    this.born = born;
  }

  @Hybrid
  public String getFullName() {
    return first + " " + last;
  }

  @Hybrid
  public String generation(int year) {
    int age = year - born;
    if (age < 18) {
      return "minor";
    }
    return age < 65 ? "adult" : "senior";
  }
  // @end

  // @start region="expression"
  @Hybrid
  public boolean soundsLike(String name) {
    return first.toLowerCase().matches(name.toLowerCase() + ".*");
  }

  @HybridExpression
  static Condition soundsLike(Person_.As person, String name) {
    return person.first.istartsWith(name);
  }
  // @end

  // @start region="update"
  @HybridUpdate
  static NewRow getFullName(Person_.As person, String name) {
    int space = name.lastIndexOf(' ');
    return row(person.first, name.substring(0, space), person.last, name.substring(space + 1));
  }
  // @end

  public Integer getId() {
    return id;
  }

  public String getFirst() {
    return first;
  }

  public String getLast() {
    return last;
  }

  public int getBorn() {
    return born;
  }
  // @start region="entity"
}
// @end
