package io.aludel.orm.event;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Relationship;
import io.aludel.orm.annotation.Validates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates what it is given, and writes down that it did. */
@Entity(table = "e_account")
class Account {
  @Id
  @Nullable Integer id;

  @Nullable String email;

  int limit;

  @Relationship(backPopulates = "account")
  List<Booking> bookings = new ArrayList<>();

  transient List<String> log = new ArrayList<>();

  @Validates("email")
  private @Nullable String checkEmail(@Nullable String value) {
    if (value != null && !value.contains("@")) {
      throw new IllegalArgumentException("not an address: " + value);
    }
    return value == null ? null : value.toLowerCase(java.util.Locale.ROOT);
  }

  @Validates("limit")
  int checkLimit(String name, int value) {
    log.add(name + "=" + value);
    return Math.max(0, value);
  }

  @Validates(value = "bookings", includeRemoves = true)
  Booking checkBooking(Booking booking, boolean removing) {
    log.add((removing ? "-" : "+") + booking.text);
    if (booking.text.equals("bad")) {
      throw new IllegalStateException("bad booking");
    }
    return booking;
  }
}
