package io.aludel.dialect.oracle;

import static io.aludel.dialect.oracle.People.ACTIVE;
import static io.aludel.dialect.oracle.People.AGE;
import static io.aludel.dialect.oracle.People.AUTHOR;
import static io.aludel.dialect.oracle.People.BORN;
import static io.aludel.dialect.oracle.People.DATA;
import static io.aludel.dialect.oracle.People.ID;
import static io.aludel.dialect.oracle.People.NAME;
import static io.aludel.dialect.oracle.People.POSTS;
import static io.aludel.dialect.oracle.People.TITLE;
import static io.aludel.dialect.oracle.People.USERS;
import static io.aludel.dialect.oracle.People.sql;
import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.extract;
import static io.aludel.sql.Sql.falseCondition;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literalColumn;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.not;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.Sql.update;
import static io.aludel.sql.Sql.values;
import static io.aludel.sql.operator.JsonExpression.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileException;
import io.aludel.schema.Sequence;
import io.aludel.sql.Cte;
import io.aludel.sql.Executable;
import io.aludel.sql.Select;
import io.aludel.sql.Select.Lock;
import io.aludel.sql.tree.construct.ExtractNode.Field;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the reference writes for the same statements, which it was run on. Where ours is another, the
 * reason stands beside it, and both are kept.
 */
@Parity("ORM-DIA-05")
class OracleStatementsTest {
  private static final Select<Integer> IDS = select(ID);
  private static final String FROM = "SELECT users.id FROM users";

  private final List<DynamicTest> tests = new ArrayList<>();

  private void same(String name, Executable statement, String sql) {
    tests.add(DynamicTest.dynamicTest(name, () -> assertThat(sql(statement)).isEqualTo(sql)));
  }

  private void other(String name, Executable statement, String sql, String theirs, String reason) {
    tests.add(DynamicTest.dynamicTest(name + ": " + reason, () -> {
      assertThat(sqlOrRefused(statement)).isEqualTo(sql);
      assertThat(sql).isNotEqualTo(theirs);
    }));
  }

  private static String sqlOrRefused(Executable statement) {
    try {
      return sql(statement);
    } catch (CompileException refused) {
      assertThat(refused).hasMessageContaining("[SQL-110]");
      return "refused";
    }
  }

  @TestFactory
  List<DynamicTest> queries_ofTheReference_areWrittenAlike() {
    same("condition", IDS.where(NAME.eq("x")), FROM + " WHERE users.name = ?");
    same("no source", select(literalColumn("1")), "SELECT 1 FROM DUAL");
    same("alias", select(USERS.as("u").c("id")), "SELECT u.id FROM users u");
    other(
        "group of a label",
        select(NAME.length().as("size"), func.count()).groupBy(named("size")),
        "SELECT length(users.name) AS \"size\", count(*) AS count_1 FROM users GROUP BY"
            + " length(users.name)",
        "SELECT length(users.name) AS \"size\", count(*) AS count_1 FROM users GROUP BY \"size\"",
        "GROUP BY knows no labels before version 23");
    same(
        "subquery",
        select(select(ID, NAME).as("q").c("id")),
        "SELECT q.id FROM (SELECT users.id AS id, users.name AS name FROM users) q");
    same(
        "limit and offset",
        IDS.limit(10).offset(20),
        FROM + " OFFSET ? ROWS FETCH FIRST ? ROWS ONLY");
    same("limit", IDS.limit(10), FROM + " FETCH FIRST ? ROWS ONLY");
    same("offset", IDS.offset(20), FROM + " OFFSET ? ROWS");
    same(
        "ties",
        IDS.orderBy(ID).limitWithTies(5),
        FROM + " ORDER BY users.id FETCH FIRST ? ROWS WITH TIES");
    same("percent", IDS.limitPercent(5), FROM + " FETCH FIRST ? PERCENT ROWS ONLY");
    same("except", IDS.except(select(AUTHOR)), FROM + " MINUS SELECT posts.user_id FROM posts");
    same("lock", IDS.forUpdate(), FROM + " FOR UPDATE");
    same(
        "lock of a table",
        IDS.lock(Lock.forUpdate().of(USERS).noWait()),
        FROM + " FOR UPDATE OF users.id NOWAIT");
    same("shared lock", IDS.lock(Lock.forShare().skipLocked()), FROM + " FOR UPDATE SKIP LOCKED");
    same(
        "full join",
        IDS.fullJoin(POSTS),
        FROM + " FULL OUTER JOIN posts ON users.id = posts.user_id");
    same(
        "lateral",
        select(ID, select(TITLE).where(AUTHOR.eq(ID)).lateral("l").c("title")),
        "SELECT users.id, l.title FROM users, LATERAL (SELECT posts.title AS title FROM posts WHERE"
            + " posts.user_id = users.id) l");
    same(
        "hint",
        IDS.hint(USERS, "INDEX(users ix)", "oracle"),
        "SELECT /*+ INDEX(users ix) */ users.id FROM users");
    same(
        "nulls",
        IDS.orderBy(NAME.desc().nullsLast()),
        FROM + " ORDER BY users.name DESC NULLS LAST");
    same(
        "table function",
        select(func.call("f", SqlTypes.INTEGER, 1)
            .asTable("t", named("x", SqlTypes.INTEGER))
            .c("x")),
        "SELECT t.x FROM TABLE (f(?)) t");
    return tests;
  }

