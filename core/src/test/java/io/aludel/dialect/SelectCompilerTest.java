package io.aludel.dialect;

import static io.aludel.dialect.Blog.ACTIVE;
import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.COMMENT_ID;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POSTS;
import static io.aludel.dialect.Blog.POST_ID;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.Label;
import io.aludel.sql.NumericExpression;
import io.aludel.types.SqlTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SelectCompilerTest {
  @Nested
  class Clauses {
    @Test
    void clauses_all_standInOrder() {
      Spelling.of(select(NAME, func.count(POST_ID))
              .join(POSTS)
              .where(AGE.gt(1), ACTIVE.eq(true))
              .groupBy(NAME)
              .having(func.count(POST_ID).gt(2L))
              .orderBy(NAME.desc(), AGE)
              .limit(10)
              .offset(20)
              .distinct())
          .is("SELECT DISTINCT users.name, count(posts.id) AS count_1 FROM users JOIN posts ON"
              + " users.id = posts.user_id WHERE users.age > ? AND users.active = true GROUP BY"
              + " users.name HAVING count(posts.id) > ? ORDER BY users.name DESC, users.age LIMIT"
              + " ? OFFSET ?")
          .on(
              "sqlite",
              "SELECT DISTINCT users.name, count(posts.id) AS count_1 FROM users JOIN posts ON"
                  + " users.id = posts.user_id WHERE users.age > ? AND users.active = 1 GROUP BY"
                  + " users.name HAVING count(posts.id) > ? ORDER BY users.name DESC, users.age LIMIT"
                  + " ? OFFSET ?")
          .check();
    }

    @Test
    void where_calledTwice_isOneConjunction() {
      Spelling.of(select(USER_ID).where(AGE.gt(1)).where(or(AGE.lt(5), AGE.eq(9))))
          .is("SELECT users.id FROM users WHERE users.age > ? AND (users.age < ? OR users.age = ?)")
          .check();
    }

    @Test
    void offset_withoutLimit_isSpelledByDialect() {
      Spelling.of(select(USER_ID).offset(3))
          .is("SELECT users.id FROM users OFFSET ?")
          .on("sqlite", "SELECT users.id FROM users LIMIT -1 OFFSET ?")
          .on("mysql mariadb", "SELECT users.id FROM users LIMIT 18446744073709551615 OFFSET ?")
          .check();
    }

    @Test
    void nulls_ordered_areEmulatedOnMysql() {
      Spelling.of(select(AGE).orderBy(AGE.desc().nullsLast(), USER_ID.asc().nullsFirst()))
          .is(
              "SELECT users.age FROM users ORDER BY users.age DESC NULLS LAST, users.id ASC NULLS FIRST")
          .on(
              "mysql mariadb",
              "SELECT users.age FROM users ORDER BY users.age IS NULL, users.age DESC,"
                  + " users.id IS NOT NULL, users.id ASC")
          .check();
    }

    @Test
    void from_table_selectsWithoutItsColumns() {
      Spelling.of(select(func.count()).from(USERS))
          .is("SELECT count(*) AS count_1 FROM users")
          .check();
      Spelling.of(select(POSTS))
          .is("SELECT posts.id, posts.user_id, posts.title FROM posts")
          .check();
    }

    @Test
    void from_severalTables_standInTheOrderTheyAreMentioned() {
      Spelling.of(select(USER_ID).where(AUTHOR.eq(USER_ID)))
          .is("SELECT users.id FROM users, posts WHERE posts.user_id = users.id")
          .check();
    }
  }

  @Nested
  class Names {
    @Test
    void names_equal_areNumbered() {
      Spelling.of(select(USER_ID, POST_ID, COMMENT_ID))
          .is("SELECT users.id, posts.id AS id_1, comments.id AS id_2 FROM users, posts, comments")
          .check();
      Spelling.of(select(AGE.as("id"), USER_ID))
          .is("SELECT users.age AS id, users.id AS id_1 FROM users")
          .check();
    }

    @Test
    void names_missing_areMadeFromTheFunction() {
      Spelling.of(select(NAME.lower(), NAME.lower(), AGE.plus(1), AGE.cast(SqlTypes.BIGINT)))
          .on(
              "postgresql",
              "SELECT lower(users.name) AS lower_1, lower(users.name) AS lower_2, users.age + ? AS"
                  + " anon_1, CAST(users.age AS BIGINT) AS age FROM users")
          .check();
    }

    @Test
    void label_selected_isReferredToByName() {
      Label<Integer> next = AGE.plus(1).as("next");

      Spelling.of(select(next).orderBy(next.desc(), next.plus(1)).groupBy(next).having(next.gt(3)))
          .is(
              "SELECT users.age + ? AS next FROM users GROUP BY users.age + ? HAVING users.age + ? > ?"
                  + " ORDER BY next DESC, users.age + ? + ?")
          .on(
              "postgresql",
              "SELECT users.age + ? AS next FROM users GROUP BY 1 HAVING users.age + ? > ?"
                  + " ORDER BY next DESC, users.age + ? + ?")
          .check();
      Spelling.of(select(AGE).orderBy(next))
          .is("SELECT users.age FROM users ORDER BY users.age + ?")
          .check();
    }

    @Test
    void names_reservedOrUnusual_areQuoted() {
      Table odd = Table.of(
          "Order",
          new MetaData(),
          Schema.column("Group", SqlTypes.INTEGER),
          Schema.column("1a", SqlTypes.INTEGER),
          Schema.column("a b", SqlTypes.INTEGER),
          Schema.column("x\"y", SqlTypes.INTEGER),
          Schema.column("select", SqlTypes.INTEGER),
          Schema.column("größe", SqlTypes.INTEGER));
      Spelling.of(select(odd))
          .is(
              "SELECT \"Order\".\"Group\", \"Order\".\"1a\", \"Order\".\"a b\", \"Order\".\"x\"\"y\","
                  + " \"Order\".\"select\", \"Order\".\"größe\" FROM \"Order\"")
          .on(
              "mysql mariadb",
              "SELECT `Order`.`Group`, `Order`.`1a`, `Order`.`a b`, `Order`.`x\"y`, `Order`.`select`,"
                  + " `Order`.`größe` FROM `Order`")
          .check();
    }

    @Test
    void names_tooLong_areCut() {
      String name = "a_function_with_a_very_long_name_indeed_that_no_database_takes_as_label";
      String sql = Spelling.sql("postgresql", select(func.call(name, SqlTypes.INTEGER)));

      org.assertj.core.api.Assertions.assertThat(sql.substring(sql.indexOf(" AS ") + 4))
          .hasSize(63);
    }
  }

  @Nested
  class Aliases {
    @Test
    void alias_withoutName_isNumbered() {
      Alias one = USERS.alias();
      Alias two = USERS.alias();

      Spelling.of(select(one.c("id"), two.c(USER_ID), USER_ID))
          .is(
              "SELECT users_1.id, users_2.id AS id_1, users.id AS id_2 FROM users AS users_1, users AS"
                  + " users_2, users")
          .check();
    }

    @Test
    void alias_named_keepsItsName() {
      Spelling.of(select(USERS.as("U x")))
          .on(
              "postgresql",
              "SELECT \"U x\".id, \"U x\".name, \"U x\".age, \"U x\".active, \"U x\".score, \"U x\".born"
                  + " FROM users AS \"U x\"")
          .check();
    }

    @Test
    void alias_ofAlias_isAnotherOccurrenceOfTheTable() {
      Alias second = POSTS.as("p").as("q");

      Spelling.of(select(second.c(POST_ID))).is("SELECT q.id FROM posts AS q").check();
    }

    @Test
    void derived_columns_haveNames() {
      NumericExpression<Long> count = func.count(POST_ID);
      Alias derived = select(USER_ID, POST_ID, count).groupBy(USER_ID).subquery();

      Spelling.of(select(derived.c(USER_ID), derived.c(POST_ID), derived.c(count))
              .orderBy(derived.c(count)))
          .is(
              "SELECT anon_1.id, anon_1.id_1, anon_1.count_1 FROM (SELECT users.id AS id, posts.id AS"
                  + " id_1, count(posts.id) AS count_1 FROM users, posts GROUP BY users.id) AS anon_1"
                  + " ORDER BY anon_1.count_1")
          .check();
    }

    @Test
    void derived_label_isItsName() {
      Alias derived = select(AGE.plus(1).as("next")).as("d");

      Spelling.of(select(derived.c("next")).where(derived.<Integer>c("next").gt(3)))
          .is("SELECT d.next FROM (SELECT users.age + ? AS next FROM users) AS d WHERE d.next > ?")
          .check();
    }

    @Test
    void derived_unknownColumn_isRefusedAtOnce() {
      Alias derived = select(AGE).as("d");

      assertThatThrownBy(() -> derived.c("nope"))
          .hasMessageContaining("'nope'")
          .hasMessageContaining("[age]")
          .hasMessageEndingWith("[DDL-102]");
      assertThatThrownBy(() -> derived.c(NAME)).hasMessageContaining("does not select it");
    }
  }

  @Nested
  class Compounds {
    @Test
    void compound_plainParts_standSideBySide() {
      Spelling.of(select(USER_ID).union(select(POST_ID)).orderBy(named("id")).limit(3))
          .is("SELECT users.id FROM users UNION SELECT posts.id FROM posts ORDER BY id LIMIT ?")
          .check();
      Spelling.of(
              select(USER_ID).unionAll(select(POST_ID), select(COMMENT_ID)).orderBy(USER_ID.desc()))
          .is("SELECT users.id FROM users UNION ALL SELECT posts.id FROM posts UNION ALL SELECT"
              + " comments.id FROM comments ORDER BY id DESC")
          .check();
    }

    @Test
    void compound_partWithLimit_isSetApart() {
      Spelling.of(select(USER_ID).limit(2).union(select(POST_ID)))
          .is("(SELECT users.id FROM users LIMIT ?) UNION SELECT posts.id FROM posts")
          .on(
              "sqlite",
              "SELECT * FROM (SELECT users.id AS id FROM users LIMIT ?) UNION SELECT posts.id FROM"
                  + " posts")
          .check();
    }

    @Test
    void compound_ofCompound_isSetApart() {
      Spelling.of(select(USER_ID).union(select(POST_ID).unionAll(select(COMMENT_ID))))
          .is("SELECT users.id FROM users UNION (SELECT posts.id FROM posts UNION ALL SELECT"
              + " comments.id FROM comments)")
          .on(
              "sqlite",
              "SELECT users.id FROM users UNION SELECT * FROM (SELECT posts.id AS id FROM posts UNION"
                  + " ALL SELECT comments.id AS id FROM comments)")
          .check();
    }

    @Test
    void compound_operatorNotThere_isRefused() {
      Spelling.of(select(USER_ID).intersect(select(POST_ID)))
          .is("SELECT users.id FROM users INTERSECT SELECT posts.id FROM posts")
          .check();
      Spelling.of(select(USER_ID).exceptAll(select(POST_ID)))
          .is("SELECT users.id FROM users EXCEPT ALL SELECT posts.id FROM posts")
          .refusedOn("sqlite h2", "lacks INTERSECT_ALL_AND_EXCEPT_ALL")
          .check();
    }

    @Test
    void compound_derived_namesTheColumnsOfEachPart() {
      Alias both = select(USER_ID).union(select(POST_ID)).as("b");

      Spelling.of(select(both.c(USER_ID)))
          .is("SELECT b.id FROM (SELECT users.id AS id FROM users UNION SELECT posts.id AS id FROM"
              + " posts) AS b")
          .check();
    }
  }
}
