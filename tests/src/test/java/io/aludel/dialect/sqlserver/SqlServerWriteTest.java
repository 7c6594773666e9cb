package io.aludel.dialect.sqlserver;

import static io.aludel.dialect.sqlserver.Sales.AGE;
import static io.aludel.dialect.sqlserver.Sales.ARTICLE;
import static io.aludel.dialect.sqlserver.Sales.BUYER;
import static io.aludel.dialect.sqlserver.Sales.FAR;
import static io.aludel.dialect.sqlserver.Sales.FAR_ID;
import static io.aludel.dialect.sqlserver.Sales.ID;
import static io.aludel.dialect.sqlserver.Sales.NAME;
import static io.aludel.dialect.sqlserver.Sales.ORDERS;
import static io.aludel.dialect.sqlserver.Sales.PEOPLE;
import static io.aludel.dialect.sqlserver.Sales.is;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.CompileException;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.schema.Identity;
import io.aludel.schema.MetaData;
import io.aludel.schema.Schema;
import io.aludel.schema.Sequence;
import io.aludel.schema.Table;
import io.aludel.sql.Alias;
import io.aludel.sql.Cte;
import io.aludel.sql.NewRow;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What SQL Server is told to write, word for word. */
@Parity("ORM-DIA-04")
class SqlServerWriteTest {
  @Nested
  class Output {
    @Test
    void insert_givesBackBeforeItsRows() {
      is(
          insert(PEOPLE).values(row("name", "a")).returning(ID, NAME),
          "INSERT INTO people (name) OUTPUT inserted.id, inserted.name VALUES (?)");
      is(insert(PEOPLE).returning(ID), "INSERT INTO people OUTPUT inserted.id DEFAULT VALUES");
      is(
          insert(PEOPLE)
              .fromSelect(List.of("name"), select(ARTICLE).orderBy(BUYER))
              .returning(ID),
          "INSERT INTO people (name) OUTPUT inserted.id SELECT orders.article FROM orders ORDER BY"
              + " orders.person_id");
    }

    @Test
    void insert_ofRowsThatComeBack_selectsThemInTheirOrder() {
      is(
          insert(PEOPLE).values(row("name", "a"), row("name", "b")).returning(ID),
          "INSERT INTO people (name) OUTPUT inserted.id SELECT c0 FROM (VALUES (?, 0), (?, 1)) AS"
              + " given (c0, place) ORDER BY place");
      is(
          insert(PEOPLE).values(row("name", "a"), row("name", "b")),
          "INSERT INTO people (name) VALUES (?), (?)");
    }

    @Test
    void insert_ofMoreRowsThanValuesTakes_selectsThem() {
      List<NewRow> rows = new ArrayList<>();
      for (int i = 0; i < 1001; i++) {
        rows.add(row("name", "n" + i));
      }
      assertThat(Sales.sql(insert(PEOPLE).values(rows)))
          .startsWith("INSERT INTO people (name) SELECT c0 FROM (VALUES (?), (?)")
          .endsWith("(?)) AS given (c0)");
      assertThat(Sales.sql(insert(PEOPLE).values(rows.subList(0, 1000))))
          .startsWith("INSERT INTO people (name) VALUES (?), (?)");
    }

    @Test
    void update_givesBackBeforeFrom() {
      is(
          update(PEOPLE)
              .set(NAME, "x")
              .where(ID.eq(1))
              .returning(ID, AGE.plus(1).as("n")),
          "UPDATE people SET name = ? OUTPUT inserted.id, inserted.age + ? AS n WHERE people.id = ?");
      is(
          update(PEOPLE).set(NAME, ARTICLE).where(ID.eq(BUYER)).returning(ID, ARTICLE),
          "UPDATE people SET name = orders.article OUTPUT inserted.id, orders.article FROM people,"
              + " orders WHERE people.id = orders.person_id");
    }

    @Test
    void delete_givesBackWhatWasThere() {
      is(
          delete(PEOPLE).where(ID.eq(1)).returning(NAME),
          "DELETE FROM people OUTPUT deleted.name WHERE people.id = ?");
      is(
          delete(PEOPLE).using(ORDERS).where(ID.eq(BUYER)).returning(NAME),
          "DELETE FROM people OUTPUT deleted.name FROM people, orders WHERE people.id ="
              + " orders.person_id");
      is(
          delete(FAR).where(FAR_ID.eq(1)).returning(FAR_ID),
          "DELETE FROM archive.dbo.items OUTPUT deleted.id WHERE archive.dbo.items.id = ?");
    }
  }

  @Nested
  class Targets {
    @Test
    void aliases_standInFrom() {
      Alias p = PEOPLE.as("p");
      is(
          update(p).set(p.c(NAME), "x").where(p.c(ID).eq(1)),
          "UPDATE p SET name = ? FROM people AS p WHERE p.id = ?");
      is(
          delete(p).where(p.c(ID).eq(BUYER)),
          "DELETE FROM p FROM people AS p, orders WHERE p.id = orders.person_id");
    }

