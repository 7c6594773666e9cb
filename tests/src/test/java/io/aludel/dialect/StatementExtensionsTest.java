package io.aludel.dialect;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.fixture.Shop;
import io.aludel.sql.Alias;
import io.aludel.sql.Call;
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
