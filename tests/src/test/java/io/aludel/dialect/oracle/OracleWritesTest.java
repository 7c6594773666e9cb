package io.aludel.dialect.oracle;

import static io.aludel.dialect.oracle.People.ACTIVE;
import static io.aludel.dialect.oracle.People.AGE;
import static io.aludel.dialect.oracle.People.AUTHOR;
import static io.aludel.dialect.oracle.People.BORN;
import static io.aludel.dialect.oracle.People.DATA;
import static io.aludel.dialect.oracle.People.ID;
import static io.aludel.dialect.oracle.People.NAME;
import static io.aludel.dialect.oracle.People.ORACLE;
import static io.aludel.dialect.oracle.People.ORACLE_23;
import static io.aludel.dialect.oracle.People.POSTS;
import static io.aludel.dialect.oracle.People.SEEN;
import static io.aludel.dialect.oracle.People.TITLE;
import static io.aludel.dialect.oracle.People.USERS;
import static io.aludel.dialect.oracle.People.compiled;
import static io.aludel.dialect.oracle.People.sql;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.exists;
import static io.aludel.sql.Sql.extract;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.not;
import static io.aludel.sql.Sql.or;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static io.aludel.sql.operator.JsonExpression.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.reflection.Server;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.sql.Insert;
import io.aludel.sql.Select;
import io.aludel.sql.tree.construct.ExtractNode.Field;
import io.aludel.types.SqlTypes;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes beyond the reference: upserts, conditions as values, what comes back and how. */
class OracleWritesTest {
  private static final String MERGE =
      "MERGE INTO users USING (SELECT CAST(? AS INTEGER) AS id, CAST(? AS VARCHAR2(4000 CHAR)) AS"
          + " name FROM DUAL) excluded ON (users.id = excluded.id)";
  private static final String INSERTED =
      " WHEN NOT MATCHED THEN INSERT (id, name) VALUES (excluded.id, excluded.name)";

  private final Insert one = insert(USERS).values(row("id", 1, "name", "a"));

  @Test
  void upsert_aimed_isMerged() {
    assertThat(sql(one.onConflict(ID).doNothing())).isEqualTo(MERGE + INSERTED);
    assertThat(sql(one.onConflict(ID)
            .doUpdate(u -> u.set(NAME, excluded(NAME)).set(AGE, AGE.plus(1)).where(AGE.lt(5)))))
        .isEqualTo(MERGE + " WHEN MATCHED THEN UPDATE SET name = excluded.name, age = (users.age +"
            + " ?) WHERE users.age < ?" + INSERTED);
    assertThat(sql(insert(USERS)
            .values(row("id", 1, "name", "a"), row("id", 2, "name", "b"))
            .onConflict(ID)
            .doNothing()))
        .startsWith(
            "MERGE INTO users USING (SELECT CAST(? AS INTEGER) AS id, CAST(? AS VARCHAR2(4000"
                + " CHAR)) AS name FROM DUAL UNION ALL SELECT CAST(? AS INTEGER), CAST(? AS VARCHAR2(4000"
                + " CHAR)) FROM DUAL) excluded ON");
    assertThat(sql(insert(USERS)
            .fromSelect(List.of("id", "name"), select(AUTHOR, TITLE))
            .onConflict(ID)
            .doNothing()))
        .startsWith(
            "MERGE INTO users USING (WITH anon_1(id, name) AS (SELECT posts.user_id,"
                + " posts.title FROM posts) SELECT * FROM anon_1) excluded ON (users.id = excluded.id)");
  }

  @Test
  void upsert_notAimedOrGivingBack_isRefused() {
    assertThatThrownBy(() -> sql(one.onConflict().doNothing()))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("Oracle must be told the columns of the unique key")
        .hasMessageContaining("[SQL-110]");
    assertThatThrownBy(() -> sql(one.onConflict(ID).doNothing().returning(ID)))
        .hasMessageContaining("Cannot compile RETURNING of an upsert")
        .hasMessageContaining("[SQL-110]");
    assertThatThrownBy(
            () -> sql(insert(POSTS).fromSelect(List.of("user_id"), select(ID)).returning(AUTHOR)))
        .hasMessageContaining("Cannot compile RETURNING of an INSERT from a query");
  }

  @Test
  void manyRows_areRefusedInOneStatement() {
    assertThatThrownBy(() -> sql(insert(USERS).values(row("id", 1), row("id", 2))))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("oracle lacks MULTI_ROW_INSERT");
  }

