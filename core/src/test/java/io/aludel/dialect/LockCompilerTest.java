package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POSTS;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.sql.Select;
import io.aludel.sql.Select.Lock;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LockCompilerTest {
  private static final String SQL = "SELECT users.id FROM users";
  private final Select<Integer> ids = select(USER_ID);

  @Nested
  class Locks {
    @Test
    void lock_kinds_areSpeltOrStrongerOrNone() {
      Spelling.of(ids.forUpdate()).is(SQL + " FOR UPDATE").on("sqlite", SQL).check();
      Spelling.of(ids.lock(Lock.forShare()))
          .on("sqlite", SQL)
          .on("postgresql", SQL + " FOR SHARE")
          .on("h2", SQL + " FOR UPDATE")
          .on("mysql mariadb", SQL + " LOCK IN SHARE MODE")
          .check();
      Spelling.of(ids.lock(Lock.forNoKeyUpdate()))
          .on("sqlite", SQL)
          .on("postgresql", SQL + " FOR NO KEY UPDATE")
          .on("h2 mysql mariadb", SQL + " FOR UPDATE")
          .check();
      Spelling.of(ids.lock(Lock.forKeyShare()))
          .on("postgresql", SQL + " FOR KEY SHARE")
          .on("mysql mariadb", SQL + " LOCK IN SHARE MODE")
          .check();
    }

    @Test
    void lock_waiting_isSpelt() {
      Spelling.of(ids.lock(Lock.forUpdate().noWait()))
          .is(SQL + " FOR UPDATE NOWAIT")
          .on("sqlite", SQL)
          .check();
      Spelling.of(ids.limit(1).lock(Lock.forUpdate().skipLocked()))
          .is(SQL + " LIMIT ? FOR UPDATE SKIP LOCKED")
          .on("sqlite", SQL + " LIMIT ?")
          .check();
    }

    @Test
    void lock_ofTables_namesThemWhereTheDatabaseCan() {
      var u = USERS.as("u");

      Spelling.of(select(u.c("id"))
              .where(AUTHOR.eq(u.<Integer>c("id")))
              .lock(Lock.forUpdate().of(u, POSTS).skipLocked()))
          .on(
              "postgresql",
              "SELECT u.id FROM users AS u, posts WHERE posts.user_id = u.id FOR UPDATE OF u, posts"
                  + " SKIP LOCKED")
          .on(
              "mysql mariadb h2",
              "SELECT u.id FROM users AS u, posts WHERE posts.user_id = u.id FOR UPDATE SKIP LOCKED")
          .check();
    }

    @Test
    void key_lock_isPartOfIt() {
      assertThat(ids.forUpdate().statementNode().keyed().key())
          .isEqualTo(select(USER_ID).forUpdate().statementNode().keyed().key())
          .isNotEqualTo(ids.statementNode().keyed().key())
          .isNotEqualTo(
              ids.lock(Lock.forUpdate().noWait()).statementNode().keyed().key());
    }
  }

  @Nested
  class Cuts {
    @Test
    void distinctOn_needsTheCapability() {
      Spelling.of(select(USER_ID, NAME).distinctOn(NAME).orderBy(NAME))
          .on(
              "postgresql h2",
              "SELECT DISTINCT ON (users.name) users.id, users.name FROM users ORDER BY users.name")
          .refusedOn("sqlite mysql mariadb", "lacks DISTINCT_ON")
          .check();
    }

    @Test
    void limitWithTies_needsTheCapability() {
      Spelling.of(ids.orderBy(USER_ID).offset(2).limitWithTies(5))
          .on(
              "postgresql h2",
              SQL + " ORDER BY users.id OFFSET ? ROWS FETCH FIRST ? ROWS WITH TIES")
          .refusedOn("sqlite mysql mariadb", "lacks FETCH_WITH_TIES")
          .check();
      Spelling.of(ids.limitPercent(5))
          .on("h2", SQL + " FETCH FIRST ? PERCENT ROWS ONLY")
          .refusedOn("postgresql sqlite mysql mariadb", "lacks FETCH_PERCENT")
          .check();
    }

    @Test
    void limit_ofWrites_needsTheCapability() {
      Spelling.of(update(USERS).set(NAME, "x").where(AGE.gt(1)).limit(5))
          .on("mysql mariadb", "UPDATE users SET name = ? WHERE users.age > ? LIMIT ?")
          .refusedOn("sqlite postgresql h2", "lacks LIMITED_WRITES")
          .check();
      Spelling.of(delete(USERS).limit(5))
          .on("mysql", "DELETE FROM users LIMIT ?")
          .check();
    }
  }

  @Nested
  class Remarks {
    @Test
    void prefixes_dialects_seeTheirOwn() {
      Spelling.of(insert(USERS)
              .values(row("id", 1))
              .prefix("OR REPLACE", "sqlite")
              .prefix("IGNORE", "mysql"))
          .is("INSERT INTO users (id) VALUES (?)")
          .on("h2 postgresql mariadb", "INSERT INTO users (id) VALUES (?)")
          .on("sqlite", "INSERT OR REPLACE INTO users (id) VALUES (?)")
          .on("mysql", "INSERT IGNORE INTO users (id) VALUES (?)")
          .check();
      Spelling.of(update(USERS).set(AGE, 1).prefix("LOW_PRIORITY"))
          .is("UPDATE LOW_PRIORITY users SET age = ?")
          .check();
      Spelling.of(delete(USERS).prefix("QUICK").suffix("/* end */"))
          .is("DELETE QUICK FROM users /* end */")
          .check();
    }

    @Test
    void hints_andSuffixes_standInTheirPlaces() {
      Spelling.of(ids.hint(USERS, "USE INDEX (x)", "mysql")
              .prefix("SQL_NO_CACHE", "mysql")
              .suffix("/* one */")
              .suffix("/* two */", "postgresql")
              .where(AGE.gt(1)))
          .is(SQL + " WHERE users.age > ? /* one */")
          .on("postgresql", SQL + " WHERE users.age > ? /* one */ /* two */")
          .on(
              "mysql",
              "SELECT SQL_NO_CACHE users.id FROM users USE INDEX (x) WHERE users.age > ? /* one */")
          .check();
    }
  }

  @Nested
  class MoreTables {
    @Test
    void from_named_standsThoughNothingMentionsIt() {
      Spelling.of(update(USERS).set(NAME, "x").from(POSTS))
          .on("sqlite postgresql", "UPDATE users SET name = ? FROM posts")
          .on("mysql mariadb", "UPDATE users, posts SET users.name = ?")
          .refusedOn("h2", "lacks MULTI_TABLE_UPDATE")
          .check();
      Spelling.of(delete(POSTS).using(USERS).where(AUTHOR.eq(USER_ID)))
          .on("postgresql", "DELETE FROM posts USING users WHERE posts.user_id = users.id")
          .on(
              "mysql mariadb",
              "DELETE FROM posts USING posts, users WHERE posts.user_id = users.id")
          .refusedOn("sqlite h2", "lacks MULTI_TABLE_DELETE")
          .check();
    }

    @Test
    void from_join_keepsItsMembersTogether() {
      var boss = USERS.as("boss");

      Spelling.of(update(USERS)
              .set(NAME, boss.<String>c("name"))
              .from(POSTS.join(boss, AUTHOR.eq(boss.<Integer>c("id"))))
              .where(AGE.eq(AUTHOR)))
          .on(
              "postgresql sqlite",
              "UPDATE users SET name = boss.name FROM posts JOIN users AS boss ON posts.user_id ="
                  + " boss.id WHERE users.age = posts.user_id")
          .check();
    }

    @Test
    void set_subquery_isCorrelated() {
      Spelling.of(update(USERS)
              .set(NAME, select(Blog.TITLE).where(AUTHOR.eq(USER_ID)).limit(1).asScalar()))
          .on(
              "postgresql sqlite mysql mariadb h2",
              "UPDATE users SET name = (SELECT posts.title FROM posts WHERE posts.user_id = users.id"
                  + " LIMIT ?)")
          .check();
    }
  }
}
