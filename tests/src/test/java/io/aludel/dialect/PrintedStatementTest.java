package io.aludel.dialect;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.ArrayExpression.array;
import static io.aludel.sql.operator.JsonExpression.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.ElementPrinter;
import io.aludel.sql.tree.ExtensionNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.testing.Parity;
import io.aludel.types.Json;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements print without a database, whatever is in them. */
@Parity("ORM-DIA-10")
class PrintedStatementTest {
  private final Column<Integer> id = column("id", SqlTypes.INTEGER);
  private final Column<Json> data = column("data", SqlTypes.JSON);
  private final Column<List<Integer>> tags = column("tags", SqlTypes.ARRAY(SqlTypes.INTEGER));
  private final Table table = Table.of("t", new MetaData(), id, data, tags);

  @Test
  void statement_ofEveryKind_isStandardSql() {
    assertThat(select(id).where(id.gt(1)).limit(2))
        .hasToString("SELECT t.id FROM t WHERE t.id > ? LIMIT ?");
    assertThat(insert(table).values(row("id", 1)).returning(id))
        .hasToString("INSERT INTO t (id) VALUES (?) RETURNING t.id");
    assertThat(id.in(1, 2)).hasToString("t.id IN (?, ?)");
  }

  @Test
  void statement_withWhatOnlySomeDatabasesHave_isShownAllTheSame() {
    assertThat(array(tags).contains(List.of(1))).hasToString("t.tags @> ?");
    assertThat(json(data).at("a").asInteger().toString()).contains("JsonPart(t.data");
    assertThat(select(id).fullJoin(table.as("u"), id.eq(1)).toString()).contains("FULL OUTER JOIN");
  }

  @Test
  void construct_ofAnApplication_writesItself() {
    record Answer() implements ExtensionNode {
      @Override
      public SqlType<?> type(CompileScope scope) {
        return SqlTypes.INTEGER;
      }

      @Override
      public void key(KeyBuilder keys) {
        keys.add(Answer.class);
      }

      @Override
      public void write(Writer out) {
        out.text("answer_of(").identifier("order").text(") /* " + out.dialect() + " */");
      }
    }
    assertThat(ElementPrinter.INSTANCE.print(new Answer()))
        .isEqualTo("answer_of(order) /* generic */");
  }

  @Test
  void reference_thatNobodyResolves_isShownByName() {
    record Nameless() implements ReferenceNode {
      @Override
      public Node resolve(CompileScope scope) {
        throw new IllegalStateException("there is no registry");
      }

      @Override
      public void key(KeyBuilder keys) {
        keys.add(Nameless.class);
      }

      @Override
      public String toString() {
        return "User.name";
      }
    }
    assertThat(ElementPrinter.INSTANCE.print(new Nameless())).isEqualTo("User.name");
  }
}
