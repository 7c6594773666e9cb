package io.aludel.orm.property;

import static io.aludel.orm.Orm.func;
import static io.aludel.orm.Orm.select;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.QueryExpression;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Synonym;
import io.aludel.orm.mapping.EntityMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has attributes that SQL works out, and one with two names. */
@Entity(table = "p_customer")
class Customer {
  @Id
  @Nullable Integer id;

  String first = "";
  String last = "";

  @Synonym("last")
  @Nullable String surname;

  @Nullable String fullName;

  @Nullable Long purchases;

  @Nullable String shout;

  @QueryExpression
  @Nullable Integer rank;

  @QueryExpression
  @Nullable String label;

  @Relationship(backPopulates = "customer")
  List<Purchase> bought = new ArrayList<>();

  Customer() {}

  Customer(String first, String last) {
    this.first = first;
    this.last = last;
  }

  @Mapping
  static void mapping(EntityMapping<Customer> m) {
    m.columnProperty("fullName", Customer_.first.concat(" ").concat(Customer_.last));
    m.columnProperty(
        Customer_.purchases,
        select(func.count(Purchase_.id))
            .where(Purchase_.customerId.eq(Customer_.id))
            .asScalar());
    m.columnProperty("shout", Customer_.last.upper()).deferred().keptByFlush();
    m.queryExpression("label", Customer_.first.concat("!"));
  }
}
