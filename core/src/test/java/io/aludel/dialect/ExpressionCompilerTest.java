package io.aludel.dialect;

import static io.aludel.dialect.Blog.ACTIVE;
import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.COMMENT_ID;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POST_ID;
import static io.aludel.dialect.Blog.SCORE;
import static io.aludel.dialect.Blog.TITLE;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;

import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Expected texts are what the reference renders, save for what docs/design/statements.md lists. */
class ExpressionCompilerTest {
  private static Spelling where(Condition condition) {
    return Spelling.of(select(USER_ID).where(condition));
  }

  private static final String HEAD = "SELECT users.id FROM users WHERE ";

  private static Spelling value(Expression<?> expression) {
    return Spelling.of(select(expression.as("v")).from(USERS));
  }

  private static String selected(String text) {
    return "SELECT " + text + " AS v FROM users";
  }

  @Nested
  class Comparison {
    @Test
    void comparison_value_isBound() {
      where(AGE.eq(1)).is(HEAD + "users.age = ?").check();
      where(AGE.ne(1)).is(HEAD + "users.age != ?").check();
      where(AGE.lt(1)).is(HEAD + "users.age < ?").check();
      where(AGE.le(1)).is(HEAD + "users.age <= ?").check();
      where(AGE.gt(1)).is(HEAD + "users.age > ?").check();
      where(AGE.ge(1)).is(HEAD + "users.age >= ?").check();
    }

    @Test
    void comparison_null_isANullTest() {
      where(AGE.eq((Integer) null)).is(HEAD + "users.age IS NULL").check();
      where(AGE.ne((Expression<Integer>) null))
          .is(HEAD + "users.age IS NOT NULL")
          .check();
    }

    @Test
    void comparison_ofComparisons_getsParentheses() {
      where(AGE.gt(3).eq(USER_ID.gt(3)))
          .is(HEAD + "(users.age > ?) = (users.id > ?)")
          .check();
      where(AGE.isNull().eq(true))
          .is(HEAD + "(users.age IS NULL) = true")
          .on("sqlite", HEAD + "(users.age IS NULL) = 1")
          .check();
    }

    @Test
    void between_bounds_areOperands() {
      where(AGE.between(1, 2)).is(HEAD + "users.age BETWEEN ? AND ?").check();
      where(not(AGE.between(1, 2))).is(HEAD + "users.age NOT BETWEEN ? AND ?").check();
      where(AGE.plus(1).between(USER_ID, USER_ID.plus(1)))
          .is(HEAD + "users.age + ? BETWEEN users.id AND users.id + ?")
          .check();
    }

    @Test
    void distinct_eachDialect_hasItsOperator() {
      where(AGE.isDistinctFrom(5))
          .is(HEAD + "users.age IS DISTINCT FROM ?")
          .on("sqlite", HEAD + "users.age IS NOT ?")
          .on("mysql mariadb", HEAD + "NOT (users.age <=> ?)")
          .check();
      where(AGE.isDistinctFrom(5).not())
          .is(HEAD + "users.age IS NOT DISTINCT FROM ?")
          .on("sqlite", HEAD + "users.age IS ?")
          .on("mysql mariadb", HEAD + "users.age <=> ?")
          .check();
      where(AGE.isNotDistinctFrom((Integer) null))
          .is(HEAD + "users.age IS NOT DISTINCT FROM NULL")
          .on("sqlite", HEAD + "users.age IS NULL")
          .on("mysql mariadb", HEAD + "users.age <=> NULL")
          .check();
    }
  }

  @Nested
  class Truth {
    @Test
    void truth_bareColumn_isAConditionWhereThereAreTruthValues() {
      where(ACTIVE.asCondition())
          .is(HEAD + "users.active")
          .on("sqlite mysql mariadb", HEAD + "users.active = 1")
          .check();
      where(ACTIVE.not())
          .is(HEAD + "NOT users.active")
          .on("sqlite mysql mariadb", HEAD + "users.active = 0")
          .check();
      where(or(ACTIVE.asCondition(), AGE.gt(1)))
          .is(HEAD + "users.active OR users.age > ?")
          .on("sqlite mysql mariadb", HEAD + "users.active = 1 OR users.age > ?")
          .check();
    }