  @TestFactory
  List<DynamicTest> expressions_ofTheReference_areWrittenAlike() {
    same("remainder", select(AGE.modulo(2).as("x")), "SELECT mod(users.age, ?) AS x FROM users");
    same("quotient", select(AGE.dividedBy(2).as("x")), "SELECT users.age / ? AS x FROM users");
    same(
        "whole quotient",
        select(AGE.dividedWholeBy(2).as("x")),
        "SELECT FLOOR(users.age / ?) AS x FROM users");
    same(
        "texts joined", select(NAME.concat("x").as("x")), "SELECT users.name || ? AS x FROM users");
    same(
        "case",
        select(caseWhen(AGE.gt(1), "a").otherwise("b").as("x")),
        "SELECT CASE WHEN (users.age > ?) THEN ? ELSE ? END AS x FROM users");
    same(
        "distinct",
        IDS.where(NAME.isDistinctFrom("x")),
        FROM + " WHERE DECODE(users.name, ?, 0, 1) = 1");
    same(
        "not distinct",
        IDS.where(NAME.isNotDistinctFrom("x")),
        FROM + " WHERE DECODE(users.name, ?, 0, 1) = 0");
    same("ilike", IDS.where(NAME.ilike("x")), FROM + " WHERE lower(users.name) LIKE lower(?)");
    same(
        "contains an expression",
        IDS.where(NAME.contains(NAME)),
        FROM + " WHERE (users.name LIKE '%' || users.name || '%')");
    same("pattern", IDS.where(NAME.matches("^a")), FROM + " WHERE REGEXP_LIKE(users.name, ?)");
    same(
        "pattern with flags",
        IDS.where(not(NAME.matches("^a", "i"))),
        FROM + " WHERE NOT REGEXP_LIKE(users.name, ?, 'i')");
    same(
        "replacement",
        select(NAME.replaceMatches("a", "b", "").as("x")),
        "SELECT REGEXP_REPLACE(users.name, ?, ?) AS x FROM users");
    same("bits", select(AGE.bitAnd(3).as("x")), "SELECT BITAND(users.age, ?) AS x FROM users");
    same("now", select(func.now().as("x")), "SELECT CURRENT_TIMESTAMP AS x FROM DUAL");
    same(
        "extract",
        select(extract(Field.YEAR, BORN).as("x")),
        "SELECT EXTRACT(year FROM users.born) AS x FROM users");
    same(
        "cast to text",
        select(ID.cast(SqlTypes.STRING).as("x")),
        "SELECT CAST(users.id AS VARCHAR2(4000 CHAR)) AS x FROM users");
    same(
        "cast to short text",
        select(ID.cast(SqlTypes.STRING(50)).as("x")),
        "SELECT CAST(users.id AS VARCHAR2(50 CHAR)) AS x FROM users");
    same(
        "cast to a long number",
        select(ID.cast(SqlTypes.BIGINT).as("x")),
        "SELECT CAST(users.id AS NUMBER(19)) AS x FROM users");
    same(
        "sequence", select(Sequence.of("ids").next().as("x")), "SELECT ids.nextval AS x FROM DUAL");
    same(
        "tuples",
        IDS.where(tuple(ID, NAME).in(List.of(1, "a"))),
        FROM + " WHERE (users.id, users.name) IN ((?, ?))");
    same(
        "JSON",
        select(json(DATA).at("a").as("x")),
        "SELECT JSON_QUERY(notes.data, '$.\"a\"') AS x FROM notes");
    return tests;
  }

