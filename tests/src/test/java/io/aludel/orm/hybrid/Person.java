package io.aludel.orm.hybrid;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.row;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.HybridExpression;
import io.aludel.orm.annotation.HybridUpdate;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody with a name in two parts, and children. */
@Entity(table = "person")
class Person extends Named {
  @Id
  Integer id;

  int age;

  @ForeignKey("person.id")
  @Nullable Integer parentId;

  @Relationship(backPopulates = "children")
  @Nullable Person parent;

  @Relationship(backPopulates = "parent")
  List<Person> children = new ArrayList<>();

  @Mapping
  static void mapping(EntityMapping<Person> mapping) {
    mapping.relationship(Person_.parent).remoteSide(Person_.id);
  }

  Person(String first, String last, int age) {
    this.first = first;
    this.last = last;
    this.age = age;
  }

  @Hybrid
  boolean isAdult() {
    return age >= 18;
  }

  @Hybrid
  boolean olderThan(int years) {
    return age > years;
  }

  @Hybrid
  boolean isChildless() {
    return children.isEmpty() && parent != null;
  }

  @Hybrid
  String initials() {
    return String.valueOf(first.charAt(0)) + last.charAt(0);
  }

  @HybridExpression
  static Expression<String> initials(Person_.As person) {
    return func.call("substr", SqlTypes.STRING, person.first, 1, 1);
  }

  @Hybrid
  boolean hasName(String name) {
    return first.equalsIgnoreCase(name);
  }

  @HybridExpression
  static Condition hasName(Person_.As person, String name) {
    return person.first.ilike(name);
  }

  @Hybrid
  String word() {
    return first;
  }

  @HybridExpression
  static AnyCase word(Person_.As person) {
    return new AnyCase(person.first.lower().node());
  }

  @Hybrid
  int getMonths() {
    return age * 12;
  }

  @HybridUpdate
  static NewRow getMonths(Person_.As person, Expression<Integer> value) {
    return row(person.age, func.call("abs", SqlTypes.INTEGER, value));
  }
}
