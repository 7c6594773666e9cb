package io.aludel.dialect.sqlserver;

import static io.aludel.dialect.sqlserver.Sales.ACTIVE;
import static io.aludel.dialect.sqlserver.Sales.AGE;
import static io.aludel.dialect.sqlserver.Sales.ARTICLE;
import static io.aludel.dialect.sqlserver.Sales.BUYER;
import static io.aludel.dialect.sqlserver.Sales.FAR_ID;
import static io.aludel.dialect.sqlserver.Sales.FAR_NAME;
import static io.aludel.dialect.sqlserver.Sales.ID;
import static io.aludel.dialect.sqlserver.Sales.NAME;
import static io.aludel.dialect.sqlserver.Sales.ORDERS;
import static io.aludel.dialect.sqlserver.Sales.ORDER_ID;
import static io.aludel.dialect.sqlserver.Sales.PEOPLE;
import static io.aludel.dialect.sqlserver.Sales.is;
import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.exists;
import static io.aludel.sql.Sql.extract;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.inlined;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.not;
import static io.aludel.sql.Sql.orderBy;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.trueCondition;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.values;
import static io.aludel.sql.operator.JsonExpression.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.Cte;
import io.aludel.sql.Expression;
import io.aludel.sql.Select;
import io.aludel.sql.Select.Lock;
import io.aludel.sql.Window;
import io.aludel.sql.tree.construct.ExtractNode.Field;
import io.aludel.testing.Parity;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Queries of SQL Server, word for word. The reference, run on the same statements, writes the same but for what
 * {@code docs/design/statements.md} says of SQL Server.
 */
@Parity("ORM-DIA-04")
class SqlServerQueryTest {
  private static final Select<Integer> IDS = select(ID);

  private static void refused(io.aludel.sql.Executable statement, String words) {
    assertThatThrownBy(() -> Sales.sql(statement))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining(words);
  }

  @Nested
  class Pages {
    @Test
    void limit_alone_isTop() {
      is(IDS.limit(5), "SELECT TOP (?) people.id FROM people");
      is(IDS.distinct().limit(5), "SELECT DISTINCT TOP (?) people.id FROM people");
      is(
          IDS.orderBy(ID.desc()).limit(0),
          "SELECT TOP (?) people.id FROM people ORDER BY people.id DESC");
    }

    @Test
    void offset_belongsToTheOrder() {
      is(
          IDS.orderBy(ID).limit(5).offset(10),
          "SELECT people.id FROM people ORDER BY people.id OFFSET ? ROWS FETCH FIRST ? ROWS ONLY");
      is(
          IDS.orderBy(ID).offset(10),
          "SELECT people.id FROM people ORDER BY people.id OFFSET ? ROWS");
    }

    @Test
    void offset_values_areBoundInTheOrderOfTheSql() {
      Select<Integer> page = IDS.orderBy(ID).limit(5).offset(10);
      var compiled = Sales.DIALECT.compile(page.statementNode(), CompileOptions.NONE);
      assertThat(compiled.arguments(page.statementNode().keyed().values()))
          .isEqualTo(List.of(10L, 5L));
    }

    @Test
    void offset_withoutOrder_getsOneThatSaysNothing() {
      is(IDS.offset(10), "SELECT people.id FROM people ORDER BY (SELECT NULL) OFFSET ? ROWS");
      is(
          IDS.distinct().offset(10),
          "SELECT DISTINCT people.id FROM people ORDER BY 1 OFFSET ? ROWS");
    }

    @Test
    void ties_andShares_areTop() {
      is(
          IDS.orderBy(AGE).limitWithTies(3),
          "SELECT TOP (?) WITH TIES people.id FROM people ORDER BY people.age");
      is(IDS.limitPercent(2.5), "SELECT TOP (?) PERCENT people.id FROM people");
      refused(IDS.orderBy(AGE).limitWithTies(3).offset(1), "Leave the offset out");
    }

    @Test
    void order_ofNestedQueries_isLeftOutUnlessRowsAreCounted() {
      Alias all = IDS.orderBy(AGE).as("q");
      is(select(all.c(ID)), "SELECT q.id FROM (SELECT people.id AS id FROM people) AS q");
      Alias some = IDS.orderBy(AGE).limit(3).as("q");
      is(
          select(some.c(ID)),
          "SELECT q.id FROM (SELECT TOP (?) people.id AS id FROM people ORDER BY people.age) AS q");
      Alias later = IDS.orderBy(AGE).offset(3).as("q");
      is(
          select(later.c(ID)),
          "SELECT q.id FROM (SELECT people.id AS id FROM people ORDER BY people.age OFFSET ? ROWS) AS q");
    }