  @TestFactory
  List<DynamicTest> writes_ofTheReference_areWrittenAlike() {
    same(
        "insert",
        insert(USERS).values(row("id", 1, "name", "a")),
        "INSERT INTO users (id, name) VALUES (?, ?)");
    same(
        "insert returning an expression",
        insert(USERS).values(row("name", "a")).returning(NAME.lower()),
        "INSERT INTO users (name) VALUES (?) RETURNING lower(users.name) INTO ?");
    same(
        "update returning",
        update(USERS).set(NAME, "a").where(ID.eq(1)).returning(ID, NAME),
        "UPDATE users SET name = ? WHERE users.id = ? RETURNING users.id, users.name INTO ?, ?");
    same(
        "delete returning",
        delete(USERS).where(ID.eq(1)).returning(ID),
        "DELETE FROM users WHERE users.id = ? RETURNING users.id INTO ?");
    Cte old = select(ID).where(AGE.gt(1)).cte("old");
    same(
        "common table",
        select(old.c("id")),
        "WITH old AS (SELECT users.id AS id FROM users WHERE users.age > ?) SELECT old.id FROM old");
    same(
        "common table of an insert",
        insert(POSTS).fromSelect(List.of("user_id"), select(old.c("id"))),
        "INSERT INTO posts (user_id) WITH old AS (SELECT users.id AS id FROM users WHERE users.age >"
            + " ?) SELECT old.id FROM old");
    Cte numbers = IDS.where(ID.eq(1))
        .cte("r")
        .recursively(r -> select(literalColumn("r.id + 1").as("anon_1"))
            .from(r)
            .where(r.<Integer>c("id").in(1, 2)))
        .suffix("cycle id set is_cycle to 1 default 0");
    same(
        "recursion",
        select(numbers.c("id")),
        "WITH r(id) AS (SELECT users.id AS id FROM users WHERE users.id = ? UNION ALL SELECT r.id +"
            + " 1 AS anon_1 FROM r WHERE r.id IN (?, ?)) cycle id set is_cycle to 1 default 0 SELECT"
            + " r.id FROM r");
    return tests;
  }

  /** Every difference from the reference, and why it is one. */
  @TestFactory
  List<DynamicTest> differences_fromTheReference_haveReasons() {
    ofConditions();
    ofFunctions();
    ofBits();
    ofTexts();
    ofWrites();
    ofJson();
    return tests;
  }

  private void ofConditions() {
    other(
        "truth value",
        IDS.where(ACTIVE.asCondition()),
        FROM + " WHERE users.active = 1",
        FROM + " WHERE users.active",
        "it takes the server for 23 until it is connected, we for the oldest");
    other(
        "no truth value",
        IDS.where(not(ACTIVE.asCondition())),
        FROM + " WHERE users.active = 0",
        FROM + " WHERE NOT users.active",
        "the same");
    other(
        "is true",
        IDS.where(ACTIVE.isTrue()),
        FROM + " WHERE DECODE(users.active, 1, 1, 0) = 1",
        FROM + " WHERE users.active IS 1",
        "theirs is refused by the server");
    other(
        "never",
        IDS.where(falseCondition()),
        FROM + " WHERE 0 = 1",
        FROM + " WHERE 0",
        "theirs is refused by the server");
    other(
        "condition as a value",
        select(AGE.gt(1).as("old")),
        "SELECT CASE WHEN (users.age > ?) THEN 1 WHEN NOT (users.age > ?) THEN 0 END AS old FROM"
            + " users",
        "SELECT users.age > ? AS old FROM users",
        "before 23 a condition is no value");
    other(
        "part with a limit",
        IDS.limit(1).union(select(AUTHOR)),
        "SELECT * FROM (SELECT users.id AS id FROM users FETCH FIRST ? ROWS ONLY) UNION SELECT"
            + " posts.user_id FROM posts",
        "(SELECT users.id FROM users FETCH FIRST ? ROWS ONLY) UNION SELECT posts.user_id FROM posts",
        "every version takes a limit in a derived table");
    other(
        "except all",
        IDS.exceptAll(select(AUTHOR)),
        "refused",
        FROM + " EXCEPT ALL SELECT posts.user_id FROM posts",
        "before 21 there is none");
  }

  private void ofFunctions() {
    other(
        "replacement with flags",
        select(NAME.replaceMatches("a", "b", "i").as("x")),
        "SELECT REGEXP_REPLACE(users.name, ?, ?, 1, 0, 'i') AS x FROM users",
        "SELECT REGEXP_REPLACE(users.name, ?, ?, 'i') AS x FROM users",
        "the fourth argument is a position");
    other(
        "search",
        IDS.where(NAME.search("x")),
        FROM + " WHERE CONTAINS(users.name, ?) > 0",
        FROM + " WHERE CONTAINS (users.name, ?)",
        "it gives a number, which is no condition");
  }

  private void ofBits() {
    other(
        "either bits",
        select(AGE.bitOr(3).as("x")),
        "SELECT (users.age + ? - BITAND(users.age, ?)) AS x FROM users",
        "SELECT BITOR(users.age, ?) AS x FROM users",
        "the function came with 21");
    other(
        "other bits",
        select(AGE.bitXor(3).as("x")),
        "SELECT (users.age + ? - 2 * BITAND(users.age, ?)) AS x FROM users",
        "SELECT BITXOR(users.age, ?) AS x FROM users",
        "the function came with 21");
    other(
        "no bits",
        select(AGE.bitNot().as("x")),
        "SELECT (-1 - users.age) AS x FROM users",
        "refused",
        "arithmetic does it");
    other(
        "bits shifted",
        select(AGE.shiftLeft(3).as("x"), AGE.shiftRight(2).as("y")),
        "SELECT (users.age * POWER(2, ?)) AS x, FLOOR(users.age / POWER(2, ?)) AS y FROM users",
        "refused",
        "arithmetic does it");
  }

