package io.aludel.orm.event;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.INTEGER;

import io.aludel.orm.annotation.Column;
import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.annotation.Version;
import io.aludel.orm.mapping.EntityMapping;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Gets values of the client and of the database when it is written. */
@Entity(table = "ev_receipt")
class Receipt {
  static final AtomicInteger NUMBERS = new AtomicInteger();

  @Id
  @Nullable Integer id;

  @Column(length = 20)
  String text = "";

  @Nullable Integer number;

  @Nullable Integer changes;

  @Column(length = 20, serverDefault = "'new'")
  @Nullable String state;

  @Version
  int version;

  @Mapping
  static void mapping(EntityMapping<Receipt> m) {
    m.column("number", column("number", INTEGER).defaultFrom(NUMBERS::incrementAndGet));
    m.column("changes", column("changes", INTEGER).onUpdateFrom(NUMBERS::incrementAndGet));
  }
}