    @Test
    void truth_constant_isALiteral() {
      where(ACTIVE.eq(true))
          .is(HEAD + "users.active = true")
          .on("sqlite", HEAD + "users.active = 1")
          .check();
      where(ACTIVE.isFalse())
          .is(HEAD + "users.active IS false")
          .on("sqlite", HEAD + "users.active IS 0")
          .check();
      where(trueCondition())
          .is(HEAD + "true")
          .on("sqlite mysql mariadb", HEAD + "1 = 1")
          .check();
      where(falseCondition())
          .is(HEAD + "false")
          .on("sqlite mysql mariadb", HEAD + "0 = 1")
          .check();
    }

    @Test
    void conjunctions_nested_getParenthesesByPrecedence() {
      where(and(AGE.gt(3), or(USER_ID.gt(3), USER_ID.lt(1))))
          .is(HEAD + "users.age > ? AND (users.id > ? OR users.id < ?)")
          .check();
      where(or(and(AGE.gt(3), USER_ID.gt(3)), USER_ID.lt(1)))
          .is(HEAD + "users.age > ? AND users.id > ? OR users.id < ?")
          .check();
      where(not(and(AGE.gt(3), USER_ID.gt(3))))
          .is(HEAD + "NOT (users.age > ? AND users.id > ?)")
          .check();
    }

    @Test
    void not_comparison_isTheOpposite() {
      where(AGE.gt(3).not()).is(HEAD + "users.age <= ?").check();
      where(AGE.eq(3).not().not()).is(HEAD + "users.age = ?").check();
      where(AGE.isNull().not()).is(HEAD + "users.age IS NOT NULL").check();
      where(NAME.like("x").not()).is(HEAD + "users.name NOT LIKE ?").check();
    }
  }

  @Nested
  class Text {
    @Test
    void like_pattern_standsAsItIs() {
      where(NAME.like("a%")).is(HEAD + "users.name LIKE ?").check();
      where(NAME.notLike("a%")).is(HEAD + "users.name NOT LIKE ?").check();
      where(NAME.like("a%", '#')).is(HEAD + "users.name LIKE ? ESCAPE '#'").check();
      where(NAME.like(NAME.concat("%")))
          .is(HEAD + "users.name LIKE (users.name || ?)")
          .on("mysql mariadb", HEAD + "users.name LIKE concat(users.name, ?)")
          .check();
    }

    @Test
    void like_backslash_isALiteralOfTheDialect() {
      where(NAME.like("a", '\\'))
          .is(HEAD + "users.name LIKE ? ESCAPE '\\'")
          .on("mysql mariadb", HEAD + "users.name LIKE ? ESCAPE '\\\\'")
          .check();
    }

    @Test
    void ilike_withoutTheOperator_lowersBothSides() {
      where(NAME.ilike("A%"))
          .is(HEAD + "users.name ILIKE ?")
          .on("sqlite mysql mariadb", HEAD + "lower(users.name) LIKE lower(?)")
          .check();
      where(NAME.notIlike("A%"))
          .is(HEAD + "users.name NOT ILIKE ?")
          .on("sqlite mysql mariadb", HEAD + "lower(users.name) NOT LIKE lower(?)")
          .check();
    }

    @Test
    void piece_value_isEscapedAndWrapped() {
      where(NAME.contains("a%")).is(HEAD + "users.name LIKE ? ESCAPE '/'").check();
      where(NAME.startsWith("a")).is(HEAD + "users.name LIKE ? ESCAPE '/'").check();
      where(NAME.iendsWith("a"))
          .is(HEAD + "users.name ILIKE ? ESCAPE '/'")
          .on("sqlite mysql mariadb", HEAD + "lower(users.name) LIKE lower(?) ESCAPE '/'")
          .check();
    }

    @Test
    void piece_expression_isNotEscaped() {
      where(NAME.startsWith(TITLE))
          .is("SELECT users.id FROM users, posts WHERE (users.name LIKE posts.title || '%')")
          .on(
              "mysql mariadb",
              "SELECT users.id FROM users, posts"
                  + " WHERE (users.name LIKE concat(posts.title, '%'))")
          .check();
    }

