package io.aludel.examples.reference;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.JsonExpression.json;

import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.ConvertedType;
import io.aludel.types.Json;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** The code of docs/reference/types.md. */
public final class TypeSnippets {
  private TypeSnippets() {}

  // @start region="own"
  /** Sums of money, kept as whole cents. */
  record Cents(long cents) {}

  /** How they are kept. */
  record CentsType() implements ConvertedType<Cents, Long> {
    @Override
    public Class<Cents> javaType() {
      return Cents.class;
    }

    @Override
    public SqlType<Long> stored() {
      return SqlTypes.BIGINT;
    }

    @Override
    public Long toStored(Cents value) {
      return value.cents();
    }

    @Override
    public Cents fromStored(Long stored) {
      return new Cents(stored);
    }
  }
  // @end

  /**
   * Runs the code.
   *
   * @return what each snippet that sends something sent
   */
  public static List<String> run() {
    try (Engine engine = Engine.create("jdbc:h2:mem:types");
        Snippets snippets = new Snippets(engine)) {
      // @start region="use"
      Column<DayOfWeek> day = column("day", SqlTypes.ENUM(DayOfWeek.class));
      Column<Json> notes = column("notes", SqlTypes.JSON);
      Column<Cents> price = column("price", new CentsType());
      MetaData metadata = new MetaData();
      Table offers = Table.of("offers", metadata, day, notes, price);
      metadata.createAll(engine);
      engine.inTransaction(connection -> {
        connection.execute(insert(offers)
            .values(row("day", DayOfWeek.FRIDAY, "price", new Cents(250))
                .and("notes", Json.of(Map.of("tags", List.of("fish"))))));
        connection.scalar(select(price)
            .where(
                day.eq(DayOfWeek.FRIDAY),
                json(notes).at("tags").at(0).asString().eq("fish")));
      });
      // @end
      snippets.shown();
      return snippets.sent();
    }
  }
}
