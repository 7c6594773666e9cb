package io.aludel.dialect;

import static io.aludel.dialect.Blog.*;
import static io.aludel.sql.Sql.*;

import io.aludel.sql.Alias;
import org.junit.jupiter.api.Test;

class SubqueryCompilerTest {
  @Test
  void exists_mentionsEnclosingTable_leavesItThere() {
    Spelling.of(select(USER_ID).where(exists(select(POST_ID).where(AUTHOR.eq(USER_ID)))))
        .is(
            "SELECT users.id FROM users WHERE EXISTS (SELECT posts.id FROM posts WHERE posts.user_id ="
                + " users.id)")
        .check();
  }

  @Test
  void exists_amongOthers_getsParentheses() {
    Spelling.of(select(USER_ID)
            .where(exists(select(POST_ID).where(AUTHOR.eq(USER_ID))).not(), AGE.gt(3)))
        .is("SELECT users.id FROM users WHERE NOT (EXISTS (SELECT posts.id FROM posts WHERE"
            + " posts.user_id = users.id)) AND users.age > ?")
        .check();
  }

  @Test
  void scalar_inSelectList_correlates() {
    Spelling.of(select(
            USER_ID, select(func.count(POST_ID)).where(AUTHOR.eq(USER_ID)).asScalar()))
        .is("SELECT users.id, (SELECT count(posts.id) AS count_1 FROM posts WHERE posts.user_id ="
            + " users.id) AS anon_1 FROM users")
        .check();
  }

  @Test
  void scalar_inOnClause_correlates() {
    Spelling.of(select(USER_ID)
            .join(
                POSTS,
                POST_ID.eq(select(func.max(COMMENT_ID)).where(POST.eq(USER_ID)).asScalar())))
        .is(
            "SELECT users.id FROM users JOIN posts ON posts.id = (SELECT max(comments.id) AS max_1 FROM"
                + " comments WHERE comments.post_id = users.id)")
        .check();
  }

  @Test
  void scalar_ofEnclosingTableAlone_keepsIt() {
    Spelling.of(select(USER_ID).where(AGE.eq(select(func.max(AGE)).asScalar())))
        .is(
            "SELECT users.id FROM users WHERE users.age = (SELECT max(users.age) AS max_1 FROM users)")
        .check();
  }

  @Test
  void scalar_ofEnclosingTablesAlone_keepsThem() {
    Spelling.of(select(USER_ID, POST_ID)
            .where(AGE.eq(select(func.max(AGE)).where(AUTHOR.eq(USER_ID)).asScalar())))
        .on(
            "postgresql",
            "SELECT users.id, posts.id AS id_1 FROM users, posts WHERE users.age = (SELECT"
                + " max(users.age) AS max_1 FROM users, posts WHERE posts.user_id = users.id)")
        .check();
  }

  @Test
  void nested_twoLevels_leaveTablesToTheNextOnly() {
    Alias other = USERS.alias();
    Spelling.of(select(USER_ID)
            .where(exists(select(POST_ID)
                .where(AUTHOR.eq(
                    select(other.c(USER_ID)).where(other.c(USER_ID).eq(USER_ID)).asScalar())))))
        .is(
            "SELECT users.id FROM users WHERE EXISTS (SELECT posts.id FROM posts WHERE posts.user_id ="
                + " (SELECT users_1.id FROM users AS users_1, users WHERE users_1.id = users.id))")
        .check();
  }

  @Test
  void correlate_explicitly_reachesTheOutermost() {
    Alias other = USERS.alias();
    Spelling.of(select(USER_ID)
            .where(exists(select(POST_ID)
                .where(AUTHOR.eq(select(other.c(USER_ID))
                    .where(other.c(USER_ID).eq(USER_ID))
                    .correlate(USERS)
                    .asScalar())))))
        .is(
            "SELECT users.id FROM users WHERE EXISTS (SELECT posts.id FROM posts WHERE posts.user_id ="
                + " (SELECT users_1.id FROM users AS users_1 WHERE users_1.id = users.id))")
        .check();
  }

  @Test
  void correlate_explicitly_turnsTheRuleOff() {
    Spelling.of(select(USER_ID)
            .where(exists(select(POST_ID).where(AUTHOR.eq(USER_ID)).correlate())))
        .is("SELECT users.id FROM users WHERE EXISTS (SELECT posts.id FROM posts, users WHERE"
            + " posts.user_id = users.id)")
        .check();
    Spelling.of(select(USER_ID, POST_ID)
            .where(exists(select(COMMENT_ID)
                .where(POST.eq(POST_ID), WRITER.eq(USER_ID))
                .correlateExcept(POSTS))))
        .is(
            "SELECT users.id, posts.id AS id_1 FROM users, posts WHERE EXISTS (SELECT comments.id FROM"
                + " comments, posts WHERE comments.post_id = posts.id AND comments.writer_id ="
                + " users.id)")
        .check();
  }

  @Test
  void correlate_everything_isRefused() {
    Spelling.of(select(USER_ID).where(exists(select(AGE).correlate(USERS))))
        .refusedOn(
            "sqlite postgresql", "Cannot compile a subquery of [users]: its correlation leaves")
        .check();
  }

  @Test
  void derived_inFrom_doesNotCorrelate() {
    Alias derived = select(POST_ID).where(AUTHOR.eq(USER_ID)).subquery();

    Spelling.of(select(USER_ID, derived.c(POST_ID)))
        .is(
            "SELECT users.id, anon_1.id AS id_1 FROM users, (SELECT posts.id AS id FROM posts, users"
                + " WHERE posts.user_id = users.id) AS anon_1")
        .check();
  }

  @Test
  void subquery_inUpdateAndDelete_correlatesToTheTarget() {
    Spelling.of(update(USERS)
            .set(AGE, select(func.max(POST_ID)).where(AUTHOR.eq(USER_ID)).asScalar())
            .where(exists(select(POST_ID).where(AUTHOR.eq(USER_ID)))))
        .is("UPDATE users SET age = (SELECT max(posts.id) AS max_1 FROM posts WHERE posts.user_id ="
            + " users.id) WHERE EXISTS (SELECT posts.id FROM posts WHERE posts.user_id = users.id)")
        .check();
    Spelling.of(delete(USERS)
            .where(exists(select(POST_ID).where(AUTHOR.eq(USER_ID))).not()))
        .is("DELETE FROM users WHERE NOT (EXISTS (SELECT posts.id FROM posts WHERE posts.user_id ="
            + " users.id))")
        .check();
  }
}
