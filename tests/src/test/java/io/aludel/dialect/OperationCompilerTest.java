package io.aludel.dialect;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.operator.ArrayExpression.array;
import static io.aludel.sql.operator.ArrayExpression.arrayAgg;
import static io.aludel.sql.operator.ArrayExpression.arrayOf;
import static io.aludel.sql.operator.JsonExpression.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Expression;
import io.aludel.testing.Parity;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Operators of JSON and arrays in each dialect. */
class OperationCompilerTest {
  private final Column<Json> data = column("data", SqlTypes.JSON);
  private final Column<List<Integer>> tags = column("tags", SqlTypes.ARRAY(SqlTypes.INTEGER));
  private final Column<Integer> number = column("number", SqlTypes.INTEGER);
  private final Table table = Table.of("t", new MetaData(), data, tags, number);

  private DialectSpelling of(Expression<?> expression) {
    return DialectSpelling.of(select(expression));
  }

  @Nested
  @Parity("ORM-TYP-08")
  class JsonParts {
    @Test
    void at_member_isJson() {
      of(json(data).at("a"))
          .on("sqlite", "SELECT t.data -> ? AS anon_1 FROM t")
          .on("postgresql", "SELECT t.data #> CAST(? AS TEXT[]) AS anon_1 FROM t")
          .on("mysql mariadb", "SELECT JSON_EXTRACT(t.data, ?) AS anon_1 FROM t")
          .on("h2", "SELECT (t.data).\"a\" AS anon_1 FROM t")
          .check();
    }

    @Test
    void path_ofSeveralSteps_isOneParameter() {
      of(json(data).path("a", 1, "b").asInteger())
          .on("sqlite", "SELECT CAST(t.data ->> ? AS INTEGER) AS anon_1 FROM t")
          .on("postgresql", "SELECT CAST(t.data #>> CAST(? AS TEXT[]) AS INTEGER) AS anon_1 FROM t")
          .on(
              "mysql mariadb",
              "SELECT CASE WHEN JSON_TYPE(JSON_EXTRACT(t.data, ?)) != 'NULL' THEN"
                  + " CAST(JSON_UNQUOTE(JSON_EXTRACT(t.data, ?)) AS SIGNED INTEGER) END AS anon_1"
                  + " FROM t")
          .check();
    }

    @Test
    void asString_part_isTextWithoutQuotes() {
      of(json(data).at("a").asString().eq("x"))
          .on("sqlite", "SELECT CAST(t.data ->> ? AS TEXT) = ? AS anon_1 FROM t")
          .on("postgresql", "SELECT (t.data #>> CAST(? AS TEXT[])) = ? AS anon_1 FROM t")
          .on(
              "mysql",
              "SELECT CASE WHEN JSON_TYPE(JSON_EXTRACT(t.data, ?)) != 'NULL' THEN"
                  + " JSON_UNQUOTE(JSON_EXTRACT(t.data, ?)) END = ? AS anon_1 FROM t")
          .on(
              "mariadb",
              "SELECT CASE JSON_TYPE(JSON_EXTRACT(t.data, ?)) WHEN 'STRING' THEN"
                  + " JSON_VALUE(t.data, ?) WHEN 'NULL' THEN NULL ELSE"
                  + " JSON_UNQUOTE(JSON_EXTRACT(t.data, ?)) END = ? AS anon_1 FROM t")
          .on(
              "h2",
              "SELECT CASE WHEN CAST((t.data).\"a\" AS VARCHAR) LIKE '\"%' THEN"
                  + " STRINGDECODE(SUBSTRING(CAST((t.data).\"a\" AS VARCHAR), 2,"
                  + " CHAR_LENGTH(CAST((t.data).\"a\" AS VARCHAR)) - 2)) ELSE"
                  + " NULLIF(CAST((t.data).\"a\" AS VARCHAR), 'null') END = ? AS anon_1 FROM t")
          .check();
    }

    @Test
    void asBoolean_part_isACondition() {
      DialectSpelling.of(select(number).where(json(data).at("on").asBoolean()))
          .on("sqlite", "SELECT t.number FROM t WHERE CAST(t.data ->> ? AS BOOLEAN)")
          .on(
              "postgresql",
              "SELECT t.number FROM t WHERE CAST(t.data #>> CAST(? AS TEXT[]) AS BOOLEAN)")
          .on(
              "mysql mariadb",
              "SELECT t.number FROM t WHERE CASE JSON_UNQUOTE(JSON_EXTRACT(t.data, ?))"
                  + " WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END")
          .check();
    }

    @Test
    void at_hostileName_isBoundOrQuoted() {
      String hostile = "a\"]'; DROP TABLE t --";
      of(json(data).at(hostile))
          .on("sqlite", "SELECT t.data -> ? AS anon_1 FROM t")
          .on("h2", "SELECT (t.data).\"a\"\"]'; DROP TABLE t --\" AS anon_1 FROM t")
          .check();
    }