  @Test
  void returning_ofColumnsOfAnInsert_areKeysOfTheDriver() {
    Column<Integer> number = column("Number", SqlTypes.INTEGER);
    Column<Integer> level = column("level", SqlTypes.INTEGER);
    Table table = Table.of("t", new MetaData(), number, level);
    CompiledStatement inserted =
        compiled(ORACLE, insert(table).values(row("level", 1)).returning(number, level.as("l")));

    assertThat(inserted.keyColumns()).containsExactly("\"Number\"", "\"level\"");
    assertThat(inserted.outParameters()).isEmpty();
    assertThat(inserted.returnsThroughDriver()).isTrue();
    assertThat(inserted.columns()).extracting(c -> c.label()).containsExactly("Number", "l");
  }

  @Test
  void returning_ofOtherWrites_areParametersBehindTheOthers() {
    CompiledStatement updated = compiled(
        ORACLE, update(USERS).set(NAME, "a").where(ID.in(1, 2, 3)).returning(NAME.lower(), ID));

    assertThat(updated.keyColumns()).isEmpty();
    assertThat(updated.outParameters()).containsExactly(SqlTypes.STRING, SqlTypes.INTEGER);
    assertThat(updated.columns()).hasSize(2);
    assertThat(compiled(ORACLE, delete(USERS)).returnsThroughDriver()).isFalse();
  }

  @Test
  void conditions_asValues_areNumbersBefore23() {
    assertThat(sql(select(NAME.isNull().as("x"))))
        .isEqualTo("SELECT CASE WHEN (users.name IS NULL) THEN 1 ELSE 0 END AS x FROM users");
    assertThat(sql(select(exists(select(TITLE)).as("x"))))
        .isEqualTo(
            "SELECT CASE WHEN (EXISTS (SELECT posts.title FROM posts)) THEN 1 ELSE 0 END AS x"
                + " FROM DUAL");
    assertThat(sql(update(USERS).set(ACTIVE, AGE.gt(1))))
        .isEqualTo(
            "UPDATE users SET active = CASE WHEN (users.age > ?) THEN 1 WHEN NOT (users.age >"
                + " ?) THEN 0 END");
    assertThat(sql(select(ID).where(ACTIVE.eq(AGE.gt(1)))))
        .endsWith("WHERE users.active = CASE WHEN (users.age > ?) THEN 1 WHEN NOT (users.age > ?)"
            + " THEN 0 END");
    assertThat(sql(select(ID).orderBy(AGE.gt(1).desc())))
        .endsWith("ORDER BY CASE WHEN (users.age > ?) THEN 1 WHEN NOT (users.age > ?) THEN 0 END"
            + " DESC");
  }

  @Test
  void conditions_whereTheyAreWanted_stayConditions() {
    var grown = AGE.gt(1);
    assertThat(sql(select(grown.as("x")).where(grown, or(grown, ACTIVE.asCondition()))))
        .endsWith(" FROM users WHERE users.age > ? AND (users.age > ? OR users.active = 1)");
    assertThat(sql(select(caseWhen(ACTIVE.asCondition(), 1).otherwise(2).as("x"))))
        .isEqualTo("SELECT CASE WHEN (users.active = 1) THEN ? ELSE ? END AS x FROM users"
            .replace("(users.active = 1)", "users.active = 1"));
    assertThat(sql(select(func.count(ID).filter(grown).as("x"))))
        .isEqualTo("SELECT count(CASE WHEN (users.age > ?) THEN users.id END) AS x FROM users");
    assertThat(sql(select(ID).where(not(grown.isTrue()))))
        .endsWith(
            "WHERE NOT (DECODE(CASE WHEN (users.age > ?) THEN 1 WHEN NOT (users.age > ?) THEN 0"
                + " END, 1, 1, 0) = 1)");
  }

  @Test
  void conditions_from23_areValues() {
    assertThat(sql(ORACLE_23, select(AGE.gt(1).as("x")).where(ACTIVE.asCondition())))
        .isEqualTo("SELECT users.age > ? AS x FROM users WHERE users.active");
    assertThat(sql(ORACLE_23, select(ID).where(ACTIVE.isTrue())))
        .endsWith("WHERE users.active IS TRUE");
    assertThat(sql(ORACLE_23, select(ID).exceptAll(select(AUTHOR))))
        .endsWith(" EXCEPT ALL SELECT posts.user_id FROM posts");
    assertThat(sql(ORACLE_23, update(USERS).set(NAME, TITLE).where(ID.eq(AUTHOR))))
        .isEqualTo("UPDATE users SET name = posts.title FROM posts WHERE users.id = posts.user_id");
    assertThatThrownBy(() -> sql(update(USERS).set(NAME, TITLE).where(ID.eq(AUTHOR))))
        .hasMessageContaining("lacks MULTI_TABLE_UPDATE");
  }

