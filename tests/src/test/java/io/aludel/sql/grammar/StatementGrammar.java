package io.aludel.sql.grammar;

import io.aludel.sql.grammar.SqlToken.Kind;

/** Queries and changes of rows, as far as this test makes them. */
public final class StatementGrammar extends ExpressionGrammar {
  private StatementGrammar(Unserved dialect, String sql) {
    super(dialect, sql);
  }

  /**
   * Checks that some SQL is one statement of the language.
   *
   * @throws NotInGrammar if it is not
   */
  public static void check(Unserved dialect, String sql) {
    StatementGrammar grammar = new StatementGrammar(dialect, sql);
    grammar.statement();
    if (!grammar.isAtEnd()) {
      throw grammar.failed("the end");
    }
  }

  private void statement() {
    boolean switched = dialect.isSqlServer() && took("SET IDENTITY_INSERT");
    if (switched) {
      path();
      need("ON ;");
    }
    commonTables();
    if (took("INSERT INTO")) {
      insert();
    } else if (took("UPDATE")) {
      update();
    } else if (took("DELETE")) {
      delete();
    } else if (took("MERGE INTO")) {
      merge();
    } else {
      query(false);
    }
    if (switched) {
      took(";"); // a MERGE has read it
      need("SET IDENTITY_INSERT");
      path();
      need("OFF");
    }
  }

  private void commonTables() {
    if (took("WITH")) {
      list(() -> {
        name();
        columns();
        need("AS");
        parenthesized(() -> query(true));
      });
    }
  }

  private void columns() {
    if (took("(")) {
      list(this::name);
      need(")");
    }
  }

  /** An order belongs to the whole statement on SQL Server, or counts rows. Its queries nest no WITH. */
  @Override
  void query(boolean nested) {
    if (!dialect.isSqlServer()) {
      commonTables();
    }
    boolean top = select();
    boolean ordered = next("ORDER");
    while (setOperator()) {
      top = false;
      select();
      ordered = next("ORDER");
    }
    if (ordered) {
      order();
    }
    boolean counted = top | page(ordered);
    if (nested && dialect.isSqlServer() && ordered && !counted) {
      throw failed("no order in a nested query");
    }
  }

  private boolean setOperator() {
    boolean all = took("UNION ALL") || took("UNION") || took("INTERSECT");
    return all || took(dialect.isSqlServer() ? "EXCEPT" : "MINUS");
  }

  private boolean page(boolean ordered) {
    boolean offset = took("OFFSET");
    if (offset) {
      count();
      need("ROWS");
    }
    if (!next("FETCH")) {
      return offset;
    }
    if (dialect.isSqlServer() && !(offset && ordered)) {
      throw failed("an offset behind an order");
    }
    need("FETCH FIRST");
    count();
    took("PERCENT");
    need("ROWS");
    if (!took("ONLY")) {
      need("WITH TIES");
    }
    return true;
  }

  private void count() {
    if (!took(Kind.NUMBER) && !took(Kind.PLACEHOLDER)) {
      value();
    }
  }

  private boolean select() {
    need("SELECT");
    took(Kind.HINT);
    took("DISTINCT");
    boolean top = top();
    list(this::item);
    if (took("FROM")) {
      list(this::source);
    } else if (!dialect.isSqlServer()) {
      throw failed("FROM");
    }
    where();
    if (took("GROUP BY")) {
      list(this::value);
    }
    if (took("HAVING")) {
      condition();
    }
    return top;
  }

  private boolean top() {
    boolean top = dialect.isSqlServer() && took("TOP");
    if (top) {
      parenthesized(this::value);
      took("PERCENT");
      took("WITH TIES");
    }
    return top;
  }

  private void item() {
    if (took("*")) {
      return;
    }
    value();
    if (took("AS")) {
      name();
    }
  }

  private void where() {
    if (took("WHERE")) {
      condition();
    }
  }

  private void source() {
    joined();
    while (true) {
      if (dialect.isSqlServer() && (took("CROSS APPLY") || took("OUTER APPLY"))) {
        joined();
      } else if (took("CROSS JOIN")) {
        joined();
      } else if (took("JOIN") || took("LEFT OUTER JOIN") || took("FULL OUTER JOIN")) {
        joined();
        need("ON");
        condition();
      } else {
        return;
      }
    }
  }

  private void joined() {
    boolean lateral = !dialect.isSqlServer() && took("LATERAL");
    if (!next("(")) {
      if (lateral) {
        throw failed("a query");
      }
      path();
      alias(false);
      hints();
      return;
    }
    parenthesized(() -> {
      if (dialect.isSqlServer() && took("VALUES")) {
        list(() -> parenthesized(() -> list(this::value)));
      } else {
        query(true);
      }
    });
    alias(dialect.isSqlServer());
  }

  /** Oracle takes no word before it, SQL Server the names of columns behind it. */
  private void alias(boolean needed) {
    boolean word = dialect.isSqlServer() && took("AS");
    if (word || (!dialect.isSqlServer() && nextName())) {
      name();
      if (word) {
        columns();
      }
    } else if (needed) {
      throw failed("AS");
    }
  }

  private void hints() {
    if (dialect.isSqlServer() && took("WITH (")) {
      list(this::name);
      need(")");
    }
  }

  private void insert() {
    path();
    columns();
    output();
    if (took("VALUES")) {
      list(() -> parenthesized(() -> list(this::value)));
    } else if (!took("DEFAULT VALUES")) {
      query(false);
    }
    returning();
  }

  private void update() {
    top();
    path();
    alias(false);
    assignments();
    output();
    if (took("FROM")) {
      list(this::source);
    }
    where();
    returning();
  }

  private void assignments() {
    need("SET");
    list(() -> {
      path();
      need("=");
      value();
    });
  }

  private void delete() {
    top();
    need("FROM");
    path();
    alias(false);
    output();
    if (dialect.isSqlServer() && took("FROM")) {
      list(this::source);
    }
    where();
    returning();
  }

  private void merge() {
    path();
    hints();
    alias(false);
    need("USING");
    joined();
    need("ON");
    condition();
    while (took("WHEN")) {
      boolean added = took("NOT MATCHED");
      if (!added) {
        need("MATCHED");
      }
      if (dialect.isSqlServer() && took("AND")) {
        condition();
      }
      need("THEN");
      if (added) {
        need("INSERT");
        columns();
        need("VALUES");
        parenthesized(() -> list(this::value));
      } else {
        need("UPDATE");
        assignments();
      }
      if (!dialect.isSqlServer()) {
        where();
      }
    }
    output();
    if (dialect.isSqlServer()) {
      need(";");
    }
  }

  private void output() {
    if (dialect.isSqlServer() && took("OUTPUT")) {
      list(this::item);
    }
  }

  private void returning() {
    if (!dialect.isSqlServer() && took("RETURNING")) {
      list(this::value);
      need("INTO");
      list(() -> need(Kind.PLACEHOLDER));
    }
  }
}
