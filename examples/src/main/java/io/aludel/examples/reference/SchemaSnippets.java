package io.aludel.examples.reference;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.index;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.NUMERIC;
import static io.aludel.types.SqlTypes.STRING;

import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.dialect.script.SqlScript;
import io.aludel.engine.Engine;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.ReflectOptions;
import io.aludel.schema.CheckFirst;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.MetaData;
import io.aludel.schema.ReferentialAction;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** The code of docs/reference/schema.md. */
public final class SchemaSnippets {
  private SchemaSnippets() {}

  /**
   * Runs the code.
   *
   * @return what each snippet that sends something sent
   */
  public static List<String> run() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:");
        Snippets snippets = new Snippets(engine)) {
      // @start region="declare"
      MetaData metadata = new MetaData();
      Table customer = Table.of(
          "customer",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("email", STRING(320)).notNull().unique());
      Table.of(
          "invoice",
          metadata,
          column("id", INTEGER).primaryKey(),
          column("customer_id", INTEGER)
              .foreignKey(ForeignKey.to(customer.c("id")).onDelete(ReferentialAction.CASCADE)),
          column("total", NUMERIC(12, 2)).notNull().serverDefault("0"),
          check("total >= 0"),
          index("customer_id"));
      metadata.createAll(engine);
      // @end
      snippets.shown();
      reflect(engine);
      List<String> sent = new ArrayList<>(snippets.sent());
      sent.add(script(metadata));
      return sent;
    }
  }

  private static void reflect(Engine engine) {
    // @start region="reflect"
    Inspector inspector = Inspector.of(engine);
    inspector.foreignKeys("invoice").get(0).target().table(); // customer
    MetaData found = new MetaData();
    inspector.reflect(found, ReflectOptions.ALL);
    found.table("customer").c("email").isNullable(); // false
    // @end
  }

  private static String script(MetaData metadata) {
    // @start region="script"
    List<String> lines = new ArrayList<>();
    SqlScript script = SqlScript.of(new PostgresqlDialect(), lines::add);
    metadata.createAll(script, metadata.tables(), CheckFirst.OFF);
    // @end
    return lines.get(0);
  }
}
