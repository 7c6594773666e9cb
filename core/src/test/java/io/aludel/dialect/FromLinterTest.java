package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.COMMENTS;
import static io.aludel.dialect.Blog.COMMENT_ID;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POST;
import static io.aludel.dialect.Blog.POSTS;
import static io.aludel.dialect.Blog.POST_ID;
import static io.aludel.dialect.Blog.TITLE;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.sql.Executable;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

class FromLinterTest {
  private static List<String> warnings(Executable statement) {
    return Spelling.compiled("postgresql", statement).warnings();
  }

  @Test
  void tables_unlinked_areNamed() {
    assertThat(warnings(select(USER_ID, POST_ID)))
        .containsExactly(
            "SELECT has a cartesian product: nothing links 'posts' with the rest of FROM."
                + " Join it, or link it in WHERE.");
    assertThat(warnings(select(USER_ID, POST_ID, COMMENT_ID).where(POST.eq(POST_ID), AGE.gt(1))))
        .singleElement()
        .asString()
        .contains("nothing links 'posts', 'comments'");
  }

  @Test
  void tables_linked_areFine() {
    assertThat(warnings(select(USER_ID))).isEmpty();
    assertThat(warnings(select(USER_ID, POST_ID).where(AUTHOR.eq(USER_ID)))).isEmpty();
    assertThat(warnings(select(USER_ID, POST_ID).where(AUTHOR.gt(USER_ID).or(AGE.eq(3)))))
        .isEmpty();
    assertThat(warnings(select(USER_ID, TITLE).join(POSTS))).isEmpty();
    assertThat(warnings(select(USER_ID).from(USERS.join(POSTS, trueCondition()))))
        .isEmpty();
    assertThat(warnings(select(USER_ID, TITLE).where(TITLE.like(NAME)))).isEmpty();
    assertThat(warnings(select(USER_ID, TITLE).where(AUTHOR.eq(USER_ID).not()))).isEmpty();
  }

  @Test
  void tables_comparedWithValuesOnly_areApart() {
    assertThat(warnings(select(USER_ID, POST_ID).where(AGE.eq(1), TITLE.eq("x"))))
        .hasSize(1);
    assertThat(warnings(select(USER_ID, POST_ID).where(AGE.in(1, 2)))).hasSize(1);
  }

  @Test
  void subquery_unlinkedWithin_isFound() {
    assertThat(warnings(select(USER_ID).where(select(POST_ID, COMMENT_ID).exists())))
        .hasSize(1);
    assertThat(warnings(
            select(USER_ID).where(select(POST_ID).where(AUTHOR.eq(USER_ID)).exists())))
        .isEmpty();
  }

  @Test
  void lateral_afterOthers_isLinked() {
    var numbers = func.call("generate_series", SqlTypes.INTEGER, literal(1), AGE)
        .asTable("n", named("v", SqlTypes.INTEGER))
        .lateral();

    assertThat(warnings(select(USER_ID, numbers.c("v")).from(USERS, numbers))).isEmpty();
  }

  @Test
  void writes_ofSeveralTables_areLookedThrough() {
    assertThat(warnings(update(USERS).set(NAME, TITLE))).hasSize(1);
    assertThat(warnings(update(USERS).set(NAME, TITLE).where(AUTHOR.eq(USER_ID))))
        .isEmpty();
    assertThat(warnings(delete(USERS).using(COMMENTS)))
        .singleElement()
        .asString()
        .contains("DELETE");
  }
}
