package io.aludel.dialect.sqlserver;

import static io.aludel.schema.Schema.column;
import static io.aludel.schema.Schema.inSchema;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileOptions;
import io.aludel.schema.Column;
import io.aludel.schema.DdlElement;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;

/** Tables of the tests here, and what statements about them become. */
final class Sales {
  static final SqlServerDialect DIALECT = new SqlServerDialect();
  static final MetaData METADATA = new MetaData();

  static final Column<Integer> ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<String> NAME = column("name", SqlTypes.STRING(50));
  static final Column<Integer> AGE = column("age", SqlTypes.INTEGER);
  static final Column<Boolean> ACTIVE = column("active", SqlTypes.BOOLEAN);
  static final Column<BigDecimal> SCORE = column("score", SqlTypes.NUMERIC(10, 2));
  static final Table PEOPLE = Table.of("people", METADATA, ID, NAME, AGE, ACTIVE, SCORE);

  static final Column<Integer> ORDER_ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<Integer> BUYER =
      column("person_id", SqlTypes.INTEGER).references("people.id");
  static final Column<String> ARTICLE = column("article", SqlTypes.STRING(100));
  static final Table ORDERS = Table.of("orders", METADATA, ORDER_ID, BUYER, ARTICLE);

  static final Column<Integer> FAR_ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<String> FAR_NAME = column("name", SqlTypes.STRING(50));
  static final Table FAR = Table.of("items", METADATA, FAR_ID, FAR_NAME, inSchema("archive.dbo"));

  private Sales() {}

  static String sql(Executable statement) {
    return DIALECT
        .compile(statement.statementNode(), CompileOptions.NONE)
        .sql(statement.statementNode().keyed().values());
  }

  static String literalSql(Executable statement) {
    return DIALECT
        .compile(statement.statementNode(), CompileOptions.of(CompileOptions.Values.LITERAL))
        .sql(statement.statementNode().keyed().values());
  }

  static String sql(DdlElement element) {
    return DIALECT.ddl().compile(element);
  }

  static void is(Executable statement, String sql) {
    assertThat(sql(statement)).isEqualTo(sql);
  }

  static void is(DdlElement element, String sql) {
    assertThat(sql(element)).isEqualTo(sql);
  }
}
