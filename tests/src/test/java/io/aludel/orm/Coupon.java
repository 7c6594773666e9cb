package io.aludel.orm;

import static io.aludel.schema.Schema.column;
import static io.aludel.types.SqlTypes.STRING;

import io.aludel.orm.annotation.Entity;
import io.aludel.orm.annotation.Id;
import io.aludel.orm.annotation.Mapping;
import io.aludel.orm.mapping.EntityMapping;
import io.aludel.schema.ColumnDefault;
import io.aludel.sql.Sql;
import org.jspecify.annotations.Nullable;

/** Has a key of the application's, and a value that SQL of the client makes. */
@Entity(table = "coupons")
class Coupon {
  @Id
  int number;

  @Nullable String state;

  Coupon() {}

  Coupon(int number) {
    this.number = number;
  }

  @Mapping
  static void coupons(EntityMapping<Coupon> m) {
    m.column(
        "state",
        column("state", STRING(10))
            .onInsert(ColumnDefault.sql(Sql.func.lower(Sql.literal("SQL")))));
  }
}