    @Test
    void limits_standBeforeTheTable() {
      is(
          update(PEOPLE).set(NAME, "x").limit(3).where(ID.gt(1)),
          "UPDATE TOP (?) people SET name = ? WHERE people.id > ?");
      is(delete(PEOPLE).limit(3), "DELETE TOP (?) FROM people");
    }

    @Test
    void commonTables_standBeforeStatementsThatWrite() {
      Cte buyers = select(BUYER).cte("b");
      is(
          delete(PEOPLE).where(ID.in(select(buyers.c(BUYER)))),
          "WITH b AS (SELECT orders.person_id AS person_id FROM orders) DELETE FROM people WHERE"
              + " people.id IN (SELECT b.person_id FROM b)");
    }
  }

  @Nested
  class IdentityInsert {
    private static final String ON = "SET IDENTITY_INSERT people ON; ";
    private static final String OFF = "; SET IDENTITY_INSERT people OFF";

    @Test
    void key_given_isAllowedForTheStatement() {
      is(
          insert(PEOPLE).values(row("id", 1, "name", "a")),
          ON + "INSERT INTO people (id, name) VALUES (?, ?)" + OFF);
      is(
          insert(PEOPLE).values(row("id", 1, "name", "a")).returning(NAME),
          ON + "INSERT INTO people (id, name) OUTPUT inserted.name VALUES (?, ?)" + OFF);
    }

    @Test
    void key_fromAQueryWithACommonTable_isAllowedBeforeBoth() {
      Cte buyers = select(BUYER).cte("b");
      is(
          insert(PEOPLE).fromSelect(List.of("id"), select(buyers.c(BUYER))),
          ON
              + "WITH b AS (SELECT orders.person_id AS person_id FROM orders) INSERT INTO people (id)"
              + " SELECT b.person_id FROM b" + OFF);
    }

    @Test
    void table_ofAnotherDatabase_isNamedInFull() {
      is(
          insert(FAR).values(row("id", 1)),
          "SET IDENTITY_INSERT archive.dbo.items ON; INSERT INTO archive.dbo.items (id) VALUES (?);"
              + " SET IDENTITY_INSERT archive.dbo.items OFF");
    }

    @Test
    void keys_thatAreNoIdentities_areNotSwitched() {
      MetaData metadata = new MetaData();
      Column<String> code = Schema.column("code", SqlTypes.STRING(9)).primaryKey();
      Table texts = Table.of("texts", metadata, code);
      is(insert(texts).values(row("code", "a")), "INSERT INTO texts (code) VALUES (?)");
      Sequence sequence = Sequence.of("counter");
      Column<Long> counted =
          Schema.column("id", SqlTypes.BIGINT).primaryKey().onInsert(ColumnDefault.next(sequence));
      Table others = Table.of("others", metadata, counted);
      is(insert(others).values(row("id", 1L)), "INSERT INTO others (id) VALUES (?)");
    }

    @Test
    void identity_thatIsNoKey_isSwitchedToo() {
      Table table = Table.of(
          "t",
          new MetaData(),
          Schema.column("n", SqlTypes.INTEGER).serverDefault(Identity.byDefault()),
          Schema.column("a", SqlTypes.INTEGER));
      is(
          insert(table).values(row("n", 1)),
          "SET IDENTITY_INSERT t ON; INSERT INTO t (n) VALUES (?); SET IDENTITY_INSERT t OFF");
      is(insert(table).values(row("a", 1)), "INSERT INTO t (a) VALUES (?)");
    }
  }

  @Nested
  class Upserts {
    @Test
    void upsert_isAMergeThatEndsWithASemicolon() {
      is(
          insert(PEOPLE)
              .values(row("name", "a", "age", 3))
              .onConflict(NAME)
              .doUpdate(u -> u.set(AGE, excluded(AGE)).where(AGE.lt(5)))
              .returning(ID),
          "MERGE INTO people WITH (HOLDLOCK) USING (VALUES (?, ?)) AS excluded (name, age) ON"
              + " people.name = excluded.name WHEN MATCHED AND people.age < ? THEN UPDATE SET age ="
              + " excluded.age WHEN NOT MATCHED THEN INSERT (name, age) VALUES (excluded.name,"
              + " excluded.age) OUTPUT inserted.id;");
    }

    @Test
    void upsert_ofAnIdentity_isSwitched() {
      is(
          insert(PEOPLE).values(row("id", 1, "name", "a")).onConflict(ID).doNothing(),
          "SET IDENTITY_INSERT people ON; MERGE INTO people WITH (HOLDLOCK) USING (VALUES (?, ?)) AS"
              + " excluded (id, name) ON people.id = excluded.id WHEN NOT MATCHED THEN INSERT (id, name)"
              + " VALUES (excluded.id, excluded.name); SET IDENTITY_INSERT people OFF");
    }

    @Test
    void upsert_withoutKey_isRefused() {
      assertThatThrownBy(() ->
              Sales.sql(insert(PEOPLE).values(row("name", "a")).onConflict().doNothing()))
          .isInstanceOf(CompileException.class)
          .hasMessageContaining("SQL Server must be told the columns of the unique key");
    }
  }
}
