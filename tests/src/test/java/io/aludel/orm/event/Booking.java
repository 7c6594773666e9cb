package io.aludel.orm.event;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.JoinColumn;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Validates;
import org.jspecify.annotations.Nullable;

/** Validates direct changes only. */
@Entity(table = "e_booking")
class Booking {
  @Id
  @Nullable Integer id;

  String text;

  @Relationship(backPopulates = "bookings")
  @JoinColumn("account_id")
  @Nullable Account account;

  transient int checked;

  protected Booking() {
    text = "";
  }

  Booking(String text) {
    this.text = text;
  }

  @Validates(value = "account", includeBackrefs = false)
  @Nullable Account checkAccount(@Nullable Account value) {
    checked++;
    return value;
  }
}
