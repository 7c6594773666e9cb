package io.aludel.dialect;

import static io.aludel.dialect.postgresql.PostgresqlOperators.hasKey;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileOptions.ParameterStyle;
import io.aludel.engine.Engine;
import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.sql.Cte;
import io.aludel.sql.Executable;
import io.aludel.sql.Select;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the places of values are marked, and what is cast so that a driver or database knows it. */
@Parity({"ORM-DIA-11", "ORM-SQL-33"})
class ParameterStyleTest {
  private final Shop shop = new Shop();
  private final Shop.Users users = shop.users;

  private static CompiledStatement compiled(Executable statement, Object... options) {
    return DialectSpelling.dialect("postgresql")
        .compile(statement.statementNode(), CompileOptions.of(options));
  }

  private static String sql(Executable statement, Object... options) {
    return compiled(statement, options).sql(statement.statementNode().keyed().values());
  }

  private Select<Integer> find() {
    Cte young = select(users.id).where(users.age.lt(40)).cte("young");
    return select(users.id)
        .where(
            users.name.eq(parameter("who", SqlTypes.STRING)),
            users.age.modulo(5).eq(0),
            users.id.in(select(young.<Integer>c("id"))),
            users.name.ne(parameter("who", SqlTypes.STRING)));
  }

  @Test
  void styles_ofOneStatement_markTheSamePlaces() {
    assertThat(sql(find()))
        .isEqualTo("WITH young AS (SELECT users.id AS id FROM users WHERE users.age < ?)"
            + " SELECT users.id FROM users WHERE users.name = ? AND users.age % ? = ? AND users.id IN"
            + " (SELECT young.id FROM young) AND users.name != ?");
    assertThat(sql(find(), ParameterStyle.QUESTION_MARK)).isEqualTo(sql(find()));
    assertThat(sql(find(), ParameterStyle.NUMBERED))
        .contains("users.age < $1)", "users.name = $2", "% $3 = $4", "users.name != $5");
    assertThat(sql(find(), ParameterStyle.NAMED))
        .contains("users.name = :who ", "users.name != :who", "% :param_2 = :param_3");
    assertThat(sql(find(), ParameterStyle.FORMAT))
        .contains("users.age < %s)", "users.age %% %s = %s");
  }

  @Test
  void arguments_inTheOrderOfTheSql_areThoseBound() {
    Select<Integer> find = find();
    CompiledStatement compiled = compiled(find, ParameterStyle.NAMED);
    Object[] values = find.statementNode().keyed().values().clone();
    values[compiled.parameters().get("who")] = "ann";

    assertThat(compiled.arguments(values)).containsExactly(40, "ann", 5, 0, "ann");
    assertThat(compiled.namedArguments(values))
        .containsEntry("who", "ann")
        .containsEntry("param_2", 5)
        .hasSize(4);
  }

  @Test
  void lists_areMarkedMemberByMember() {
    Select<Integer> pairs =
        select(users.id).where(tuple(users.id, users.name).in(List.of(1, "a"), List.of(2, "b")));
    CompiledStatement compiled = compiled(pairs, ParameterStyle.NUMBERED);
    Object[] values = pairs.statementNode().keyed().values();

    assertThat(compiled.sql(values)).endsWith("IN (($1, $2), ($3, $4))");
    assertThat(compiled.arguments(values)).containsExactly(1, "a", 2, "b");
    Select<Integer> ids = select(users.id).where(users.id.in(1, 2, 3));
    CompiledStatement padded = DialectSpelling.dialect("sqlite")
        .compile(ids.statementNode(), CompileOptions.of(ParameterStyle.NAMED));
    assertThat(padded.sql(ids.statementNode().keyed().values()))
        .endsWith("IN (:param_1_1, :param_1_2, :param_1_3, :param_1_4)");
    assertThat(padded.namedArguments(ids.statementNode().keyed().values()))
        .isEqualTo(Map.of("param_1_1", 1, "param_1_2", 2, "param_1_3", 3, "param_1_4", 3));
  }

  /** JDBC wants a question mark that is no place of a value doubled; others do not. */
  @Test
  void questionMarks_ofOperators_areDoubledForJdbcOnly() {
    Column<Json> data = Schema.column("data", SqlTypes.JSONB);
    Table.of("docs", new MetaData(), data);
    Select<Json> has = select(data).where(hasKey(data, "a"));

    assertThat(sql(has)).contains(" ?? ?");
    assertThat(sql(has, ParameterStyle.NUMBERED)).contains(" ? $1");
  }

  /** Where a database cannot tell the type of a value, a cast says it. */
  @ForEachDatabase
  void values_comparedWithNothing_areToldTheirType(Engine engine) {
    ShopData.create(engine, shop);
    String sql = DialectSpelling.sql(engine.dialect().name(), select(literal("x")));

    assertThat(sql.contains("CAST(")).isEqualTo(engine.dialect().name().equals("h2"));
    engine.inTransaction(connection -> assertThat(
            connection.scalar(select(literal("x")).from(users.table).limit(1)))
        .isEqualTo("x"));
    String document =
        DialectSpelling.sql(engine.dialect().name(), select(literal(Json.of(1), SqlTypes.JSON)));
    assertThat(document)
        .isEqualTo(
            switch (engine.dialect().name()) {
              case "postgresql" -> "SELECT CAST(? AS JSON) AS anon_1";
              case "h2" -> "SELECT ? FORMAT JSON AS anon_1";
              default -> document;
            });
  }
}
