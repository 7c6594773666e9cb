package io.aludel.dialect.oracle;

import static io.aludel.schema.Schema.column;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.reflection.Server;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Executable;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Users, their posts and notes, and what statements about them are in Oracle. */
final class People {
  static final Dialect ORACLE = new OracleDialect();
  static final Dialect ORACLE_23 =
      ORACLE.on(new Server("Oracle", "Oracle Database 23ai Free Release 23.0.0.0.0"));

  static final MetaData METADATA = new MetaData();
  static final Column<Integer> ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<String> NAME = column("name", SqlTypes.STRING(50));
  static final Column<Integer> AGE = column("age", SqlTypes.INTEGER);
  static final Column<Boolean> ACTIVE = column("active", SqlTypes.BOOLEAN);
  static final Column<BigDecimal> SCORE = column("score", SqlTypes.NUMERIC(10, 2));
  static final Column<LocalDate> BORN = column("born", SqlTypes.DATE);
  static final Column<LocalDateTime> SEEN = column("seen", SqlTypes.TIMESTAMP);
  static final Table USERS = Table.of("users", METADATA, ID, NAME, AGE, ACTIVE, SCORE, BORN, SEEN);

  static final Column<Integer> POST_ID = column("id", SqlTypes.INTEGER).primaryKey();
  static final Column<Integer> AUTHOR = column("user_id", SqlTypes.INTEGER).references("users.id");
  static final Column<String> TITLE = column("title", SqlTypes.STRING(100));
  static final Table POSTS = Table.of("posts", METADATA, POST_ID, AUTHOR, TITLE);

  static final Column<Json> DATA = column("data", SqlTypes.JSON);
  static final Table NOTES = Table.of("notes", METADATA, DATA);

  private People() {}

  static CompiledStatement compiled(Dialect dialect, Executable statement) {
    return dialect.compile(statement.statementNode(), CompileOptions.NONE);
  }

  static String sql(Dialect dialect, Executable statement) {
    return compiled(dialect, statement).sql(statement.statementNode().keyed().values());
  }

  static String sql(Executable statement) {
    return sql(ORACLE, statement);
  }
}
