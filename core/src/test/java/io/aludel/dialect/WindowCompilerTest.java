package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static io.aludel.sql.Window.currentRow;
import static io.aludel.sql.Window.following;
import static io.aludel.sql.Window.preceding;
import static io.aludel.sql.Window.unboundedFollowing;
import static io.aludel.sql.Window.unboundedPreceding;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.tree.construct.OverNode.Exclusion;
import io.aludel.types.SqlTypes;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WindowCompilerTest {
  @Nested
  class Windows {
    @Test
    void over_partAndOrder_standInOrder() {
      Spelling.of(select(
              func.rowNumber().over(partitionBy(NAME).orderBy(AGE.desc())),
              func.sum(AGE).over()))
          .is("SELECT row_number() OVER (PARTITION BY users.name ORDER BY users.age DESC) AS"
              + " anon_1, sum(users.age) OVER () AS anon_2 FROM users")
          .check();
    }

    @Test
    void over_frames_areSpelt() {
      Spelling.of(select(
              func.sum(AGE).over(orderBy(AGE, USER_ID).rows(preceding(2), currentRow())),
              func.sum(AGE).over(orderBy(AGE).rows(unboundedPreceding(), currentRow())),
              func.sum(AGE).over(orderBy(AGE).range(currentRow(), unboundedFollowing()))))
          .on(
              "sqlite postgresql mysql mariadb",
              "SELECT sum(users.age) OVER (ORDER BY users.age, users.id ROWS BETWEEN ? PRECEDING"
                  + " AND CURRENT ROW) AS anon_1, sum(users.age) OVER (ORDER BY users.age ROWS"
                  + " BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS anon_2, sum(users.age) OVER"
                  + " (ORDER BY users.age RANGE BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS"
                  + " anon_3 FROM users")
          .check();
    }

    @Test
    void over_groupsAndExclude_needTheCapability() {
      Spelling.of(select(func.sum(AGE)
              .over(
                  orderBy(AGE).groups(following(1), following(3)).exclude(Exclusion.CURRENT_ROW))))
          .on(
              "sqlite postgresql",
              "SELECT sum(users.age) OVER (ORDER BY users.age GROUPS BETWEEN ? FOLLOWING AND ?"
                  + " FOLLOWING EXCLUDE CURRENT ROW) AS anon_1 FROM users")
          .refusedOn("mysql mariadb", "lacks WINDOW_GROUPS")
          .check();
    }

    @Test
    void frame_endBeforeStart_isRefused() {
      assertThatThrownBy(() -> orderBy(AGE).rows(following(1), currentRow()))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("it ends before it starts");
      assertThatThrownBy(() -> orderBy(AGE).rows(unboundedFollowing(), unboundedFollowing()))
          .hasMessageContaining("it ends before it starts");
      assertThatThrownBy(() -> preceding(-1)).hasMessageContaining("Give 0 or more");
      assertThatThrownBy(() -> orderBy(AGE).exclude(Exclusion.TIES))
          .hasMessageContaining("it has no frame");
    }

    @Test
    void over_twice_isRefused() {
      assertThatThrownBy(() -> func.rank().over().over())
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("Say over once");
      assertThatThrownBy(() -> func.count().over().filter(AGE.gt(1)))
          .hasMessageContaining("Say filter before over");
    }
  }

  @Nested
  class Aggregates {
    @Test
    void filter_conditions_standBehindTheCall() {
      Spelling.of(select(func.count(USER_ID).filter(AGE.gt(5), NAME.eq("x"))))
          .is("SELECT count(users.id) FILTER (WHERE users.age > ? AND users.name = ?) AS anon_1"
              + " FROM users")
          .on(
              "mysql mariadb",
              "SELECT count(CASE WHEN (users.age > ? AND users.name = ?) THEN users.id END) AS"
                  + " anon_1 FROM users")
          .check();
    }

    @Test
    void filter_ofAllRowsAndDistinctValues_isEmulated() {
      Spelling.of(select(
              func.count().filter(AGE.gt(5)),
              func.count(distinct(AGE)).filter(NAME.isNull()).over(partitionBy(NAME))))
          .on(
              "mysql",
              "SELECT count(CASE WHEN (users.age > ?) THEN 1 END) AS anon_1, count(DISTINCT CASE"
                  + " WHEN (users.name IS NULL) THEN users.age END) OVER (PARTITION BY users.name)"
                  + " AS anon_2 FROM users")
          .on(
              "postgresql",
              "SELECT count(*) FILTER (WHERE users.age > ?) AS anon_1, count(DISTINCT users.age)"
                  + " FILTER (WHERE users.name IS NULL) OVER (PARTITION BY users.name) AS anon_2"
                  + " FROM users")
          .check();
    }

    @Test
    void withinGroup_orderedSet_needsTheCapability() {
      Spelling.of(select(
              func.percentileCont(0.5).withinGroup(AGE.desc()),
              func.call("mode", SqlTypes.INTEGER).withinGroup(AGE)))
          .on(
              "postgresql",
              "SELECT percentile_cont(?) WITHIN GROUP (ORDER BY users.age DESC) AS"
                  + " percentile_cont_1, mode() WITHIN GROUP (ORDER BY users.age) AS mode_1 FROM"
                  + " users")
          .refusedOn("sqlite mysql mariadb", "lacks ORDERED_SET_FUNCTIONS")
          .check();
    }

    @Test
    void aggregateStrings_order_isSpeltByDialect() {
      Spelling.of(select(func.aggregateStrings(NAME, ", ").ordered(USER_ID.desc())))
          .on(
              "sqlite",
              "SELECT group_concat(users.name, ', ' ORDER BY users.id DESC) AS aggregate_strings_1"
                  + " FROM users")
          .on(
              "postgresql",
              "SELECT string_agg(users.name, ', ' ORDER BY users.id DESC) AS aggregate_strings_1"
                  + " FROM users")
          .on(
              "mysql mariadb",
              "SELECT group_concat(users.name ORDER BY users.id DESC SEPARATOR ', ') AS"
                  + " aggregate_strings_1 FROM users")
          .on(
              "h2",
              "SELECT LISTAGG(users.name, ', ') WITHIN GROUP (ORDER BY users.id DESC) AS"
                  + " aggregate_strings_1 FROM users")
          .check();
    }

    @Test
    void aggregateStrings_separator_isQuotedAndPartOfTheShape() {
      Spelling.of(select(func.aggregateStrings(NAME, "'\\")))
          .on(
              "postgresql",
              "SELECT string_agg(users.name, '''\\') AS aggregate_strings_1 FROM users")
          .on(
              "mysql",
              "SELECT group_concat(users.name SEPARATOR '''\\\\') AS aggregate_strings_1 FROM users")
          .check();
    }
  }

  @Nested
  class Groupings {
    @Test
    void cubeRollupSets_dialects_haveTheirForms() {
      Spelling.of(select(NAME, func.count()).from(USERS).groupBy(func.cube(NAME, AGE)))
          .on(
              "postgresql",
              "SELECT users.name, count(*) AS count_1 FROM users GROUP BY CUBE(users.name, users.age)")
          .check();
      Spelling.of(select(NAME, func.count()).from(USERS).groupBy(func.rollup(NAME, AGE)))
          .on(
              "postgresql",
              "SELECT users.name, count(*) AS count_1 FROM users GROUP BY ROLLUP(users.name,"
                  + " users.age)")
          .on(
              "mysql mariadb",
              "SELECT users.name, count(*) AS count_1 FROM users GROUP BY users.name, users.age WITH"
                  + " ROLLUP")
          .refusedOn("sqlite h2", "lacks ROLLUP")
          .check();
      Spelling.of(select(NAME, func.count())
              .from(USERS)
              .groupBy(func.groupingSets(tuple(NAME, AGE), NAME)))
          .on(
              "postgresql",
              "SELECT users.name, count(*) AS count_1 FROM users GROUP BY GROUPING"
                  + " SETS((users.name, users.age), users.name)")
          .refusedOn("sqlite h2 mysql mariadb", "lacks GROUPING_SETS")
          .check();
    }
  }
}