  @Test
  void parts_ofTimes_areTold() {
    assertThat(sql(select(
            extract(Field.QUARTER, BORN).as("q"),
            extract(Field.DAY_OF_YEAR, BORN).as("d"),
            extract(Field.HOUR, BORN).as("h"),
            extract(Field.SECOND, SEEN).as("s"))))
        .isEqualTo("SELECT TO_NUMBER(TO_CHAR(users.born, 'Q')) AS q, TO_NUMBER(TO_CHAR(users.born,"
            + " 'DDD')) AS d, EXTRACT(hour FROM CAST(users.born AS TIMESTAMP)) AS h,"
            + " TRUNC(EXTRACT(second FROM users.seen)) AS s FROM users");
  }

  @Test
  void functions_areCalledByTheirNamesThere() {
    assertThat(sql(select(
            func.call("substring", SqlTypes.STRING, NAME, 1, 2).as("a"),
            func.call("concat", SqlTypes.STRING, NAME, "-", NAME).as("b"),
            func.random().as("c"),
            func.call("pow", SqlTypes.INTEGER, AGE, 2).as("d"))))
        .isEqualTo("SELECT substr(users.name, ?, ?) AS a, (users.name || ? || users.name) AS b,"
            + " dbms_random.value() AS c, power(users.age, ?) AS d FROM users");
  }

  @Test
  void lists_areNeverPaddedBeyondTheLongest() {
    var ids = select(ID).where(ID.in(Collections.nCopies(600, 1)));
    String sql = sql(ids);

    assertThat(sql.chars().filter(c -> c == '?').count()).isEqualTo(1000);
    CompiledStatement compiled = compiled(ORACLE, ids);
    assertThat(compiled.arguments(ids.statementNode().keyed().values())).hasSize(1000);
  }

  @Test
  void hostileWords_stayInTheirQuotes() {
    String hostile = "x\"; DROP TABLE users --";
    String quoted = "\"x\"\"; DROP TABLE users --\"";
    Column<Integer> column = column(hostile, SqlTypes.INTEGER);
    Table table = Table.of(hostile, new MetaData(), column);

    assertThat(sql(select(column.as("a\"b")).lock(Select.Lock.forUpdate().of(table))))
        .isEqualTo("SELECT " + quoted + "." + quoted + " AS \"a\"\"b\" FROM " + quoted
            + " FOR UPDATE OF " + quoted + "." + quoted);
    assertThat(sql(update(table).set(column, 1).returning(column)))
        .isEqualTo("UPDATE " + quoted + " SET " + quoted + " = ? RETURNING " + quoted + "." + quoted
            + " INTO ?");
    assertThat(sql(insert(table).set(column, 1).onConflict(column).doNothing()))
        .isEqualTo("MERGE INTO " + quoted + " USING (SELECT CAST(? AS INTEGER) AS " + quoted
            + " FROM DUAL) excluded ON (" + quoted + "." + quoted + " = excluded." + quoted
            + ") WHEN"
            + " NOT MATCHED THEN INSERT (" + quoted + ") VALUES (excluded." + quoted + ")");
    assertThat(compiled(ORACLE, insert(table).set(column, 1).returning(column)).keyColumns())
        .containsExactly(quoted);
    assertThat(sql(select(json(DATA).at("a'b\"c").asString().as("x"))))
        .isEqualTo("SELECT JSON_VALUE(notes.data, '$.\"a''b\\\"c\"' RETURNING VARCHAR2(4000)) AS x"
            + " FROM notes");
    assertThat(sql(select(Sequence.of(hostile).next().as("x"))))
        .isEqualTo("SELECT " + quoted + ".nextval AS x FROM DUAL");
  }

  @Test
  void dialect_ofAServer_isOfItsVersion() {
    Dialect of21 = ORACLE.on(new Server("Oracle", "Oracle Database 21c Release 21.0.0.0.0"));
    assertThat(of21).isSameAs(ORACLE);
    assertThat(ORACLE_23).isNotSameAs(ORACLE);
    assertThat(ORACLE_23.on(new Server("Oracle", "Oracle AI Database 26ai Release 23.26")))
        .isSameAs(ORACLE_23);
    assertThat(ORACLE.knows(new Server("Oracle", "Oracle Database 12c Release 12.2.0.1.0")))
        .isFalse();
  }
}
