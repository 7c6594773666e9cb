package io.aludel.orm.hybrid;

import static io.aludel.orm.Orm.row;

import io.aludel.orm.annotation.Hybrid;
import io.aludel.orm.annotation.HybridExpression;
import io.aludel.orm.annotation.HybridUpdate;
import io.aludel.orm.annotation.MappedSuperclass;
import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;

/** A name in two parts, for entities that have one. */
@MappedSuperclass
abstract class Named {
  String first;
  String last;

  @Hybrid
  public String getFullName() {
    return first + " " + last;
  }

  @HybridUpdate
  static NewRow getFullName(Named_.Fields<?> named, String value) {
    int space = value.indexOf(' ');
    return row(named.first, value.substring(0, space), named.last, value.substring(space + 1));
  }

  @Hybrid
  String getTitle() {
    return "Dear " + getFullName();
  }

  @Hybrid
  int nameLength() {
    return first.length();
  }

  @HybridExpression
  static Expression<Integer> nameLength(Named_.Fields<?> named) {
    return named.first.length();
  }
}
