package io.aludel.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.sql.Executable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one statement is in each dialect, said once for all and then where some differ. */
final class DialectSpelling {
  private static final List<String> NAMES =
      List.of("sqlite", "h2", "postgresql", "mysql", "mariadb");

  private final Executable statement;
  private final Map<String, String> expected = new LinkedHashMap<>();

  private DialectSpelling(Executable statement) {
    this.statement = statement;
  }

  static DialectSpelling of(Executable statement) {
    return new DialectSpelling(statement);
  }

  DialectSpelling is(String sql) {
    NAMES.forEach(name -> expected.put(name, sql));
    return this;
  }

  DialectSpelling on(String names, String sql) {
    Arrays.stream(names.split(" ")).forEach(name -> expected.put(name, sql));
    return this;
  }

  /** Says that a dialect refuses, with a message that contains these words. */
  DialectSpelling refusedOn(String names, String words) {
    return on(names, "refused: " + words);
  }

  void check() {
    Map<String, String> found = new LinkedHashMap<>();
    expected.forEach((name, sql) -> found.put(name, actual(name, sql)));
    assertThat(found).isEqualTo(expected);
  }

  private String actual(String name, String wanted) {
    try {
      return sql(name, statement);
    } catch (CompileException refused) {
      String words = wanted.replace("refused: ", "");
      return refused.getMessage().contains(words) ? "refused: " + words : refused.getMessage();
    }
  }

  static String sql(String dialect, Executable statement) {
    return compiled(dialect, statement).sql(statement.statementNode().keyed().values());
  }

  static CompiledStatement compiled(String dialect, Executable statement) {
    return dialect(dialect).compile(statement.statementNode(), CompileOptions.NONE);
  }

  static Dialect dialect(String name) {
    return Dialects.all().stream()
        .filter(dialect -> dialect.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
