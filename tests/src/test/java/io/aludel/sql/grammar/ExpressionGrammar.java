package io.aludel.sql.grammar;

import io.aludel.sql.grammar.SqlToken.Kind;
import java.util.List;

/**
 * Values and conditions, which are different things: only an Oracle from 23 on takes one for the other. Operators
 * are those of the language; what another database would have, such as {@code %} on Oracle, is none.
 */
abstract class ExpressionGrammar extends TokenReader {
  private static final List<String> COMPARISONS = List.of("=", "!=", "<>", "<", "<=", ">", ">=");

  ExpressionGrammar(Unserved dialect, String sql) {
    super(dialect, sql);
  }

  abstract void query(boolean nested);

  final void condition() {
    do {
      conjunction();
    } while (took("OR"));
  }

  private void conjunction() {
    do {
      while (took("NOT")) {}
      test();
    } while (took("AND"));
  }

  private void test() {
    if (took("EXISTS")) {
      parenthesized(() -> query(true));
    } else if (!tried(this::comparison)) {
      parenthesized(this::condition);
    }
  }

  private void comparison() {
    boolean rows = !dialect.isSqlServer() && tried(this::tupleList);
    if (rows || took("REGEXP_LIKE (")) {
      if (!rows) {
        list(this::value);
        need(")");
      }
      return;
    }
    value();
    for (String symbol : COMPARISONS) {
      if (took(symbol)) {
        value();
        return;
      }
    }
    if (took("IS")) {
      took("NOT");
      boolean truth = dialect.hasTruthValues() && (took("TRUE") || took("FALSE"));
      if (!truth) {
        need("NULL");
      }
      return;
    }
    boolean negated = took("NOT");
    if (took("BETWEEN")) {
      value();
      need("AND");
      value();
    } else if (took("LIKE")) {
      value();
      if (took("ESCAPE")) {
        need(Kind.TEXT);
      }
    } else if (took("IN")) {
      parenthesized(this::members);
    } else if (negated || !dialect.hasTruthValues()) {
      throw failed("a comparison");
    }
  }

  private void members() {
    if (next("SELECT") || next("WITH")) {
      query(true);
    } else {
      list(this::value);
    }
  }

  private void tupleList() {
    tuple();
    took("NOT");
    need("IN");
    parenthesized(() -> {
      if (next("SELECT")) {
        query(true);
      } else {
        list(this::tuple);
      }
    });
  }

  private void tuple() {
    parenthesized(() -> {
      value();
      need(",");
      list(this::value);
    });
  }

  final void value() {
    do {
      product();
    } while (took("+") || took("-") || (!dialect.isSqlServer() && took("||")));
  }

  private void product() {
    do {
      while (took("-")) {}
      atom();
      if (took("COLLATE")) {
        name();
      }
    } while (took("*") || took("/") || (dialect.isSqlServer() && took("%")));
  }

  private void atom() {
    if (took(Kind.NUMBER) || took(Kind.TEXT) || took(Kind.PLACEHOLDER) || took("NULL")) {
      return;
    }
    if (took("CASE")) {
      chosen();
    } else if (took("CAST (")) {
      value();
      need("AS");
      type();
      need(")");
    } else if (next("(")) {
      parenthesized(this::inner);
    } else {
      path();
      if (next("(")) {
        call();
      }
    }
  }

  private void inner() {
    if (next("SELECT") || next("WITH")) {
      query(true);
    } else if (!dialect.hasTruthValues() || !tried(this::wholeCondition)) {
      value();
    }
  }

  private void wholeCondition() {
    condition();
    if (!next(")")) {
      throw failed(")");
    }
  }

  private void chosen() {
    boolean searched = next("WHEN");
    if (!searched) {
      value();
    }
    while (took("WHEN")) {
      if (searched) {
        condition();
      } else {
        value();
      }
      need("THEN");
      value();
    }
    if (took("ELSE")) {
      value();
    }
    need("END");
  }

  final void type() {
    do {
      name();
    } while (nextName());
    if (took("(")) {
      list(this::parameter);
      need(")");
    }
  }

  private void parameter() {
    if (!took(Kind.NUMBER)) {
      name();
    }
    took("CHAR");
  }

  private void call() {
    parenthesized(this::arguments);
    if (took("WITHIN GROUP")) {
      parenthesized(this::order);
    }
    if (took("OVER")) {
      parenthesized(this::window);
    }
  }

  private void arguments() {
    if (next(")") || took("*")) {
      return;
    }
    took("DISTINCT");
    list(this::value);
    if (!dialect.isSqlServer() && took("RETURNING")) {
      type();
    }
  }

  private void window() {
    if (took("PARTITION BY")) {
      list(this::value);
    }
    if (next("ORDER")) {
      order();
    }
    if (took("ROWS BETWEEN")) {
      bound();
      need("AND");
      bound();
    }
  }

  private void bound() {
    if (took("CURRENT ROW")) {
      return;
    }
    if (!took("UNBOUNDED")) {
      if (dialect.isSqlServer()) {
        need(Kind.NUMBER);
      } else {
        value();
      }
    }
    if (!took("PRECEDING")) {
      need("FOLLOWING");
    }
  }

  final void order() {
    need("ORDER BY");
    list(() -> {
      value();
      if (!took("ASC")) {
        took("DESC");
      }
      if (!dialect.isSqlServer() && !took("NULLS FIRST")) {
        took("NULLS LAST");
      }
    });
  }
}