    @Test
    void concat_chain_needsNoParentheses() {
      value(NAME.concat("x").concat(NAME.lower()))
          .is(selected("users.name || ? || lower(users.name)"))
          .on("mysql mariadb", selected("concat(users.name, ?, lower(users.name))"))
          .check();
      where(NAME.concat("x").like("y"))
          .is(HEAD + "(users.name || ?) LIKE ?")
          .on("mysql mariadb", HEAD + "concat(users.name, ?) LIKE ?")
          .check();
    }

    @Test
    void length_mysql_countsCharactersNotBytes() {
      value(NAME.length())
          .is(selected("length(users.name)"))
          .on("mysql mariadb", selected("char_length(users.name)"))
          .check();
    }
  }

  @Nested
  class Arithmetic {
    @Test
    void arithmetic_nested_getsParenthesesByPrecedence() {
      value(AGE.plus(1).times(2)).is(selected("(users.age + ?) * ?")).check();
      value(AGE.plus(AGE.times(2))).is(selected("users.age + users.age * ?")).check();
      value(AGE.minus(USER_ID.minus(1)))
          .is(selected("users.age - (users.id - ?)"))
          .check();
      value(AGE.minus(USER_ID).minus(1))
          .is(selected("(users.age - users.id) - ?"))
          .check();
      value(AGE.plus(USER_ID).plus(1)).is(selected("users.age + users.id + ?")).check();
      value(AGE.times(USER_ID.times(AGE)))
          .is(selected("users.age * users.id * users.age"))
          .check();
      value(AGE.modulo(2).modulo(3)).is(selected("(users.age % ?) % ?")).check();
    }

    @Test
    void negated_operand_getsParentheses() {
      value(AGE.negated()).is(selected("-users.age")).check();
      value(AGE.plus(1).negated()).is(selected("-(users.age + ?)")).check();
      value(AGE.negated().negated()).is(selected("-(-users.age)")).check();
    }

    @Test
    void dividedBy_wholeNumber_keepsTheFraction() {
      value(AGE.dividedBy(USER_ID))
          .is(selected("users.age / users.id"))
          .on("sqlite", selected("users.age / (users.id + 0.0)"))
          .on("postgresql", selected("users.age / CAST(users.id AS NUMERIC)"))
          .on("h2", selected("users.age / CAST(users.id AS DECFLOAT(40))"))
          .check();
      value(SCORE.dividedBy(BigDecimal.TEN)).is(selected("users.score / ?")).check();
      value(AGE.dividedBy(AGE.plus(1)))
          .is(selected("users.age / (users.age + ?)"))
          .on("sqlite", selected("users.age / (users.age + ? + 0.0)"))
          .on("postgresql", selected("users.age / CAST(users.age + ? AS NUMERIC)"))
          .on("h2", selected("users.age / CAST(users.age + ? AS DECFLOAT(40))"))
          .check();
    }

    @Test
    void dividedWholeBy_numbers_loseTheFraction() {
      value(AGE.dividedWholeBy(USER_ID))
          .is(selected("users.age / users.id"))
          .on("mysql mariadb", selected("FLOOR(users.age / users.id)"))
          .check();
      value(SCORE.dividedWholeBy(BigDecimal.TEN))
          .is(selected("FLOOR(users.score / ?)"))
          .check();
    }
  }

  @Nested
  class Lists {
    @Test
    void in_values_becomePlaceholdersOrOneArray() {
      where(AGE.in(1, 2))
          .is(HEAD + "users.age IN (?, ?)")
          .on("postgresql", HEAD + "users.age = ANY (?)")
          .check();
      where(AGE.notIn(List.of(1, 2)))
          .is(HEAD + "(users.age NOT IN (?, ?))")
          .on("postgresql", HEAD + "users.age != ALL (?)")
          .check();
    }

