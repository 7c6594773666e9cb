package io.aludel.dialect;

import static io.aludel.dialect.Blog.ACTIVE;
import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.BORN;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POST_ID;
import static io.aludel.dialect.Blog.TITLE;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.Alias;
import io.aludel.sql.Values;
import io.aludel.sql.tree.construct.ExtractNode.Field;
import io.aludel.types.SqlTypes;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ConstructCompilerTest {
  @Nested
  class Tuples {
    @Test
    void tuple_compared_standsInParentheses() {
      Spelling.of(select(USER_ID).where(tuple(USER_ID, NAME).eq(List.of(1, "a"))))
          .on(
              "sqlite postgresql mysql mariadb",
              "SELECT users.id FROM users WHERE (users.id, users.name) = (?, ?)")
          .check();
      Spelling.of(select(USER_ID).where(tuple(USER_ID, NAME).gt(tuple(POST_ID, TITLE))))
          .is("SELECT users.id FROM users, posts WHERE (users.id, users.name) > (posts.id,"
              + " posts.title)")
          .check();
    }

    @Test
    void tuple_inLists_areExpandedWhenTheyRun() throws SQLException {
      var statement = select(USER_ID)
          .where(tuple(USER_ID, NAME).in(List.of(1, "a"), List.of(2, "b"), List.of(3, "c")));
      RecordingStatement recorded = new RecordingStatement();
      Spelling.compiled("postgresql", statement)
          .bind(recorded.proxy(), statement.statementNode().keyed().values());

      Spelling.of(statement)
          .is("SELECT users.id FROM users WHERE (users.id, users.name) IN ((?, ?), (?, ?), (?, ?),"
              + " (?, ?))")
          .on(
              "sqlite",
              "SELECT users.id FROM users WHERE (users.id, users.name) IN (VALUES (?, ?), (?, ?),"
                  + " (?, ?), (?, ?))")
          .check();
      assertThat(recorded.bound()).containsExactly(1, "a", 2, "b", 3, "c", 3, "c");
      assertThat(statement.statementNode().keyed().key())
          .isEqualTo(select(USER_ID)
              .where(tuple(USER_ID, NAME).in(List.of(List.of(4, "d"))))
              .statementNode()
              .keyed()
              .key());
    }

    @Test
    void tuple_inNothing_isFalse() {
      Spelling.of(select(USER_ID).where(tuple(USER_ID, NAME).in(List.of())))
          .is("SELECT users.id FROM users WHERE (users.id, users.name) IN ((NULL, NULL)) AND (1 !="
              + " 1)")
          .on(
              "sqlite",
              "SELECT users.id FROM users WHERE (users.id, users.name) IN (VALUES (NULL, NULL)) AND"
                  + " (1 != 1)")
          .check();
    }

    @Test
    void tuple_inRowsOfAQuery_isSpelt() {
      Spelling.of(select(USER_ID).where(tuple(USER_ID, NAME).inRows(select(POST_ID, TITLE))))
          .is("SELECT users.id FROM users WHERE (users.id, users.name) IN (SELECT posts.id,"
              + " posts.title FROM posts)")
          .check();
    }

    @Test
    void tuple_ofAnotherSize_isRefused() {
      assertThatThrownBy(() -> tuple(USER_ID, NAME).eq(List.of(1)))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("a tuple of 2 values: a list of 1 was given");
      assertThatThrownBy(() -> tuple(USER_ID, NAME).in(List.of("x", "y")))
          .hasMessageContaining("holds values of Integer");
    }
  }

  @Nested
  class Quantified {
    @Test
    void anyAndAll_queries_needTheCapability() {
      Spelling.of(select(USER_ID).where(USER_ID.eq(select(AUTHOR).asAny())))
          .is("SELECT users.id FROM users WHERE users.id = ANY (SELECT posts.user_id FROM posts)")
          .refusedOn("sqlite", "lacks QUANTIFIED_QUERIES")
          .check();
      Spelling.of(select(USER_ID).where(USER_ID.gt(select(AUTHOR).asAll())))
          .on(
              "postgresql h2 mysql mariadb",
              "SELECT users.id FROM users WHERE users.id > ALL (SELECT posts.user_id FROM posts)")
          .check();
    }
  }

  @Nested
  class Sources {
    @Test
    void lateral_subquery_refersToWhatStandsBefore() {
      Alias latest = select(TITLE).where(AUTHOR.eq(USER_ID)).limit(1).lateral("latest");

      Spelling.of(select(NAME, latest.c("title")).from(USERS.join(latest, trueCondition())))
          .on(
              "postgresql",
              "SELECT users.name, latest.title FROM users JOIN LATERAL (SELECT posts.title AS title"
                  + " FROM posts WHERE posts.user_id = users.id LIMIT ?) AS latest ON true")
          .on(
              "mysql",
              "SELECT users.name, latest.title FROM users JOIN LATERAL (SELECT posts.title AS title"
                  + " FROM posts WHERE posts.user_id = users.id LIMIT ?) AS latest ON 1 = 1")
          .refusedOn("sqlite h2 mariadb", "lacks LATERAL")
          .check();
    }

    @Test
    void values_dialects_nameTheirColumns() {
      Values rows = values(named("id", SqlTypes.INTEGER), named("name", SqlTypes.STRING))
          .row(1, "a")
          .row(2, null);
      Alias v = rows.as("v");

      Spelling.of(select(v.c("id"), v.c("name")))
          .on("postgresql", "SELECT v.id, v.name FROM (VALUES (?, ?), (?, ?)) AS v (id, name)")
          .on(
              "sqlite",
              "SELECT v.id, v.name FROM (SELECT column1 AS id, column2 AS name FROM (VALUES (?, ?),"
                  + " (?, ?))) AS v")
          .on(
              "h2",
              "SELECT v.id, v.name FROM (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR)),"
                  + " (CAST(? AS INTEGER), CAST(? AS VARCHAR))) AS v (id, name)")
          .on(
              "mysql mariadb",
              "SELECT v.id, v.name FROM (SELECT ? AS id, ? AS name UNION ALL SELECT ?, ?) AS v")
          .check();
      Spelling.of(select(rows.cte("c").c("name")))
          .on(
              "sqlite postgresql mariadb",
              "WITH c(id, name) AS (VALUES (?, ?), (?, ?)) SELECT c.name FROM c")
          .on("mysql", "WITH c(id, name) AS (VALUES ROW(?, ?), ROW(?, ?)) SELECT c.name FROM c")
          .check();
    }

    @Test
    void values_wrong_areRefused() {
      Values rows = values(named("id", SqlTypes.INTEGER));

      assertThatThrownBy(() -> rows.row(1, 2)).hasMessageContaining("it has 2 values");
      assertThatThrownBy(() -> rows.row("x")).hasMessageContaining("holds values of Integer");
      assertThatThrownBy(rows::statementNode).hasMessageContaining("they have no row");
      assertThatThrownBy(() -> values(AGE)).hasMessageContaining("no name of a column");
    }

    @Test
    void sample_table_needsTheCapability() {
      Alias s = USERS.sample("s", func.call("bernoulli", SqlTypes.UNKNOWN, 10), func.random());

      Spelling.of(select(s.c("id")))
          .on(
              "postgresql",
              "SELECT s.id FROM users AS s TABLESAMPLE bernoulli(?) REPEATABLE (random())")
          .refusedOn("sqlite h2 mysql mariadb", "lacks TABLE_SAMPLE")
          .check();
    }

    @Test
    void tableFunctions_styles_areSpelt() {
      var series = func.call("generate_series", SqlTypes.INTEGER, 1, 5);
      Alias g = series.asTable("g", named("value", SqlTypes.INTEGER));

      Spelling.of(select(g.c("value")))
          .on("postgresql", "SELECT g.value FROM generate_series(?, ?) AS g(value)")
          .on("sqlite mysql", "SELECT g.value FROM generate_series(?, ?) AS g")
          .check();
      Alias numbered = func.call("unnest", SqlTypes.INTEGER, NAME)
          .asNumberedTable("n", named("x", SqlTypes.INTEGER), named("ord", SqlTypes.BIGINT));
      Spelling.of(select(numbered.c("x"), numbered.c("ord")))
          .on(
              "postgresql",
              "SELECT n.x, n.ord FROM unnest(users.name) WITH ORDINALITY AS n(x, ord)")
          .check();
      Alias typed = func.call("json_to_recordset", SqlTypes.UNKNOWN, "[]")
          .asTypedTable("r", named("a", SqlTypes.INTEGER), named("b", SqlTypes.STRING));
      Spelling.of(select(typed.c("a"), typed.c("b")))
          .on("postgresql", "SELECT r.a, r.b FROM json_to_recordset(?) AS r(a INTEGER, b VARCHAR)")
          .check();
      Spelling.of(select(series.asColumn("x")))
          .on("postgresql sqlite", "SELECT x FROM generate_series(?, ?) AS x")
          .check();
      Spelling.of(
              select(func.call("jsonb_each", SqlTypes.UNKNOWN, "{}").field("key", SqlTypes.STRING)))
          .on("postgresql", "SELECT (jsonb_each(?)).key AS anon_1")
          .check();
      Alias each = func.call("generate_series", SqlTypes.INTEGER, literal(1), AGE)
          .asTable("l", named("v", SqlTypes.INTEGER))
          .lateral();
      Spelling.of(select(USER_ID, each.c("v")))
          .on(
              "postgresql",
              "SELECT users.id, l.v FROM users, LATERAL generate_series(?, users.age) AS l(v)")
          .check();
    }
  }

  @Nested
  class Operators {
    @Test
    void collate_text_isQuotedWhereItMust() {
      Spelling.of(select(NAME)
              .where(NAME.collate("de_DE").eq("x"))
              .orderBy(NAME.collate("c").desc()))
          .on(
              "sqlite postgresql",
              "SELECT users.name FROM users WHERE (users.name COLLATE \"de_DE\") = ? ORDER BY"
                  + " users.name COLLATE c DESC")
          .on(
              "mysql mariadb",
              "SELECT users.name FROM users WHERE (users.name COLLATE `de_DE`) = ? ORDER BY"
                  + " users.name COLLATE c DESC")
          .refusedOn("h2", "lacks COLLATIONS")
          .check();
    }

    @Test
    void op_custom_standsInParenthesesAmongOthers() {
      Spelling.of(select(
                  NAME.op("->>", "a", SqlTypes.STRING).as("a"),
                  AGE.op("&", 3, SqlTypes.INTEGER).plus(1).as("b"))
              .where(NAME.test("@@", "x"), AGE.plus(1).test("<<", 3)))
          .on(
              "sqlite postgresql mysql",
              "SELECT users.name ->> ? AS a, (users.age & ?) + ? AS b FROM users WHERE users.name @@"
                  + " ? AND (users.age + ?) << ?")
          .check();
    }

    @Test
    void op_thatIsNoOperator_isRefused() {
      for (String text : List.of("; drop table x --", "= 1 or", "--", "/*", "'", "a(", "")) {
        assertThatThrownBy(() -> AGE.op(text, 1, SqlTypes.INTEGER))
            .isInstanceOf(ArgumentException.class);
      }
    }

    @Test
    void bits_dialects_haveTheirForms() {
      Spelling.of(select(
                  AGE.bitAnd(3).as("a"),
                  AGE.bitOr(1).as("o"),
                  AGE.bitXor(1).as("x"),
                  AGE.bitNot().as("n"),
                  AGE.shiftLeft(2).as("l"),
                  AGE.shiftRight(2).as("r"))
              .where(AGE.bitAnd(1).eq(1)))
          .on(
              "postgresql",
              "SELECT users.age & ? AS a, users.age | ? AS o, users.age # ? AS x, ~users.age AS n,"
                  + " users.age << ? AS l, users.age >> ? AS r FROM users WHERE users.age & ? = ?")
          .on(
              "mysql mariadb",
              "SELECT users.age & ? AS a, users.age | ? AS o, users.age ^ ? AS x, ~users.age AS n,"
                  + " users.age << ? AS l, users.age >> ? AS r FROM users WHERE users.age & ? = ?")
          .on(
              "sqlite",
              "SELECT users.age & ? AS a, users.age | ? AS o, ((users.age | ?) - (users.age & ?)) AS"
                  + " x, ~users.age AS n, users.age << ? AS l, users.age >> ? AS r FROM users WHERE"
                  + " users.age & ? = ?")
          .check();
    }

    @Test
    void regexp_dialects_haveTheirForms() {
      Spelling.of(select(USER_ID)
              .where(NAME.matches("^a"), NAME.matches("b").not(), NAME.matches("c", "i")))
          .on(
              "postgresql",
              "SELECT users.id FROM users WHERE users.name ~ ? AND users.name !~ ? AND users.name ~*"
                  + " ?")
          .on(
              "mysql",
              "SELECT users.id FROM users WHERE users.name REGEXP ? AND users.name NOT REGEXP ? AND"
                  + " REGEXP_LIKE(users.name, ?, 'i')")
          .on(
              "mariadb",
              "SELECT users.id FROM users WHERE users.name REGEXP ? AND users.name NOT REGEXP ? AND"
                  + " users.name REGEXP CONCAT('(?i)', ?)")
          .refusedOn("sqlite", "lacks REGULAR_EXPRESSIONS")
          .check();
      Spelling.of(select(NAME.replaceMatches("a", "b", "").as("x")))
          .on("postgresql mysql mariadb", "SELECT REGEXP_REPLACE(users.name, ?, ?) AS x FROM users")
          .refusedOn("sqlite", "lacks REGULAR_REPLACEMENT")
          .check();
      Spelling.of(select(NAME.replaceMatches("a", "b", "g").as("x")))
          .on("postgresql", "SELECT REGEXP_REPLACE(users.name, ?, ?, 'g') AS x FROM users")
          .on("mariadb", "SELECT REGEXP_REPLACE(users.name, CONCAT('(?g)', ?), ?) AS x FROM users")
          .check();
      assertThatThrownBy(() -> NAME.matches("a", "i'); --")).isInstanceOf(ArgumentException.class);
    }

    @Test
    void search_dialects_haveTheirForms() {
      Spelling.of(select(USER_ID).where(NAME.search("x"), ACTIVE.isTrue()))
          .on(
              "postgresql",
              "SELECT users.id FROM users WHERE users.name @@ plainto_tsquery(?) AND users.active"
                  + " IS true")
          .on(
              "mysql mariadb",
              "SELECT users.id FROM users WHERE MATCH (users.name) AGAINST (? IN BOOLEAN MODE) AND"
                  + " users.active IS true")
          .refusedOn("h2", "lacks TEXT_SEARCH")
          .check();
    }

    @Test
    void extract_dialects_haveTheirForms() {
      Spelling.of(select(
              extract(Field.YEAR, BORN).as("y"),
              extract(Field.DAY_OF_YEAR, BORN).as("d")))
          .on(
              "postgresql",
              "SELECT CAST(EXTRACT(year FROM users.born) AS INTEGER) AS y, CAST(EXTRACT(doy FROM"
                  + " users.born) AS INTEGER) AS d FROM users")
          .on(
              "sqlite",
              "SELECT CAST(STRFTIME('%Y', users.born) AS INTEGER) AS y, CAST(STRFTIME('%j',"
                  + " users.born) AS INTEGER) AS d FROM users")
          .on(
              "mysql mariadb",
              "SELECT EXTRACT(year FROM users.born) AS y, DAYOFYEAR(users.born) AS d FROM users")
          .check();
    }
  }
}
