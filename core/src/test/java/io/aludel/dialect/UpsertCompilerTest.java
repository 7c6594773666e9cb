package io.aludel.dialect;

import static io.aludel.dialect.Blog.AGE;
import static io.aludel.dialect.Blog.NAME;
import static io.aludel.dialect.Blog.USERS;
import static io.aludel.dialect.Blog.USER_ID;
import static io.aludel.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.sql.Insert;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertCompilerTest {
  private final Insert statement = insert(USERS).values(row("id", 1, "name", "a"));

  @Test
  void doNothing_dialects_haveTheirForms() {
    Spelling.of(statement.onConflict().doNothing())
        .on(
            "sqlite postgresql",
            "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .on(
            "mysql mariadb",
            "INSERT INTO users (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE id = users.id")
        .refusedOn("h2", "H2 must be told the columns of the unique key")
        .check();
    Spelling.of(statement.onConflict(USER_ID).doNothing())
        .on(
            "sqlite postgresql",
            "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO NOTHING")
        .on(
            "h2",
            "MERGE INTO users USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR(50)))) AS excluded"
                + " (id, name) ON users.id = excluded.id WHEN NOT MATCHED THEN INSERT (id, name)"
                + " VALUES (excluded.id, excluded.name)")
        .refusedOn(
            "mysql mariadb", "lacks UPSERT_TARGET. Every unique key counts there: name none.")
        .check();
  }

  @Test
  void doUpdate_columnsAndCondition_areSpelt() {
    Insert upsert = statement
        .onConflict(USER_ID)
        .doUpdate(u -> u.set(NAME, excluded(NAME)).set(AGE, AGE.plus(1)).where(AGE.lt(5)));

    Spelling.of(upsert)
        .on(
            "sqlite postgresql",
            "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name ="
                + " excluded.name, age = (users.age + ?) WHERE users.age < ?")
        .on(
            "h2",
            "MERGE INTO users USING (VALUES (CAST(? AS INTEGER), CAST(? AS VARCHAR(50)))) AS excluded"
                + " (id, name) ON users.id = excluded.id WHEN MATCHED AND users.age < ? THEN UPDATE"
                + " SET name = excluded.name, age = (users.age + ?) WHEN NOT MATCHED THEN INSERT (id,"
                + " name) VALUES (excluded.id, excluded.name)")
        .check();
    Spelling.of(upsert.returning(USER_ID))
        .on(
            "sqlite",
            "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name ="
                + " excluded.name, age = (users.age + ?) WHERE users.age < ? RETURNING id")
        .check();
  }

  @Test
  void doUpdate_withoutTarget_isThatOfMysql() {
    Spelling.of(
            statement.onConflict().doUpdate(u -> u.set(NAME, excluded(NAME)).set(AGE, AGE.plus(1))))
        .on(
            "mysql mariadb",
            "INSERT INTO users (id, name) VALUES (?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name),"
                + " age = (users.age + ?)")
        .check();
    Spelling.of(statement.onConflict().doUpdate(u -> u.set(NAME, "x").where(AGE.gt(1))))
        .refusedOn("mysql mariadb", "lacks UPSERT_CONDITION")
        .check();
  }

  @Test
  void target_partialIndexOrConstraint_isNamed() {
    Spelling.of(statement.onConflict(NAME).where(AGE.gt(3)).doUpdate(u -> u.set(NAME, "x")))
        .on(
            "sqlite postgresql",
            "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT (name) WHERE age > ? DO UPDATE"
                + " SET name = ?")
        .refusedOn("h2", "and nothing else about it")
        .check();
    Spelling.of(statement.onConstraint("uq X").doUpdate(u -> u.set(NAME, excluded(NAME))))
        .on(
            "postgresql",
            "INSERT INTO users (id, name) VALUES (?, ?) ON CONFLICT ON CONSTRAINT \"uq X\" DO UPDATE"
                + " SET name = excluded.name")
        .check();
  }

  @Test
  void fromSelect_andSeveralRows_mayConflict() {
    Spelling.of(insert(USERS)
            .fromSelect(List.of("id", "name"), select(USER_ID.plus(1), NAME).where(AGE.gt(1)))
            .onConflict(USER_ID)
            .doNothing())
        .on(
            "postgresql",
            "INSERT INTO users (id, name) SELECT users.id + ? AS anon_1, users.name FROM users WHERE"
                + " users.age > ? ON CONFLICT (id) DO NOTHING")
        .check();
    Spelling.of(
            insert(USERS).values(row("id", 1), row("id", 2)).onConflict(USER_ID).doNothing())
        .on("postgresql", "INSERT INTO users (id) VALUES (?), (?) ON CONFLICT (id) DO NOTHING")
        .check();
  }

  @Test
  void doUpdate_thatSetsNothing_isRefused() {
    assertThatThrownBy(() -> statement.onConflict(USER_ID).doUpdate(u -> u))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("nothing is set");
    assertThatThrownBy(() -> statement.onConflict(USER_ID).doUpdate(null))
        .isInstanceOf(ArgumentException.class);
  }
}
