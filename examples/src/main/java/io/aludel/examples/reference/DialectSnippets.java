package io.aludel.examples.reference;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompileOptions.ParameterStyle;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.postgresql.PostgresqlDialect;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The code of docs/reference/dialects.md. */
public final class DialectSnippets {
  private DialectSnippets() {}

  /**
   * Runs the code.
   *
   * @return what each snippet that makes SQL made
   */
  public static List<String> run() {
    Column<Integer> id = column("id", INTEGER).primaryKey();
    Table.of("numbers", new MetaData(), id);
    // @start region="compile"
    Select<Integer> statement = select(id).where(id.gt(1), id.lt(9));
    @Nullable Object[] values = statement.statementNode().keyed().values();
    CompiledStatement compiled = new PostgresqlDialect()
        .compile(statement.statementNode(), CompileOptions.of(ParameterStyle.NUMBERED));
    String sql = compiled.sql(values);
    compiled.arguments(values); // [1, 9]
    // @end
    try (Engine engine = Engine.create("jdbc:h2:mem:")) {
      ask(engine);
    }
    return List.of(sql);
  }

  private static boolean ask(Engine engine) {
    // @start region="ask"
    engine.server(); // H2 2.5…
    return engine.dialect().supports(Capability.INSERT_RETURNING);
    // @end
  }
}
