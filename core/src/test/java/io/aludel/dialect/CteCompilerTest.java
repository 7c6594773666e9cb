package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POSTS;
import static io.aludel.dialect.Blog.POST_ID;
import static io.aludel.dialect.Blog.TITLE;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.sql.Cte;
import io.aludel.sql.Executable;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CteCompilerTest {
  private static final String ADULTS =
      "WITH adults AS (SELECT users.id AS id, users.name AS name FROM users WHERE users.age > ?) ";
  private final Cte adults = select(USER_ID, NAME).where(AGE.gt(5)).cte("adults");

  @Nested
  class Queries {
    @Test
    void cte_mentioned_standsBeforeTheStatement() {
      Spelling.of(select(adults.c("name")).where(adults.<Integer>c("id").eq(AUTHOR)))
          .is(ADULTS + "SELECT adults.name FROM adults, posts WHERE adults.id = posts.user_id")
          .check();
    }

    @Test
    void cte_aliasedAndTwice_standsOnce() {
      Spelling.of(select(adults.c("name"), adults.as("a2").c("id")))
          .is(ADULTS + "SELECT adults.name, a2.id FROM adults, adults AS a2")
          .check();
    }

    @Test
    void cte_withoutName_isNumbered() {
      Spelling.of(select(select(USER_ID).cte().c("id")))
          .is("WITH anon_1 AS (SELECT users.id AS id FROM users) SELECT anon_1.id FROM anon_1")
          .check();
    }

    @Test
    void cte_ofAnother_followsIt() {
      Spelling.of(select(select(adults.c("id")).cte("later").c("id")))
          .is(ADULTS.trim() + ", later AS (SELECT adults.id AS id FROM adults) SELECT later.id FROM"
              + " later")
          .check();
    }

    @Test
    void cte_inSubqueryAndUnion_standsBeforeTheWhole() {
      Spelling.of(select(POST_ID).where(AUTHOR.in(select(adults.<Integer>c("id")))))
          .is(ADULTS + "SELECT posts.id FROM posts WHERE posts.user_id IN (SELECT adults.id FROM"
              + " adults)")
          .check();
      Spelling.of(select(adults.c("id")).union(select(POST_ID)))
          .is(ADULTS + "SELECT adults.id FROM adults UNION SELECT posts.id FROM posts")
          .check();
    }

    @Test
    void cte_nesting_standsInTheQueryThatUsesIt() {
      Cte inner = select(USER_ID).cte("inn").nesting();

      Spelling.of(select(select(inner.c("id")).cte("outt").c("id")))
          .is(
              "WITH outt AS (WITH inn AS (SELECT users.id AS id FROM users) SELECT inn.id AS id FROM"
                  + " inn) SELECT outt.id FROM outt")
          .check();
      Spelling.of(select(select(inner.c("id")).as("s").c("id")))
          .is("SELECT s.id FROM (WITH inn AS (SELECT users.id AS id FROM users) SELECT inn.id AS id"
              + " FROM inn) AS s")
          .check();
    }

    @Test
    void cte_wordsAround_standAtTheParenthesis() {
      Cte words = select(USER_ID)
          .cte("m")
          .prefix("MATERIALIZED")
          .suffix("SEARCH DEPTH FIRST BY id SET o")
          .columns("key");

      Spelling.of(select(words.c("id")))
          .on(
              "postgresql",
              "WITH m(key) AS MATERIALIZED (SELECT users.id AS id FROM users) SEARCH DEPTH FIRST BY"
                  + " id SET o SELECT m.key FROM m")
          .check();
    }

    @Test
    void cte_correlation_isNone() {
      Cte all = select(USER_ID).cte("everybody");

      Spelling.of(select(USER_ID).where(select(all.c("id")).exists()))
          .is(
              "WITH everybody AS (SELECT users.id AS id FROM users) SELECT users.id FROM users WHERE"
                  + " EXISTS (SELECT everybody.id FROM everybody)")
          .check();
    }

    @Test
    void cte_sameNameTwice_isRefused() {
      Cte other = select(POST_ID).cte("adults");

      assertThatThrownBy(() -> Spelling.sql("sqlite", select(adults.c("id"), other.c("id"))))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("another one has that name");
    }

    @Test
    void cte_joined_findsForeignKeys() {
      Spelling.of(select(TITLE).join(adults))
          .is(ADULTS + "SELECT posts.title FROM posts JOIN adults ON adults.id = posts.user_id")
          .check();
    }

    @Test
    void cte_ofText_isWrittenAsItStands() {
      Cte named = text("select id from users where id = :x")
          .bind("x", 5)
          .columns(named("id", SqlTypes.INTEGER))
          .cte("tx");

      Spelling.of(select(named.c("id")))
          .is("WITH tx AS (select id from users where id = ?) SELECT tx.id FROM tx")
          .check();
    }
  }

  @Nested
  class Recursion {
    @Test
    void recursively_members_referToTheName() {
      Cte numbers = select(literal(1).as("n"))
          .cte("t")
          .recursively(
              t -> select(t.<Integer>c("n").plus(1)).where(t.<Integer>c("n").lt(5)));

      Spelling.of(select(numbers.c("n")))
          .on(
              "sqlite postgresql mysql mariadb",
              "WITH RECURSIVE t(n) AS (SELECT ? AS n UNION ALL SELECT t.n + ? AS anon_1 FROM t WHERE"
                  + " t.n < ?) SELECT t.n FROM t")
          .check();
    }

    @Test
    void union_ofARecursiveOne_isTheSameOne() {
      Cte tree = select(USER_ID, NAME).where(AGE.isNull()).cte("tree").recursive();
      Cte all = tree.union(select(USER_ID, NAME).join(tree, AGE.eq(tree.<Integer>c("id"))));

      Spelling.of(select(all.c("name"), all.c("id")))
          .is(
              "WITH RECURSIVE tree(id, name) AS (SELECT users.id AS id, users.name AS name FROM users"
                  + " WHERE users.age IS NULL UNION SELECT users.id AS id, users.name AS name FROM users"
                  + " JOIN tree ON users.age = tree.id) SELECT tree.name, tree.id FROM tree")
          .check();
    }

    @Test
    void key_builtTwice_isEqual() {
      assertThat(numbers(5).statementNode().keyed().key())
          .isEqualTo(numbers(9).statementNode().keyed().key());
      assertThat(numbers(9).statementNode().keyed().values()).containsExactly(1, 1, 9);
    }

    private Executable numbers(int limit) {
      Cte numbers = select(literal(1).as("n"))
          .cte("t")
          .recursively(
              t -> select(t.<Integer>c("n").plus(1)).where(t.<Integer>c("n").lt(limit)));
      return select(numbers.c("n"));
    }
  }

  @Nested
  class Writes {
    @Test
    void insert_fromIt_dialectsPlaceIt() {
      Spelling.of(insert(POSTS).fromSelect(List.of("user_id"), select(adults.c("id"))))
          .is(ADULTS + "INSERT INTO posts (user_id) SELECT adults.id FROM adults")
          .on(
              "h2 mysql mariadb",
              "INSERT INTO posts (user_id) " + ADULTS + "SELECT adults.id FROM adults")
          .check();
    }

    @Test
    void update_andDelete_mayMentionIt() {
      Spelling.of(update(POSTS)
              .set(TITLE, adults.<String>c("name"))
              .where(AUTHOR.eq(adults.<Integer>c("id"))))
          .on(
              "sqlite postgresql",
              ADULTS + "UPDATE posts SET title = adults.name FROM adults WHERE posts.user_id ="
                  + " adults.id")
          .on(
              "mysql",
              ADULTS + "UPDATE posts, adults SET posts.title = adults.name WHERE posts.user_id ="
                  + " adults.id")
          .refusedOn("mariadb", "lacks COMMON_TABLES_BEFORE_WRITES")
          .check();
      Spelling.of(delete(POSTS).where(AUTHOR.in(select(adults.<Integer>c("id")))))
          .is(ADULTS + "DELETE FROM posts WHERE posts.user_id IN (SELECT adults.id FROM adults)")
          .on(
              "h2 mariadb",
              "DELETE FROM posts WHERE posts.user_id IN (" + ADULTS
                  + "SELECT adults.id FROM adults)")
          .check();
    }

    @Test
    void cte_thatWrites_needsTheCapability() {
      Cte gone = delete(POSTS).where(POST_ID.gt(5)).returning(AUTHOR).cte("gone");

      Spelling.of(select(gone.c("user_id")))
          .on(
              "postgresql",
              "WITH gone AS (DELETE FROM posts WHERE posts.id > ? RETURNING posts.user_id) SELECT"
                  + " gone.user_id FROM gone")
          .refusedOn("sqlite h2 mysql mariadb", "lacks WRITING_COMMON_TABLES")
          .check();
    }

    @Test
    void with_cte_standsThoughNothingRefersToIt() {
      Cte gone = delete(POSTS).where(POST_ID.gt(5)).returning(AUTHOR).cte("gone");

      Spelling.of(select(USER_ID).with(gone))
          .on(
              "postgresql",
              "WITH gone AS (DELETE FROM posts WHERE posts.id > ? RETURNING posts.user_id) SELECT"
                  + " users.id FROM users")
          .check();
    }
  }
}