    @Test
    void at_fromTheEnd_isRefusedWhereItCannotBe() {
      of(json(data).at(-1)).refusedOn("h2", "does not count from the end").check();
    }

    @Test
    void path_wrongStep_isRefused() {
      assertThatThrownBy(() -> json(data).path(1.5))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("java.lang.Double")
          .hasMessageEndingWith("[ARG-101]");
    }

    @Test
    void json_ofANumber_isRefused() {
      table.c("number");
      assertThatThrownBy(() -> json(number))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("needs JSON")
          .hasMessageEndingWith("[SQL-105]");
    }

    @Test
    void bind_ofJson_isToldToBeJson() {
      DialectSpelling.of(select(number).where(data.eq(Json.of(1))))
          .is("SELECT t.number FROM t WHERE t.data = ?")
          .on("postgresql", "SELECT t.number FROM t WHERE t.data = CAST(? AS JSON)")
          .on("h2", "SELECT t.number FROM t WHERE t.data = ? FORMAT JSON")
          .check();
    }
  }

  @Nested
  @Parity("ORM-TYP-11")
  class Arrays {
    @Test
    void at_index_isAnElement() {
      of(array(tags).at(2))
          .on("postgresql", "SELECT t.tags[?] AS anon_1 FROM t")
          .on("h2", "SELECT t.tags[?] AS anon_1 FROM t")
          .refusedOn("sqlite mysql mariadb", "Cannot compile Subscript")
          .check();
      assertThat(select(array(tags).at(2)).statementNode().keyed().values()).containsExactly(2);
      assertThat(select(array(tags).zeroIndexed().at(2)).statementNode().keyed().values())
          .containsExactly(3);
    }

    @Test
    void slice_ofPlaces_isAnArray() {
      of(array(tags).slice(1, 2).at(1))
          .on("postgresql", "SELECT (t.tags[?:?])[?] AS anon_1 FROM t")
          .check();
      of(array(tags).slice(1, 2))
          .on(
              "h2",
              "SELECT ARRAY_SLICE(t.tags, CAST(? AS INTEGER), CAST(? AS INTEGER)) AS anon_1"
                  + " FROM t")
          .check();
    }

    @Test
    void any_value_comparesWithElements() {
      of(array(tags).any(3))
          .on("postgresql", "SELECT ? = ANY (t.tags) AS anon_1 FROM t")
          .on("h2", "SELECT ? = ANY(t.tags) AS anon_1 FROM t")
          .check();
      of(array(tags).all(3))
          .on("postgresql", "SELECT ? = ALL (t.tags) AS anon_1 FROM t")
          .check();
    }

    @Test
    void containment_lists_areOneParameter() {
      String select = "SELECT t.number FROM t WHERE t.tags ";
      DialectSpelling.of(select(number).where(array(tags).contains(List.of(1, 2))))
          .on("postgresql", select + "@> CAST(? AS INTEGER[])")
          .refusedOn("h2 sqlite mysql mariadb", "operator @>")
          .check();
      DialectSpelling.of(select(number).where(array(tags).containedBy(List.of(1, 2))))
          .on("postgresql", select + "<@ CAST(? AS INTEGER[])")
          .check();
      DialectSpelling.of(select(number).where(array(tags).overlaps(List.of(1, 2))))
          .on("postgresql", select + "&& CAST(? AS INTEGER[])")
          .check();
    }

    @Test
    void functions_ofArrays_areTyped() {
      of(array(tags).length())
          .on("postgresql", "SELECT cardinality(t.tags) AS cardinality_1 FROM t")
          .check();
      of(arrayAgg(number, SqlTypes.INTEGER))
          .on("postgresql", "SELECT array_agg(t.number) AS array_agg_1 FROM t")
          .check();
      of(arrayOf(SqlTypes.INTEGER, number, literal(7)))
          .on("postgresql", "SELECT ARRAY[t.number, ?] AS anon_1 FROM t")
          .check();
    }

    @Test
    void bind_elementOfAnotherClass_isRefused() {
      assertThatThrownBy(() -> tags.eq((List<Integer>) (List<?>) List.of("x")))
          .isInstanceOf(ArgumentException.class)
          .hasMessageEndingWith("[SQL-102]");
    }

    @Test
    void array_ofANumber_isRefused() {
      assertThatThrownBy(() -> array((Expression<List<Integer>>) (Expression<?>) number))
          .isInstanceOf(ArgumentException.class)
          .hasMessageContaining("needs an array")
          .hasMessageEndingWith("[SQL-105]");
    }
  }
}