    @Test
    void compounds_haveNoTop_andTheirPartsAreNamed() {
      is(
          IDS.union(select(BUYER)).orderBy(io.aludel.sql.Sql.named("id")).limit(3),
          "SELECT people.id FROM people UNION SELECT orders.person_id FROM orders ORDER BY id"
              + " OFFSET 0 ROWS FETCH FIRST ? ROWS ONLY");
      is(
          IDS.limit(1).unionAll(select(BUYER)),
          "SELECT * FROM (SELECT TOP (?) people.id AS id FROM people) AS part UNION ALL"
              + " SELECT orders.person_id FROM orders");
      refused(IDS.exceptAll(select(BUYER)), "INTERSECT_ALL_AND_EXCEPT_ALL");
    }
  }

  @Nested
  class Conditions {
    @Test
    void truths_areComparedAsNumbers() {
      is(
          IDS.where(ACTIVE.isTrue()),
          IDS_WHERE + "(people.active = 1 AND people.active IS NOT NULL)");
      is(IDS.where(ACTIVE.asCondition()), IDS_WHERE + "people.active = 1");
      is(IDS.where(not(ACTIVE.asCondition())), IDS_WHERE + "people.active = 0");
      is(IDS.where(trueCondition()), IDS_WHERE + "1 = 1");
    }

    @Test
    void conditions_asValues_areCases() {
      is(
          select(AGE.gt(1)),
          "SELECT CASE WHEN people.age > ? THEN 1 WHEN NOT (people.age > ?) THEN 0 END AS anon_1"
              + " FROM people");
      is(
          select(AGE.isNull()),
          "SELECT CASE WHEN people.age IS NULL THEN 1 ELSE 0 END AS anon_1 FROM people");
      is(
          select(exists(select(ORDER_ID))),
          "SELECT CASE WHEN EXISTS (SELECT orders.id FROM orders) THEN 1 ELSE 0 END AS anon_1");
      is(
          IDS.where(ACTIVE.eq(AGE.isNull())),
          IDS_WHERE + "people.active = (CASE WHEN people.age IS NULL THEN 1 ELSE 0 END)");
      is(
          IDS.orderBy(AGE.isNull().asc()),
          "SELECT people.id FROM people ORDER BY"
              + " CASE WHEN people.age IS NULL THEN 1 ELSE 0 END ASC");
    }

    @Test
    void caseWhen_truths_becomeConditions() {
      is(
          select(caseWhen(ACTIVE.asCondition(), "y").otherwise("n")),
          "SELECT CASE WHEN people.active = 1 THEN ? ELSE ? END AS anon_1 FROM people");
    }

    @Test
    void distinctness_isAnIntersection() {
      is(
          IDS.where(NAME.isDistinctFrom("a"), AGE.isNotDistinctFrom(AGE)),
          IDS_WHERE + "NOT EXISTS (SELECT people.name INTERSECT SELECT ?) AND EXISTS (SELECT"
              + " people.age INTERSECT SELECT people.age)");
    }

    @Test
    void patterns_escapeBracketsToo() {
      Select<Integer> found = IDS.where(NAME.startsWith("50%[x]"));
      is(found, IDS_WHERE + "people.name LIKE ? ESCAPE '/'");
      assertThat(Sales.literalSql(found))
          .isEqualTo(IDS_WHERE + "people.name LIKE N'50/%/[x]%' ESCAPE '/'");
      assertThat(Sales.literalSql(IDS.where(NAME.like("[a-c]%"))))
          .isEqualTo(IDS_WHERE + "people.name LIKE N'[a-c]%'");
      is(
          IDS.where(NAME.contains(ARTICLE)),
          "SELECT people.id FROM people, orders WHERE (people.name LIKE '%' + REPLACE(orders.article,"
              + " '[', '[[]') + '%')");
      is(IDS.where(NAME.ilike("A%")), IDS_WHERE + "lower(people.name) LIKE lower(?)");
      refused(IDS.where(NAME.matches("a")), "REGULAR_EXPRESSIONS");
    }

    @Test
    void collation_isNeverQuoted() {
      is(
          select(NAME.collate("Latin1_General_BIN2").as("x")),
          "SELECT people.name COLLATE Latin1_General_BIN2 AS x FROM people");
      assertThatThrownBy(() -> Sales.sql(select(NAME.collate("x'; DROP TABLE people; --"))))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("SQL Server takes letters, digits and underscores");
    }

