package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.BORN;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.SCORE;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.sql.Executable;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiteralTest {
  private static final CompileOptions LITERAL = CompileOptions.of(CompileOptions.Values.LITERAL);

  private static String sql(String dialect, Executable statement) {
    CompiledStatement compiled =
        Spelling.dialect(dialect).compile(statement.statementNode(), LITERAL);
    assertThat(compiled.placeholders()).isEmpty();
    return compiled.sql(statement.statementNode().keyed().values());
  }

  @Test
  void values_ofAllKinds_areWrittenIntoTheSql() {
    var statement = select(USER_ID)
        .where(
            AGE.in(1, 2, 3),
            NAME.ne("it's \\ a"),
            BORN.gt(LocalDate.of(2020, 1, 2)),
            SCORE.le(new BigDecimal("1E+3")))
        .limit(5);

    assertThat(sql("postgresql", statement))
        .isEqualTo(
            "SELECT users.id FROM users WHERE users.age IN (1, 2, 3) AND users.name != 'it''s"
                + " \\ a' AND users.born > DATE '2020-01-02' AND users.score <= 1000 LIMIT 5");
    assertThat(sql("mysql", statement)).contains("'it''s \\\\ a'").contains("DATE '2020-01-02'");
    assertThat(sql("sqlite", statement)).contains("users.born > '2020-01-02'");
    assertThat(sql("h2", statement)).contains("users.name != 'it''s \\ a'");
  }

  @Test
  void listsAndTuples_areWrittenInFull() {
    assertThat(sql("sqlite", select(USER_ID).where(AGE.in(List.of()))))
        .isEqualTo("SELECT users.id FROM users WHERE users.age IN (NULL) AND (1 != 1)");
    assertThat(sql(
            "postgresql",
            select(USER_ID).where(tuple(USER_ID, NAME).in(List.of(1, "a"), List.of(2, "b")))))
        .isEqualTo(
            "SELECT users.id FROM users WHERE (users.id, users.name) IN ((1, 'a'), (2, 'b'))");
    assertThat(sql("postgresql", insert(USERS).values(row("id", 1, "name", null))))
        .isEqualTo("INSERT INTO users (id, name) VALUES (1, NULL)");
    assertThat(sql("sqlite", text("select :a, :b").bind("a", true).bind("b", new byte[] {1, -1})))
        .isEqualTo("select 1, X'01ff'");
    assertThat(sql(
            "postgresql", select(literal(new byte[] {1, -1}, SqlTypes.BINARY).as("x"))))
        .isEqualTo("SELECT CAST('\\x01ff' AS BYTEA) AS x");
  }

  @Test
  void values_withoutLiteral_areRefused() {
    assertThatThrownBy(() -> sql("postgresql", select(USER_ID).where(NAME.eq("a\0b"))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("has no literal for it");
    assertThatThrownBy(() -> sql("postgresql", select(literal(Double.NaN, SqlTypes.DOUBLE))))
        .isInstanceOf(CompileException.class);
    assertThatThrownBy(() ->
            sql("sqlite", select(USER_ID).where(AGE.gt(parameter("least", SqlTypes.INTEGER)))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("it has no value yet");
  }

  @Test
  void inlined_value_isPartOfTheShape() {
    var one = select(USER_ID).where(NAME.eq(inlined("a'b", SqlTypes.STRING)));

    assertThat(Spelling.sql("postgresql", one))
        .isEqualTo("SELECT users.id FROM users WHERE users.name = 'a''b'");
    assertThat(one.statementNode().keyed().key())
        .isNotEqualTo(select(USER_ID)
            .where(NAME.eq(inlined("c", SqlTypes.STRING)))
            .statementNode()
            .keyed()
            .key());
  }
}