  private void ofTexts() {
    other(
        "contains",
        IDS.where(NAME.contains("x%")),
        FROM + " WHERE users.name LIKE ? ESCAPE '/'",
        FROM + " WHERE (users.name LIKE '%' || ? || '%')",
        "the pattern is made where it is bound, its own signs escaped");
    other(
        "joined texts of a group",
        select(func.aggregateStrings(NAME, ", ").as("x")),
        "SELECT LISTAGG(users.name, ', ') AS x FROM users",
        "SELECT LISTAGG(users.name, ?) AS x FROM users",
        "what stands between is part of the shape");
    other(
        "joined in order",
        select(func.aggregateStrings(NAME, ", ").ordered(ID).as("x")),
        "SELECT LISTAGG(users.name, ', ') WITHIN GROUP (ORDER BY users.id) AS x FROM users",
        "SELECT LISTAGG(users.name, ?) WITHIN GROUP (ORDER BY users.id) AS x FROM users",
        "the same");
    other(
        "today",
        select(func.currentDate().as("x")),
        "SELECT TRUNC(CURRENT_DATE) AS x FROM DUAL",
        "SELECT CURRENT_DATE AS x FROM DUAL",
        "a date of Oracle has a time of day, which a LocalDate has not");
  }

  private void ofWrites() {
    other(
        "insert returning columns",
        insert(USERS).values(row("name", "a")).returning(ID, AGE),
        "INSERT INTO users (name) VALUES (?)",
        "INSERT INTO users (name) VALUES (?) RETURNING users.id, users.age INTO ?, ?",
        "the driver adds it, being asked for generated keys");
    other(
        "insert of nothing",
        insert(USERS),
        "INSERT INTO users (id) VALUES (DEFAULT)",
        "INSERT INTO users () VALUES () RETURNING users.id INTO ?",
        "theirs is refused by the server");
    other(
        "no member",
        IDS.where(ID.in(List.of())),
        FROM + " WHERE users.id IN (NULL) AND (1 != 1)",
        FROM + " WHERE users.id IN (SELECT 1 FROM DUAL WHERE 1!=1)",
        "all our databases are told so");
  }

  private void ofJson() {
    other(
        "JSON number",
        select(json(DATA).at("a").asInteger().as("x")),
        "SELECT JSON_VALUE(notes.data, '$.\"a\"' RETURNING NUMBER) AS x FROM notes",
        "SELECT JSON_VALUE(notes.data, '$.\"a\"' RETURNING INTEGER ERROR ON ERROR) AS x FROM notes",
        "what is not there is NULL, as elsewhere, and no error");
    other(
        "JSON text",
        select(json(DATA).path("a", 1, "b").asString().as("x")),
        "SELECT JSON_VALUE(notes.data, '$.\"a\"[1].\"b\"' RETURNING VARCHAR2(4000)) AS x FROM notes",
        "SELECT JSON_VALUE(notes.data, '$.\"a\"[1].\"b\"' RETURNING VARCHAR2(4000) ERROR ON ERROR) AS"
            + " x FROM notes",
        "the same");
    other(
        "JSON truth",
        select(json(DATA).at("a").asBoolean().as("x")),
        "SELECT CASE JSON_VALUE(notes.data, '$.\"a\"') WHEN 'true' THEN 1 WHEN 'false' THEN 0 END AS"
            + " x FROM notes",
        "SELECT CASE JSON_VALUE(notes.data, '$.\"a\"') WHEN 'true' THEN 1 WHEN 'false' THEN 0 ELSE"
            + " CAST(JSON_VALUE(notes.data, '$.\"a\"') AS NUMBER(1)) END AS x FROM notes",
        "numbers are no truth values");
    other(
        "rows of values",
        select(values(named("x", SqlTypes.INTEGER)).row(1).row(2).as("v").c("x")),
        "SELECT v.x FROM (SELECT CAST(? AS INTEGER) AS x FROM DUAL UNION ALL SELECT CAST(? AS INTEGER)"
            + " FROM DUAL) v",
        "SELECT v.x FROM (VALUES (?), (?)) v (x)",
        "before 23 there is no VALUES");
  }

  @Test
  void labelOfAGroup_isKnownToVersion23() {
    assertThat(sql(
            People.ORACLE_23,
            select(NAME.length().as("size"), func.count()).groupBy(named("size"))))
        .isEqualTo("SELECT length(users.name) AS \"size\", count(*) AS count_1 FROM users GROUP BY"
            + " \"size\"");
  }
}
