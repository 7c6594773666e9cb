package io.aludel.dialect;

import static io.aludel.dialect.Blog.*;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.sql.Executable;
import io.aludel.sql.Select;
import io.aludel.types.SqlTypes;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompiledStatementTest {
  record Named(Integer id, String name) {}

  @Nested
  class Results {
    @Test
    void columns_haveLabelsAndTypes() {
      CompiledStatement compiled = Spelling.compiled(
          "postgresql", select(USER_ID, AGE.dividedBy(2), func.count(), NAME.as("who")));

      assertThat(compiled.kind()).isEqualTo(StatementKind.SELECT);
      assertThat(compiled.givesRows()).isTrue();
      assertThat(compiled.columns())
          .extracting(ResultColumn::label)
          .containsExactly("id", "anon_1", "count_1", "who");
      assertThat(compiled.columns())
          .extracting(column -> (Object) column.type())
          .containsExactly(
              SqlTypes.INTEGER, SqlTypes.NUMERIC, SqlTypes.BIGINT, SqlTypes.STRING(50));
    }

    @Test
    void projection_isOneItemOfSeveralColumns() {
      Select<Named> statement = select(into(Named::new, USER_ID, NAME), AGE);
      CompiledStatement compiled = Spelling.compiled("sqlite", statement);

      assertThat(compiled.columns()).hasSize(3);
      assertThat(compiled.items())
          .containsExactly(new ResultItem("id", 0, 2, true), new ResultItem("age", 2, 1, false));
    }

    @Test
    void types_ofFunctions_followTheirArguments() {
      CompiledStatement compiled = Spelling.compiled(
          "sqlite",
          select(
              func.max(BORN),
              func.coalesce(AGE, 1),
              AGE.plus(1),
              SCORE.times(SCORE),
              caseWhen(AGE.gt(1), "x"),
              AGE.gt(1),
              select(NAME).asScalar()));

      assertThat(compiled.columns())
          .extracting(column -> (Object) column.type())
          .containsExactly(
              SqlTypes.DATE,
              SqlTypes.INTEGER,
              SqlTypes.INTEGER,
              SqlTypes.NUMERIC,
              SqlTypes.STRING,
              SqlTypes.BOOLEAN,
              SqlTypes.STRING(50));
    }

    @Test
    void dml_withoutReturning_givesNoRows() {
      assertThat(Spelling.compiled("sqlite", delete(USERS)).givesRows()).isFalse();
      assertThat(Spelling.compiled("sqlite", delete(USERS).returning(NAME)).givesRows())
          .isTrue();
    }
  }

  @Nested
  class ExpandedLists {
    private String sql(int size) {
      Executable statement =
          select(USER_ID).where(AGE.in(Collections.nCopies(size, 7)), NAME.eq("x"));
      return Spelling.sql("sqlite", statement);
    }

    @Test
    void lengths_arePaddedToPowersOfTwo() {
      assertThat(SqlTemplate.padded(0)).isZero();
      assertThat(SqlTemplate.padded(1)).isEqualTo(1);
      assertThat(SqlTemplate.padded(2)).isEqualTo(2);
      assertThat(SqlTemplate.padded(3)).isEqualTo(4);
      assertThat(SqlTemplate.padded(500)).isEqualTo(512);
      assertThat(SqlTemplate.padded(1025)).isEqualTo(2048);
      assertThat(SqlTemplate.padded(2049)).isEqualTo(3072);
      assertThat(sql(3)).contains("IN (?, ?, ?, ?)").isEqualTo(sql(4));
      assertThat(sql(0)).contains("IN (NULL) AND (1 != 1) AND users.name = ?");
    }

    @Test
    void spellings_areKept() {
      Select<Integer> statement = select(USER_ID).where(AGE.in(1, 2, 3));
      CompiledStatement compiled = Spelling.compiled("sqlite", statement);
      Object[] values = statement.statementNode().keyed().values();

      assertThat(compiled.sql(values)).isSameAs(compiled.sql(values));
      assertThat(compiled.sql(new Object[] {new Object[] {9, 8, 7, 6}}))
          .isSameAs(compiled.sql(values));
      assertThat(compiled.isFixed()).isFalse();
    }

    @Test
    void bind_paddedList_repeatsTheLastValue() throws Exception {
      Select<Integer> statement = select(USER_ID).where(AGE.in(1, 2, 3), NAME.eq("x"));
      RecordingStatement recorded = new RecordingStatement();
      CompiledStatement compiled = Spelling.compiled("sqlite", statement);

      compiled.bind(recorded.proxy(), statement.statementNode().keyed().values());

      assertThat(recorded.bound()).isEqualTo(List.of(1, 2, 3, 3, "x"));
    }

    @Test
    void in_twoLists_expandApart() {
      assertThat(Spelling.sql("sqlite", select(USER_ID).where(AGE.in(1), USER_ID.notIn(1, 2))))
          .endsWith("WHERE users.age IN (?) AND (users.id NOT IN (?, ?))");
    }
  }

  @Nested
  class Slots {
    @Test
    void bind_sharedByTwoPlaces_hasOneSlot() {
      var five = literal(5);
      CompiledStatement compiled =
          Spelling.compiled("sqlite", select(USER_ID).where(AGE.gt(five), USER_ID.lt(five)));

      assertThat(compiled.slotCount()).isEqualTo(1);
      assertThat(compiled.placeholders()).extracting(Placeholder::slot).containsExactly(0, 0);
    }

    @Test
    void binds_many_keepTheirSlots() {
      var conditions = new java.util.ArrayList<io.aludel.sql.Condition>();
      for (int i = 0; i < 40; i++) {
        conditions.add(AGE.ne(i));
      }
      Select<Integer> statement = select(USER_ID).where(allOf(conditions));

      assertThat(statement.statementNode().keyed().values()).hasSize(40).contains(0, 39);
      assertThat(Spelling.compiled("sqlite", statement).placeholders())
          .extracting(Placeholder::slot)
          .isSorted();
    }
  }
}
