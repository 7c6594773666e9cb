package io.aludel.orm;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has a key of the application's, and values that the database makes. */
@Entity(table = "vouchers")
class Voucher {
  @Id
  UUID id;

  int amount;

  @Column(length = 10, serverDefault = "'new'")
  @Nullable String state;

  Voucher() {
    id = UUID.randomUUID();
  }

  Voucher(int amount) {
    this();
    this.amount = amount;
  }
}
