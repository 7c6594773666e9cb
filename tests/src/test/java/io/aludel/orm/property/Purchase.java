package io.aludel.orm.property;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.ForeignKey;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import org.jspecify.annotations.Nullable;

/** What a customer bought. */
@Entity(table = "p_purchase")
class Purchase {
  @Id
  @Nullable Integer id;

  @ForeignKey("p_customer.id")
  @Nullable Integer customerId;

  @Relationship(backPopulates = "bought")
  @Nullable Customer customer;
}