    @Test
    void labelOfAGroup_isWhatItStandsFor() {
      is(
          select(NAME.length().as("size"), func.count()).groupBy(named("size")),
          "SELECT len(people.name) AS size, count(*) AS count_1 FROM people GROUP BY"
              + " len(people.name)");
      is(
          select(func.lower(NAME).as("name"), func.count()).groupBy(named("name")),
          "SELECT lower(people.name) AS name, count(*) AS count_1 FROM people GROUP BY name");
      Alias derived = select(NAME).as("q");
      is(
          select(func.lower(derived.c(NAME)).as("name"), func.count()).groupBy(named("name")),
          "SELECT lower(q.name) AS name, count(*) AS count_1"
              + " FROM (SELECT people.name AS name FROM people) AS q GROUP BY name");
      Cte common = select(NAME).cte("q");
      is(
          select(func.lower(common.c(NAME)).as("name"), func.count()).groupBy(named("name")),
          "WITH q AS (SELECT people.name AS name FROM people)"
              + " SELECT lower(q.name) AS name, count(*) AS count_1 FROM q GROUP BY name");
    }

    @Test
    void tuples_areComparedValueByValue() {
      is(
          IDS.where(tuple(ID, AGE).in(List.of(1, 2), List.of(3, 4))),
          IDS_WHERE + "EXISTS (SELECT 1 FROM (VALUES (?, ?), (?, ?)) AS anon_1 (c0, c1) WHERE"
              + " anon_1.c0 = people.id AND anon_1.c1 = people.age)");
      is(
          IDS.where(tuple(ID, AGE).inRows(select(ORDER_ID, BUYER))),
          IDS_WHERE
              + "(people.id IS NOT NULL AND people.age IS NOT NULL AND EXISTS (SELECT people.id,"
              + " people.age INTERSECT SELECT orders.id, orders.person_id FROM orders))");
    }

    @Test
    void lists_empty_matchNothing() {
      assertThat(Sales.sql(IDS.where(ID.in(List.of()))))
          .isEqualTo(IDS_WHERE + "people.id IN (NULL) AND (1 != 1)");
    }
  }

  private static final String IDS_WHERE = "SELECT people.id FROM people WHERE ";

  @Nested
  class Values {
    private void is(Expression<?> expression, String sql) {
      Sales.is(select(expression.as("x")), "SELECT " + sql + " AS x FROM people");
    }

    @Test
    void arithmetic_keepsFractions() {
      is(AGE.dividedBy(ID), "people.age / CAST(people.id AS NUMERIC(38, 10))");
      is(AGE.dividedWholeBy(ID), "people.age / people.id");
      is(AGE.modulo(ID), "people.age % people.id");
      is(func.avg(AGE), "avg(CAST(people.age AS NUMERIC(38, 10)))");
      is(
          func.avg(io.aludel.sql.Sql.distinct(AGE)),
          "avg(DISTINCT CAST(people.age AS NUMERIC(38, 10)))");
      is(func.avg(Sales.SCORE), "avg(people.score)");
    }

    @Test
    void texts_areAdded() {
      is(NAME.concat("x"), "people.name + ?");
      is(NAME.length(), "len(people.name)");
      is(
          func.call("substring", SqlTypes.STRING, NAME, AGE),
          "substring(people.name, people.age, 2147483647)");
    }

    @Test
    void functions_haveTheirNames() {
      Sales.is(select(func.now().as("x")), "SELECT CURRENT_TIMESTAMP AS x");
      Sales.is(select(func.currentDate().as("x")), "SELECT CAST(CURRENT_TIMESTAMP AS DATE) AS x");
      Sales.is(select(func.random().as("x")), "SELECT RAND(CHECKSUM(NEWID())) AS x");
      is(func.round(AGE), "round(people.age, 0)");
      is(extract(Field.YEAR, NAME), "DATEPART(year, people.name)");
      is(extract(Field.DAY_OF_YEAR, NAME), "DATEPART(dayofyear, people.name)");
      is(AGE.cast(SqlTypes.STRING), "CAST(people.age AS NVARCHAR(max))");
      is(AGE.cast(SqlTypes.BOOLEAN), "CAST(people.age AS BIT)");
    }

    @Test
    void aggregates_haveTheirForms() {
      is(func.aggregateStrings(NAME, ","), "string_agg(people.name, N',')");
    }

    @Test
    void windows_takeNoParameters() {
      Window two =
          orderBy(ID).rows(Window.preceding(inlined(2, SqlTypes.INTEGER)), Window.currentRow());
      is(
          func.sum(AGE).over(two),
          "sum(people.age) OVER (ORDER BY people.id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)");
      refused(
          select(func.sum(AGE).over(orderBy(ID).rows(Window.preceding(2), Window.currentRow()))),
          "Write it into the SQL, as in preceding(inlined(2, INTEGER))");
    }

