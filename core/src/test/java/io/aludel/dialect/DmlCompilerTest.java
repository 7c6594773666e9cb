package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POSTS;
import static io.aludel.dialect.Blog.SCORE;
import static io.aludel.dialect.Blog.TITLE;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.Alias;
import io.aludel.sql.Insert;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DmlCompilerTest {
  @Nested
  class Inserts {
    @Test
    void values_oneRow_namesItsColumns() {
      Spelling.of(insert(USERS).values(row("id", 1, "name", "x")))
          .is("INSERT INTO users (id, name) VALUES (?, ?)")
          .check();
      Spelling.of(insert(USERS).set(USER_ID, 1).set(NAME, "x"))
          .is("INSERT INTO users (id, name) VALUES (?, ?)")
          .check();
    }

    @Test
    void values_expression_getsParentheses() {
      Spelling.of(insert(USERS).values(row("id", literal(1).plus(2), "name", literalColumn("'q'"))))
          .is("INSERT INTO users (id, name) VALUES ((? + ?), 'q')")
          .check();
    }

    @Test
    void values_severalRows_areOneStatement() {
      Insert statement =
          insert(USERS).values(row("id", 1, "name", "x"), row("name", null, "id", 2));

      Spelling.of(statement)
          .is("INSERT INTO users (id, name) VALUES (?, ?), (?, ?)")
          .check();
      assertThat(statement.statementNode().keyed().values()).containsExactly(1, "x", 2, null);
    }

    @Test
    void values_otherColumnsInAnotherRow_areRefused() {
      assertThatThrownBy(() -> insert(USERS).values(row("id", 1), row("name", "x")))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("the first row has the columns")
          .hasMessageEndingWith("[SQL-104]");
    }

    @Test
    void values_map_isARow() {
      Spelling.of(insert(USERS).values(io.aludel.sql.NewRow.of(Map.of("id", 1))))
          .is("INSERT INTO users (id) VALUES (?)")
          .check();
    }

    @Test
    void values_unknownColumn_namesThoseThereAre() {
      assertThatThrownBy(() -> insert(POSTS).values(row("nope", 1)))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("'nope'")
          .hasMessageContaining("[id, user_id, title]");
    }

    @Test
    void columns_named_areParameters() {
      CompiledStatement compiled =
          Spelling.compiled("postgresql", insert(USERS).columns("name", "id"));

      assertThat(compiled.sql(new Object[0]))
          .isEqualTo("INSERT INTO users (name, id) VALUES (?, ?)");
      assertThat(compiled.parameters()).isEqualTo(Map.of("name", 0, "id", 1));
      assertThat(compiled.slotCount()).isEqualTo(2);
    }

    @Test
    void noValues_defaults_areSpelledByDialect() {
      Spelling.of(insert(USERS))
          .is("INSERT INTO users DEFAULT VALUES")
          .on("mysql mariadb", "INSERT INTO users () VALUES ()")
          .check();
    }

    @Test
    void fromSelect_query_followsTheColumns() {
      Spelling.of(insert(POSTS)
              .fromSelect(List.of("user_id", "title"), select(USER_ID, NAME).where(AGE.gt(1))))
          .is("INSERT INTO posts (user_id, title) SELECT users.id, users.name FROM users WHERE"
              + " users.age > ?")
          .check();
      Spelling.of(insert(POSTS).fromSelect(List.of("user_id"), select(USER_ID, NAME)))
          .refusedOn("sqlite", "it writes 1 columns and the query gives 2")
          .check();
    }

    @Test
    void returning_dialects_haveTheirForms() {
      Spelling.of(
              insert(USERS).values(row("id", 1)).returning(USER_ID, AGE.plus(1).as("next")))
          .is("INSERT INTO users (id) VALUES (?) RETURNING users.id, users.age + ? AS next")
          .on("sqlite", "INSERT INTO users (id) VALUES (?) RETURNING id, age + ? AS next")
          .on(
              "h2",
              "SELECT id, age + ? AS next FROM FINAL TABLE (INSERT INTO users (id) VALUES (?))")
          .refusedOn("mysql", "lacks INSERT_RETURNING")
          .check();
    }

    @Test
    void returning_h2_bindsInTheOrderOfTheSql() {
      CompiledStatement compiled =
          Spelling.compiled("h2", insert(USERS).values(row("id", 7)).returning(AGE.plus(1)));

      assertThat(compiled.placeholders()).extracting(Placeholder::slot).containsExactly(1, 0);
    }
  }

  @Nested
  class Updates {
    @Test
    void set_values_standInTheirOrder() {
      Spelling.of(update(USERS)
              .set(NAME, "x")
              .set(SCORE, SCORE.plus(BigDecimal.ONE))
              .setNull(AGE)
              .where(USER_ID.eq(1)))
          .is("UPDATE users SET name = ?, score = (users.score + ?), age = ? WHERE users.id = ?")
          .check();
    }

    @Test
    void set_again_replacesTheValue() {
      assertThat(update(USERS)
              .set(NAME, "x")
              .set(AGE, 1)
              .set(NAME, "y")
              .statementNode()
              .keyed()
              .values())
          .containsExactly("y", 1);
    }

    @Test
    void set_nothing_isRefused() {
      Spelling.of(update(USERS).where(USER_ID.eq(1)))
          .refusedOn(
              "sqlite h2 postgresql mysql", "Cannot compile UPDATE of 'users': it sets nothing")
          .check();
    }

    @Test
    void set_columnOfAnotherTable_isRefused() {
      Spelling.of(update(USERS).set(TITLE, "x"))
          .refusedOn("postgresql sqlite h2", "it is none of 'users'")
          .check();
      Spelling.of(update(USERS).set(NAME, "x").set(TITLE, "y").where(AUTHOR.eq(USER_ID)))
          .on(
              "mysql mariadb",
              "UPDATE users, posts SET users.name = ?, posts.title = ? WHERE posts.user_id ="
                  + " users.id")
          .check();
    }

    @Test
    void furtherTables_dialects_haveTheirForms() {
      Spelling.of(update(USERS).set(NAME, TITLE).where(USER_ID.eq(AUTHOR)))
          .is("UPDATE users SET name = posts.title FROM posts WHERE users.id = posts.user_id")
          .on(
              "mysql mariadb",
              "UPDATE users, posts SET users.name = posts.title WHERE users.id = posts.user_id")
          .refusedOn("h2", "lacks MULTI_TABLE_UPDATE")
          .check();
    }

    @Test
    void alias_target_isNamedInUpdate() {
      Alias other = USERS.as("o");

      Spelling.of(update(other).set(other.c(AGE), 3).where(other.c(USER_ID).eq(2)))
          .is("UPDATE users AS o SET age = ? WHERE o.id = ?")
          .check();
    }

    @Test
    void returning_dialects_haveTheirForms() {
      Spelling.of(update(USERS).set(AGE, 3).returning(NAME))
          .is("UPDATE users SET age = ? RETURNING users.name")
          .on("sqlite", "UPDATE users SET age = ? RETURNING name")
          .on("h2", "SELECT name FROM FINAL TABLE (UPDATE users SET age = ?)")
          .refusedOn("mysql mariadb", "lacks UPDATE_RETURNING")
          .check();
    }
  }

  @Nested
  class Deletes {
    @Test
    void where_conditions_choose() {
      Spelling.of(delete(USERS).where(AGE.lt(3), NAME.like("x")))
          .is("DELETE FROM users WHERE users.age < ? AND users.name LIKE ?")
          .check();
      Spelling.of(delete(USERS)).is("DELETE FROM users").check();
    }

    @Test
    void furtherTables_dialects_haveTheirForms() {
      Spelling.of(delete(USERS).where(USER_ID.eq(AUTHOR)))
          .on("postgresql", "DELETE FROM users USING posts WHERE users.id = posts.user_id")
          .on(
              "mysql mariadb",
              "DELETE FROM users USING users, posts WHERE users.id = posts.user_id")
          .refusedOn("sqlite h2", "lacks MULTI_TABLE_DELETE")
          .check();
    }

    @Test
    void returning_dialects_haveTheirForms() {
      Spelling.of(delete(USERS).where(AGE.lt(3)).returning(USER_ID))
          .is("DELETE FROM users WHERE users.age < ? RETURNING users.id")
          .on("sqlite", "DELETE FROM users WHERE users.age < ? RETURNING id")
          .on("h2", "SELECT id FROM OLD TABLE (DELETE FROM users WHERE users.age < ?)")
          .refusedOn("mysql", "lacks DELETE_RETURNING")
          .check();
    }
  }
}