    @Test
    void in_noValues_isFalseWhateverTheColumn() {
      where(AGE.in())
          .is(HEAD + "users.age IN (NULL) AND (1 != 1)")
          .on("postgresql", HEAD + "users.age = ANY (?)")
          .check();
      where(AGE.notIn(List.of()))
          .is(HEAD + "(users.age NOT IN (NULL) OR (1 = 1))")
          .on("postgresql", HEAD + "users.age != ALL (?)")
          .check();
    }

    @Test
    void in_expressions_areListed() {
      where(AGE.in(List.of()).or(USER_ID.eq(1)))
          .on("sqlite", HEAD + "users.age IN (NULL) AND (1 != 1) OR users.id = ?")
          .check();
    }

    @Test
    void in_query_isASubquery() {
      where(AGE.in(select(POST_ID)))
          .is(HEAD + "users.age IN (SELECT posts.id FROM posts)")
          .check();
      where(AGE.notIn(select(POST_ID).union(select(COMMENT_ID))))
          .is(HEAD + "users.age NOT IN (SELECT posts.id FROM posts UNION SELECT comments.id FROM"
              + " comments)")
          .check();
    }
  }

  @Nested
  class Calls {
    @Test
    void functions_known_areCalled() {
      value(func.count()).is(selected("count(*)")).check();
      value(func.count(distinct(AGE))).is(selected("count(DISTINCT users.age)")).check();
      value(func.sum(AGE)).is(selected("sum(users.age)")).check();
      value(func.coalesce(NAME, "x")).is(selected("coalesce(users.name, ?)")).check();
      value(func.round(SCORE, 1)).is(selected("round(users.score, ?)")).check();
    }

    @Test
    void now_sqlite_isAKeyword() {
      value(func.now())
          .is(selected("now()"))
          .on("sqlite", selected("CURRENT_TIMESTAMP"))
          .check();
      value(func.currentDate()).is(selected("CURRENT_DATE")).check();
    }

    @Test
    void call_anyName_isQuotedOnlyIfItMustBe() {
      value(func.call("Left", SqlTypes.STRING, NAME, 3))
          .is(selected("Left(users.name, ?)"))
          .check();
      value(func.call("my pkg.fn", SqlTypes.STRING))
          .is(selected("\"my pkg\".fn()"))
          .on("mysql mariadb", selected("`my pkg`.fn()"))
          .check();
    }

    @Test
    void cast_type_isSpelledForCasts() {
      value(AGE.cast(SqlTypes.STRING(5)))
          .is(selected("CAST(users.age AS VARCHAR(5))"))
          .on("mysql mariadb", selected("CAST(users.age AS CHAR(5))"))
          .check();
      value(NAME.cast(SqlTypes.INTEGER))
          .is(selected("CAST(users.name AS INTEGER)"))
          .on("mysql mariadb", selected("CAST(users.name AS SIGNED INTEGER)"))
          .check();
      value(AGE.plus(1).readAs(SqlTypes.BIGINT)).is(selected("users.age + ?")).check();
    }

    @Test
    void case_conditions_standInParentheses() {
      value(caseWhen(AGE.gt(5), "old").when(AGE.gt(3), NAME).otherwise("new"))
          .is(selected(
              "CASE WHEN (users.age > ?) THEN ? WHEN (users.age > ?) THEN users.name ELSE ? END"))
          .on(
              "h2",
              selected("CASE WHEN (users.age > ?) THEN CAST(? AS VARCHAR) WHEN (users.age > ?) THEN"
                  + " users.name ELSE CAST(? AS VARCHAR) END"))
          .check();
      value(caseOf(AGE).when(1, 10).when(2, 20))
          .is(selected("CASE users.age WHEN ? THEN ? WHEN ? THEN ? END"))
          .on(
              "h2",
              selected(
                  "CASE users.age WHEN ? THEN CAST(? AS INTEGER) WHEN ? THEN CAST(? AS INTEGER) END"))
          .check();
    }

    @Test
    void literal_alone_tellsH2ItsType() {
      Spelling.of(select(literal("x"), literal(5), literalColumn("q")))
          .is("SELECT ? AS anon_1, ? AS anon_2, q")
          .on("h2", "SELECT CAST(? AS VARCHAR) AS anon_1, CAST(? AS INTEGER) AS anon_2, q")
          .check();
    }
  }
}
