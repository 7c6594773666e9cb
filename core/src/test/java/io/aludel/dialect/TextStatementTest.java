package io.aludel.dialect;

import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.RowStatement;
import io.aludel.sql.tree.KeyedValues;
import io.aludel.types.SqlTypes;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextStatementTest {
  @Test
  void parameters_named_becomePlaceholders() {
    Spelling.of(text("select * from t where a = :a and b = :b or a > :a")
            .bind("a", 1)
            .bind("b", "x"))
        .is("select * from t where a = ? and b = ? or a > ?")
        .check();
  }

  @Test
  void parameters_sameName_shareASlot() {
    CompiledStatement compiled =
        Spelling.compiled("sqlite", text("select :a, :b, :a").bind("a", 1).bind("b", 2));

    assertThat(compiled.slotCount()).isEqualTo(2);
    assertThat(compiled.placeholders()).extracting(Placeholder::slot).containsExactly(0, 1, 0);
  }

  @Test
  void parameters_withoutValue_areAskedForByName() {
    CompiledStatement compiled =
        Spelling.compiled("sqlite", text("select :a, :b").bind("a", 1));

    assertThat(compiled.parameters()).isEqualTo(Map.of("b", 1));
    assertThat(text("select :a, :b").bind("a", 1).statementNode().keyed().values())
        .containsExactly(1, KeyedValues.UNSET);
  }

  @Test
  void colons_thatMeanSomethingElse_stay() {
    String sql =
        "select '12:30 :x', \"a:b\", `c:d`, x::int, y[1:2], '\\', a\\:b /* :c */ from t -- :d\nwhere e = :e";

    Spelling.of(text(sql).bind("e", 1))
        .is(
            "select '12:30 :x', \"a:b\", `c:d`, x::int, y[1:2], '\\', a:b /* :c */ from t -- :d\nwhere e"
                + " = ?")
        .check();
  }

  @Test
  void bind_unknownName_namesThoseThereAre() {
    assertThatThrownBy(() -> text("select :a").bind("b", 1))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("'b'")
        .hasMessageContaining("[a]");
  }

  @Test
  void bind_unknownClass_isRefused() {
    assertThatThrownBy(() -> text("select :a").bind("a", ZoneId.of("UTC")))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("No SQL type holds values of java.time.")
        .hasMessageEndingWith("[SQL-103]");
  }

  @Test
  void columns_described_areRead() {
    RowStatement<Long> statement = text("select a, b from t")
        .columns(
            io.aludel.sql.Sql.named("a", SqlTypes.BIGINT),
            io.aludel.sql.Sql.named("b", SqlTypes.STRING));
    CompiledStatement compiled = Spelling.compiled("h2", statement);

    assertThat(compiled.kind()).isEqualTo(StatementKind.TEXT);
    assertThat(compiled.columns()).extracting(ResultColumn::label).containsExactly("a", "b");
    assertThat(compiled.columns())
        .extracting(column -> (Object) column.type())
        .containsExactly(SqlTypes.BIGINT, SqlTypes.STRING);
  }
}
