package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.AUTHOR;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.POSTS;
import static io.aludel.dialect.Blog.POST_ID;
import static io.aludel.dialect.Blog.TITLE;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.Alias;
import io.aludel.sql.Executable;
import io.aludel.sql.Select;
import io.aludel.sql.tree.Adaptation;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.SelectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AdaptationTest {
  private static String adapted(Adaptation adaptation, Node node) {
    return ElementPrinter.INSTANCE.print(adaptation.node(node));
  }

  private static String adapted(Adaptation adaptation, Executable statement) {
    return ElementPrinter.INSTANCE.print(adaptation.statement(statement.statementNode()));
  }

  @Nested
  class ToAnAliasOfATable {
    private final Alias u = USERS.as("u");
    private final Adaptation toU = Adaptation.to(u.fromNode());

    @Test
    void node_columnsOfTheTable_becomeThoseOfTheAlias() {
      Node node = NAME.lower()
          .eq("ann")
          .and(AGE.in(1, 2), TITLE.eq("x"), AGE.plus(1).gt(3))
          .node();

      assertThat(adapted(toU, node))
          .isEqualTo("lower(u.name) = ? AND u.age IN (?, ?) AND posts.title = ? AND u.age + ? > ?");
    }

    @Test
    void node_notConcerned_isTheSameObject() {
      Node node = TITLE.lower().eq("x").node();

      assertThat(toU.node(node)).isSameAs(node);
    }

    @Test
    void node_columnOfAnotherAlias_meansItself() {
      Alias other = USERS.as("other");

      assertThat(adapted(toU, other.<Integer>c("id").eq(USER_ID).node()))
          .isEqualTo("other.id = u.id");
    }

    @Test
    void node_adaptedTwice_staysAsItIs() {
      Node once = toU.node(USER_ID.gt(1).node());

      assertThat(toU.node(once)).isSameAs(once);
    }

    @Test
    void statement_subqueryAndJoin_areAdaptedThroughout() {
      Select<Integer> inner = select(POST_ID).where(AUTHOR.eq(USER_ID)).correlate(USERS);
      Select<String> outer = select(NAME)
          .from(USERS.join(POSTS))
          .where(inner.exists(), caseOfAge().eq(1))
          .groupBy(NAME)
          .having(func.count(USER_ID).gt(1L))
          .orderBy(AGE.desc());

      assertThat(adapted(toU, outer))
          .isEqualTo(
              "SELECT u.name FROM users AS u JOIN posts ON u.id = posts.user_id WHERE (EXISTS"
                  + " (SELECT posts.id FROM posts WHERE posts.user_id = u.id)) AND CASE WHEN (u.age"
                  + " > ?) THEN ? ELSE u.age END = ? GROUP BY u.name HAVING count(u.id) > ? ORDER BY"
                  + " u.age DESC");
    }

    private static io.aludel.sql.Case<Integer> caseOfAge() {
      return caseWhen(AGE.gt(5), 1).otherwise(AGE);
    }

    @Test
    void statement_joinsOfASelect_areAdapted() {
      assertThat(adapted(toU, select(TITLE).from(POSTS).join(USERS, AUTHOR.eq(USER_ID))))
          .isEqualTo("SELECT posts.title FROM posts JOIN users AS u ON posts.user_id = u.id");
    }

    @Test
    void limitedTo_someColumns_leavesTheOthers() {
      Adaptation far = toU.limitedTo(node -> node == USER_ID.node());

      assertThat(adapted(far, USER_ID.eq(AGE).node())).isEqualTo("u.id = users.age");
      assertThat(far.correspondingTo(AGE.node())).isNull();
    }

    @Test
    void and_another_adaptsWhatTheFirstLeaves() {
      Adaptation both = toU.and(Adaptation.to(POSTS.as("p").fromNode()));

      assertThat(adapted(both, AUTHOR.eq(USER_ID).node())).isEqualTo("p.user_id = u.id");
    }
  }

  @Nested
  class ToASubquery {
    @Test
    void node_selectedColumns_becomeThoseOfTheSubqueryUnderTheirLabels() {
      Alias page = select(USER_ID, NAME.as("n"), POST_ID).join(POSTS).limit(5).as("page");
      Adaptation toPage = Adaptation.to(page.fromNode());

      assertThat(adapted(toPage, select(USER_ID, NAME, POST_ID).where(AUTHOR.isNull())))
          .isEqualTo(
              "SELECT page.id, page.n, page.id_1 FROM (SELECT users.id AS id, users.name AS n, posts.id"
                  + " AS id_1 FROM users JOIN posts ON users.id = posts.user_id LIMIT ?) AS page,"
                  + " posts WHERE posts.user_id IS NULL");
    }

    @Test
    void node_columnSelectedFromAnAlias_isFoundThroughIt() {
      Alias u = USERS.as("u");
      Alias page = select(u.c("id"), u.c("age")).as("page");
      Adaptation toPage = Adaptation.to(page.fromNode());

      assertThat(adapted(toPage, AGE.gt(3).node())).isEqualTo("page.age > ?");
      assertThat(adapted(toPage, u.<Integer>c("age").gt(3).node())).isEqualTo("page.age > ?");
    }

    @Test
    void node_selectedItselfAndFromAnAlias_prefersItself() {
      Alias boss = USERS.as("boss");
      Alias pairs = select(boss.c("id").as("boss_id"), USER_ID.as("own_id")).as("pairs");
      Adaptation toPairs = Adaptation.to(pairs.fromNode());

      assertThat(adapted(toPairs, boss.<Integer>c("id").ne(USER_ID).node()))
          .isEqualTo("pairs.boss_id != pairs.own_id");
    }

    @Test
    void from_joinOfWhatTheSubquerySelects_becomesTheSubquery() {
      Alias page = select(USER_ID, POST_ID).join(POSTS).as("page");

      assertThat(Adaptation.to(page.fromNode()).from(USERS.join(POSTS).fromNode()))
          .isSameAs(page.fromNode());
    }
  }

  @Nested
  class ByName {
    @Test
    void of_columnsNamed_areExchangedForAnyExpression() {
      Adaptation renamed = Adaptation.of(Map.of(AGE.node(), USER_ID.plus(1).node()));

      assertThat(adapted(renamed, AGE.times(2).node())).isEqualTo("(users.id + ?) * ?");
    }

    @Test
    void rewriter_replacementOfAnotherKind_isRefused() {
      Rewriter rewriter = new Rewriter(element -> element == AGE.node() ? USERS.fromNode() : null);

      assertThatThrownBy(() -> rewriter.node(AGE.gt(1).node()))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("Cannot exchange users.age for users");
    }

    @Test
    void rewriter_binds_canBeGivenOtherValues() {
      Rewriter rewriter = new Rewriter(
          element -> element instanceof BindNode bind && bind.value().equals(1)
              ? BindNode.of(2, bind.ownType())
              : null);
      SelectNode statement = select(USER_ID).where(AGE.gt(1), AGE.lt(9)).statementNode();

      assertThat(rewriter.statement(statement).keyed().values()).containsExactly(2, 9);
      assertThat(rewriter.statement(statement).keyed().key())
          .isEqualTo(statement.keyed().key());
    }
  }

  @Nested
  class Walks {
    @Test
    void find_kind_listsEveryOccurrence() {
      SelectNode statement = select(NAME)
          .join(POSTS, AUTHOR.eq(USER_ID))
          .where(AGE.gt(1))
          .orderBy(AGE)
          .statementNode();

      assertThat(Traversal.find(statement, ColumnNode.class))
          .isEqualTo(List.of(NAME, AUTHOR, USER_ID, AGE, AGE));
    }

    @Test
    void sameStructure_otherValuesAndAliases_isTrue() {
      Alias one = USERS.alias();
      Alias other = USERS.alias();

      assertThat(Traversal.sameStructure(
              one.<Integer>c("age").gt(1).node(), other.<Integer>c("age").gt(2).node()))
          .isTrue();
      assertThat(Traversal.sameStructure(AGE.gt(1).node(), AGE.ge(1).node())).isFalse();
    }
  }
}
