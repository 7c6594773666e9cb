package io.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.CoreError;
import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.sql.RandomExpressions.EmptyText;
import io.aludel.sql.grammar.NotInGrammar;
import io.aludel.sql.grammar.SqlToken;
import io.aludel.sql.grammar.StatementGrammar;
import io.aludel.sql.grammar.Unserved;
import io.aludel.sql.operator.JsonPath;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.StructuralKey;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements made by chance for databases of which no server can be had: what they are written as is read by a
 * grammar of the database's language and by a parser of others' making, and is the same with values written out.
 */
@Parity({"ORM-DIA-04", "ORM-DIA-05"})
class RandomWithoutServerTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 5_003L);
  private static final int COUNT = 150;
  private static final CompileOptions LITERAL = CompileOptions.of(CompileOptions.Values.LITERAL);

  private static final List<String> REFUSED_BY_ORACLE = List.of(
      "Cannot compile VALUES of several rows: oracle lacks MULTI_ROW_INSERT.",
      "Cannot compile RETURNING of an INSERT from a query: Oracle gives rows back from an INSERT of"
          + " values only.",
      "Cannot compile RETURNING of an upsert: Oracle gives rows back from an INSERT of values only.");

  private static final List<String> REFUSED_BY_SQL_SERVER = List.of(
      "Cannot compile the frame of a window: SQL Server takes no parameter for its distance.");

  private static List<Executable> statements(Unserved database) {
    Dialect dialect = database.dialect();
    EmptyText empty = database.isSqlServer() ? EmptyText.KEPT : EmptyText.NULL;
    List<Executable> statements = new ArrayList<>();
    for (long seed = SEED; seed < SEED + COUNT; seed++) {
      statements.add(new RandomQueries(dialect, seed, seed, empty).query(3).query());
      statements.add(new RandomQueries(dialect, seed, seed, empty).ordered(1).query());
      Executable write = RandomWrites.write(dialect, seed, empty).statement();
      statements.add(write);
      Executable returning = RandomWrites.returning(dialect, write, new RandomExpressions(seed));
      if (returning != null) {
        statements.add(returning);
      }
    }
    return statements;
  }

  private static @Nullable CompiledStatement compiled(
      Unserved database,
      Executable statement,
      CompileOptions options,
      Map<String, Integer> refused) {
    try {
      return database.dialect().compile(statement.statementNode(), options);
    } catch (CompileException refusal) {
      assertThat(refusal.code()).isEqualTo(CoreError.CANNOT_COMPILE);
      refused.merge(refusal.getMessage().replaceAll("(?s)(?<=\\.) .*", ""), 1, Integer::sum);
      return null;
    }
  }

  private static @Nullable Object[] values(Executable statement) {
    return statement.statementNode().keyed().values();
  }

  @ParameterizedTest
  @EnumSource
  void statements_byChance_areOfTheLanguage(Unserved database) throws JSQLParserException {
    Map<String, Integer> refused = new TreeMap<>();
    int written = 0;
    for (CompileOptions options : List.of(CompileOptions.NONE, LITERAL)) {
      for (Executable statement : statements(database)) {
        CompiledStatement compiled = compiled(database, statement, options, refused);
        if (compiled != null) {
          String sql = compiled.sql(values(statement));
          StatementGrammar.check(database, sql);
          if (statement instanceof Query<?>) {
            CCJSqlParserUtil.parse(
                sql, parser -> parser.withSquareBracketQuotation(database.isSqlServer()));
          }
          written++;
        }
      }
    }
    assertThat(refused)
        .containsOnlyKeys(database.isSqlServer() ? REFUSED_BY_SQL_SERVER : REFUSED_BY_ORACLE);
    assertThat(refused.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(written / 7);
    assertThat(written).isGreaterThan(6 * COUNT);
  }

  /** Each placeholder stands for the value that is written there otherwise, and there are no others. */
  @ParameterizedTest
  @EnumSource
  void placeholders_byChance_standForTheirValues(Unserved database) {
    for (Executable statement : statements(database)) {
      CompiledStatement bound = compiled(database, statement, CompileOptions.NONE, new HashMap<>());
      CompiledStatement written = compiled(database, statement, LITERAL, new HashMap<>());
      if (bound == null || written == null) {
        assertThat(bound).isSameAs(written);
        continue;
      }
      @Nullable Object[] values = values(statement);
      List<@Nullable Object> arguments = bound.arguments(values);
      List<SqlToken> filled = new ArrayList<>();
      int taken = 0;
      for (SqlToken token : database.tokens(bound.sql(values))) {
        boolean value = token.kind() == SqlToken.Kind.PLACEHOLDER && taken < arguments.size();
        filled.addAll(value ? database.tokens(literal(arguments.get(taken++))) : List.of(token));
      }
      assertThat(taken).isEqualTo(arguments.size());
      assertThat(shape(filled)).isEqualTo(shape(database.tokens(written.sql(values))));
      assertThat(written.arguments(values)).isEmpty();
    }
  }

  private static String literal(@Nullable Object value) {
    if (value instanceof JsonPath path) {
      return "'" + path.standard(String::valueOf) + "'";
    }
    return value instanceof String text
        ? "'" + text.replace("'", "''") + "'"
        : String.valueOf(value).replace("null", "NULL");
  }

  /**
   * Tokens as text, without parentheses, which negative numbers have, and without members that follow
   * themselves: lists are filled up with their last one.
   */
  private static String shape(List<SqlToken> tokens) {
    String text = tokens.stream()
        .filter(token -> !token.text().equals("(") && !token.text().equals(")"))
        .map(SqlToken::toString)
        .collect(Collectors.joining("\n"));
    return text.replaceAll(
        "(\nSYMBOL ,(?:\nSYMBOL -)?\n[^\n]*(?:\nSYMBOL ,(?:\nSYMBOL -)?\n[^\n]*)?)\\1+", "$1");
  }

  @ParameterizedTest
  @EnumSource
  void keys_byChance_areEqualIfAndOnlyIfTheSqlIs(Unserved database) {
    Map<StructuralKey, List<Object>> byKey = new HashMap<>();
    Map<List<Object>, StructuralKey> bySql = new HashMap<>();
    for (Executable statement : statements(database)) {
      CompiledStatement compiled =
          compiled(database, statement, CompileOptions.NONE, new HashMap<>());
      if (compiled == null) {
        continue;
      }
      StatementNode node = statement.statementNode();
      StructuralKey key = node.keyed().key();
      List<Object> parts = RandomQueryTest.compiled(database.dialect(), node);
      assertThat(bySql.computeIfAbsent(parts, sql -> key))
          .as("keys of one SQL: %s", parts.get(0))
          .isEqualTo(key);
      List<Object> same = byKey.putIfAbsent(key, parts);
      if (same != null && compiled.isFixed()) {
        assertThat(parts).isEqualTo(same);
      }
    }
    assertThat(byKey.size()).isGreaterThan(COUNT);
  }

  /** What another database would have, or SQL with a parenthesis too few, is not of the language. */
  @ParameterizedTest
  @EnumSource
  void grammar_refusesWhatIsOfAnother(Unserved database) {
    List<String> wrong = new ArrayList<>(List.of(
        "SELECT a FROM t LIMIT 1",
        "SELECT a FROM t WHERE (a = 1",
        "SELECT a FROM t WHERE a = 1)",
        "SELECT a FROM t WHERE a ILIKE 'x'",
        "SELECT a FROM t; DROP TABLE t",
        "SELECT a FROM t WHERE a IS NOT DISTINCT FROM 1"));
    wrong.addAll(
        database.isSqlServer()
            ? List.of(
                "SELECT a || 'x' AS b FROM t",
                "SELECT a FROM t u",
                "SELECT a FROM t WHERE a IN (SELECT b FROM u ORDER BY b)",
                "SELECT a FROM t FETCH FIRST 1 ROWS ONLY",
                "SELECT a FROM (SELECT a FROM t)",
                "SELECT a FROM t WHERE (a, b) IN ((1, 2))",
                "SELECT a FROM t MINUS SELECT a FROM u",
                "SELECT a FROM t WHERE a IN (WITH c AS (SELECT 1 AS b) SELECT b FROM c)")
            : List.of(
                "SELECT 1",
                "SELECT a FROM t AS u",
                "SELECT a % 2 AS b FROM t",
                "SELECT TOP (1) a FROM t",
                "SELECT a FROM t EXCEPT SELECT a FROM u",
                "SELECT a FROM (VALUES (1)) v"));
    if (!database.hasTruthValues()) {
      wrong.add("SELECT a FROM t WHERE b");
      wrong.add("SELECT (a = 1) AS b FROM t");
      wrong.add("SELECT a FROM t WHERE (a = 1) = (b = 1)");
    }
    for (String sql : wrong) {
      assertThatThrownBy(() -> StatementGrammar.check(database, sql))
          .as(sql)
          .isInstanceOf(NotInGrammar.class);
    }
  }
}
