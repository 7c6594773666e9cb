package io.aludel.dialect;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.Shop;
import io.aludel.sql.Alias;
import io.aludel.sql.Call;
import io.aludel.sql.NewRow;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import org.junit.jupiter.api.Test;

/** What only some databases say of rows: one of each group, some of them, tables made by functions. */
class StatementExtensionsTest {
  private static final String ALL_BUT_POSTGRESQL = "sqlite h2 mysql mariadb";

  private final Shop.Users users = new Shop().users;

  @Test
  @Parity("ORM-SQL-42")
  void distinct_keywordAndGroupOfALabel_areSpelledEverywhere() {
    DialectSpelling.of(select(users.age.as("years")).distinct().groupBy(named("years")))
        .is("SELECT DISTINCT users.age AS years FROM users GROUP BY years")
        .check();
  }

  @Test
  @Parity("ORM-SQL-42")
  void limit_ofWrites_isSpelledWhereItExists() {
    DialectSpelling.of(delete(users.table).limit(5))
        .on("mysql mariadb", "DELETE FROM users LIMIT ?")
        .refusedOn("sqlite h2 postgresql", "LIMIT")
        .check();
    DialectSpelling.of(
            update(users.table).set(users.age, 1).where(users.id.gt(2)).limit(5))
        .on("mysql mariadb", "UPDATE users SET age = ? WHERE users.id > ? LIMIT ?")
        .refusedOn("sqlite h2 postgresql", "LIMIT")
        .check();
    assertThatThrownBy(() -> update(users.table).set(users.age, 1).limit(-1))
        .isInstanceOf(ArgumentException.class);
  }

  @Test
  @Parity("ORM-SQL-42")
  void distinctOn_ofColumns_isSpelledOrRefusedByName() {
    assertThat(DialectSpelling.sql("postgresql", select(users.id).distinctOn(users.age, users.id)))
        .isEqualTo("SELECT DISTINCT ON (users.age, users.id) users.id FROM users");
    DialectSpelling.of(select(users.id).distinctOn(users.age))
        .refusedOn("sqlite mysql mariadb", "DISTINCT ON")
        .check();
  }

  @Test
  @Parity("ORM-SQL-31")
  void prefixesAndSuffixes_ofEveryStatement_areWritten() {
    NewRow ann = row("id", 1, "name", "Ann");
    DialectSpelling.of(insert(users.table).values(ann).prefix("/* a */").suffix("/* z */"))
        .is("INSERT /* a */ INTO users (id, name) VALUES (?, ?) /* z */")
        .check();
    DialectSpelling.of(insert(users.table).prefix("/* a */").suffix("/* z */"))
        .is("INSERT /* a */ INTO users DEFAULT VALUES /* z */")
        .on("mysql mariadb", "INSERT /* a */ INTO users () VALUES () /* z */")
        .check();
    DialectSpelling.of(insert(users.table)
            .values(ann)
            .onConflict(users.id)
            .doNothing()
            .prefix("/* a */")
            .suffix("/* z */"))
        .on(
            "sqlite postgresql",
            "INSERT /* a */ INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING /* z */")
        .on(
            "h2",
            "MERGE /* a */ INTO users USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR(30)))) AS"
                + " excluded (id, name) ON users.id = excluded.id WHEN NOT MATCHED THEN INSERT"
                + " (id, name) VALUES (excluded.id,"
                + " excluded.name) /* z */")
        .check();
    DialectSpelling.of(update(users.table).set(users.age, 1).prefix("/* a */").suffix("/* z */"))
        .is("UPDATE /* a */ users SET age = ? /* z */")
        .check();
    DialectSpelling.of(delete(users.table).prefix("/* a */").suffix("/* z */"))
        .is("DELETE /* a */ FROM users /* z */")
        .check();
    DialectSpelling.of(select(users.id).prefix("/* a */").suffix("/* z */"))
        .is("SELECT /* a */ users.id FROM users /* z */")
        .check();
    var union = select(users.id).unionAll(select(users.age));
    DialectSpelling.of(union.suffix("/* z */"))
        .is("SELECT users.id FROM users UNION ALL SELECT users.age FROM users /* z */")
        .check();
    DialectSpelling.of(union.prefix("/* a */"))
        .refusedOn(
            "sqlite h2 postgresql mysql mariadb",
            "Cannot compile the prefix '/* a */' of a UNION ALL: it has no first word of its own.")
        .check();
  }

  @Test
  @Parity("ORM-SQL-19")
  void tablesOfFunctions_onPostgresql_areSpelledInEachWay() {
    Call.Any<Integer> call = func.call("f", SqlTypes.INTEGER, users.id);
    Alias numbered =
        call.asNumberedTable("s", named("n", SqlTypes.INTEGER), named("place", SqlTypes.BIGINT));
    Alias typed = call.asTypedTable("s", named("n", SqlTypes.INTEGER));

    assertThat(
            DialectSpelling.sql("postgresql", select(numbered.<Long>c("place")).from(numbered)))
        .isEqualTo("SELECT s.place FROM f(users.id) WITH ORDINALITY AS s(n, place)");
    assertThat(DialectSpelling.sql("postgresql", select(typed.<Integer>c("n")).from(typed)))
        .isEqualTo("SELECT s.n FROM f(users.id) AS s(n INTEGER)");
    assertThat(DialectSpelling.sql("postgresql", select(call.field("n", SqlTypes.INTEGER))))
        .startsWith("SELECT (f(users.id)).n");
    assertThat(DialectSpelling.sql("postgresql", select(call.asColumn("x"))))
        .isEqualTo("SELECT x FROM f(users.id) AS x");
    assertThatThrownBy(() -> numbered.c("absent")).hasMessageContaining("absent");
    DialectSpelling.of(select(numbered.<Long>c("place")))
        .refusedOn(ALL_BUT_POSTGRESQL.replace("h2 ", ""), "ORDINALITY")
        .check();
  }
}