    @Test
    void json_partsAreValuesOrQueries() {
      Column<Json> doc = Schema.column("doc", SqlTypes.JSON);
      Table.of("docs", new MetaData(), doc);
      Sales.is(
          select(
              json(doc).at("a").asString().as("x"),
              json(doc).at("a").asInteger().as("y")),
          "SELECT COALESCE(JSON_VALUE(docs.doc, ?), JSON_QUERY(docs.doc, ?)) AS x,"
              + " CAST(JSON_VALUE(docs.doc, ?) AS INTEGER) AS y FROM docs");
      Sales.is(
          select(doc).where(json(doc).at("a").asBoolean().eq(true)),
          "SELECT docs.doc FROM docs WHERE CASE JSON_VALUE(docs.doc, ?) WHEN 'true' THEN 1 WHEN"
              + " 'false' THEN 0 END = 1");
      Sales.is(
          select(json(doc).path("l", 1).as("x")), "SELECT JSON_QUERY(docs.doc, ?) AS x FROM docs");
      refused(select(json(doc).path("l", -1).asInteger()), "does not count from the end");
    }

    @Test
    void nulls_elsewhereThanByThemselves_takeAKeyBefore() {
      Sales.is(
          IDS.orderBy(NAME.desc().nullsFirst(), AGE.asc().nullsLast()),
          "SELECT people.id FROM people ORDER BY CASE WHEN people.name IS NULL THEN 0 ELSE 1 END,"
              + " people.name DESC, CASE WHEN people.age IS NULL THEN 1 ELSE 0 END, people.age ASC");
      Sales.is(
          select(NAME, AGE)
              .distinct()
              .orderBy(NAME.desc().nullsLast(), AGE.asc().nullsFirst()),
          "SELECT DISTINCT people.name, people.age FROM people ORDER BY people.name DESC,"
              + " people.age ASC");
    }
  }

  @Nested
  class Sources {
    @Test
    void schemas_ofOtherDatabases_areTwoNames() {
      is(
          select(FAR_ID).where(FAR_NAME.eq("x")),
          "SELECT archive.dbo.items.id FROM archive.dbo.items WHERE archive.dbo.items.name = ?");
    }

    @Test
    void laterals_areApplied() {
      Alias own = select(ARTICLE).where(BUYER.eq(ID)).lateral("l");
      is(
          select(ID, own.c(ARTICLE)).from(PEOPLE, own),
          "SELECT people.id, l.article FROM people CROSS APPLY (SELECT orders.article AS article FROM"
              + " orders WHERE orders.person_id = people.id) AS l");
      is(
          select(ID, own.c(ARTICLE)).from(PEOPLE.leftJoin(own, trueCondition())),
          "SELECT people.id, l.article FROM people OUTER APPLY (SELECT orders.article AS article FROM"
              + " orders WHERE orders.person_id = people.id) AS l");
      is(
          select(ID).from(PEOPLE.join(own, own.c(ARTICLE).ne("a"))),
          "SELECT people.id FROM people CROSS APPLY (SELECT * FROM (SELECT orders.article AS article"
              + " FROM orders WHERE orders.person_id = people.id) AS l WHERE l.article != ?) AS l");
    }

    @Test
    void locks_areHints() {
      is(IDS.forUpdate(), "SELECT people.id FROM people WITH (UPDLOCK, ROWLOCK)");
      is(
          IDS.lock(Lock.forShare().noWait()),
          "SELECT people.id FROM people WITH (HOLDLOCK, ROWLOCK, NOWAIT)");
      Alias p = PEOPLE.as("p");
      is(
          select(p.c(ID), ORDER_ID)
              .from(p.join(ORDERS, p.c(ID).eq(BUYER)))
              .lock(Lock.forUpdate().of(p).skipLocked()),
          "SELECT p.id, orders.id AS id_1 FROM people AS p WITH (UPDLOCK, ROWLOCK, READPAST) JOIN"
              + " orders ON p.id = orders.person_id");
    }

    @Test
    void commonTables_standBeforeTheWhole() {
      Cte numbers = select(ID).cte("n");
      Cte counting =
          numbers.recursively(n -> select(n.c(ID).plus(1)).where(n.c(ID).lt(5)));
      assertThat(Sales.sql(select(counting.c(ID))))
          .startsWith(
              "WITH n(id) AS (SELECT people.id AS id FROM people UNION ALL SELECT n.id + ?");
      Cte nested = select(BUYER).cte("b").nesting();
      is(
          IDS.where(ID.in(select(nested.c(BUYER)))),
          "WITH b AS (SELECT orders.person_id AS person_id FROM orders) SELECT people.id FROM people"
              + " WHERE people.id IN (SELECT b.person_id FROM b)");
    }

    @Test
    void values_standInFromOnly() {
      var rows = values(
              io.aludel.sql.Sql.named("a", SqlTypes.INTEGER),
              io.aludel.sql.Sql.named("b", SqlTypes.STRING))
          .row(1, "x")
          .row(2, "y");
      is(rows, "SELECT * FROM (VALUES (?, ?), (?, ?)) AS given (a, b)");
      Alias v = rows.as("v");
      is(select(v.c("a")), "SELECT v.a FROM (VALUES (?, ?), (?, ?)) AS v (a, b)");
    }
  }
}
