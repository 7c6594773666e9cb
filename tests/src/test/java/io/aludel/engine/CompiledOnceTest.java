package io.aludel.engine;

import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.update;
import static io.aludel.testing.Expectations.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.fixture.Shop;
import io.aludel.fixture.ShopData;
import io.aludel.sql.Alias;
import io.aludel.sql.RowStatement;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.StatementRecorder;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ForEachDatabase
@Parity("ORM-SQL-34")
class CompiledOnceTest {
  private final Shop shop = new Shop();

  @BeforeEach
  void create(Engine engine, StatementRecorder recorder) {
    ShopData.create(engine, shop);
    recorder.clear();
  }

  /** How many statements are compiled by running the same shape with three different values. */
  private static long compilations(Engine engine, IntFunction<RowStatement<?>> shape) {
    return engine.fromTransaction(connection -> {
      long before = engine.statistics().cache().compilations();
      for (int value = 1; value <= 3; value++) {
        connection.execute(shape.apply(value)).all();
      }
      return engine.statistics().cache().compilations() - before;
    });
  }

  @Test
  void select_otherValues_isCompiledOnce(Engine engine) {
    assertThat(
            compilations(engine, value -> select(shop.users.name).where(shop.users.id.eq(value))))
        .isEqualTo(1);
  }

  @Test
  void select_otherValues_findsOtherRows(Engine engine) {
    engine.inTransaction(connection -> {
      for (int key = 1; key <= 2; key++) {
        assertThat(connection.scalar(select(shop.users.name).where(shop.users.id.eq(key))))
            .isEqualTo(key == 1 ? "ann" : "bea");
      }
    });
  }

  @Test
  void select_newAliases_isCompiledOnce(Engine engine) {
    assertThat(compilations(engine, value -> {
          Alias other = shop.users.table.alias();
          return select(other.c(shop.users.name)).where(other.c(shop.users.id).eq(value));
        }))
        .isEqualTo(1);
  }

  @Test
  void select_subqueriesAndCase_isCompiledOnce(Engine engine) {
    assertThat(compilations(engine, value -> {
          Alias some = select(shop.orders.userId, func.count().as("n"))
              .where(shop.orders.id.gt(value))
              .groupBy(shop.orders.userId)
              .subquery();
          return select(some.c("n")).from(some).limit(10);
        }))
        .isEqualTo(1);
  }

  @Test
  void select_otherShape_isCompiledAnew(Engine engine) {
    assertThat(compilations(
            engine,
            value -> value == 2
                ? select(shop.users.name).where(shop.users.age.eq(value))
                : select(shop.users.name).where(shop.users.id.eq(value))))
        .isEqualTo(2);
  }

  @Test
  void select_nullAndValue_areDifferentShapes(Engine engine) {
    assertThat(compilations(
            engine,
            value -> select(shop.users.name)
                .where(shop.users.age.eq(value == 1 ? null : (Integer) value))))
        .isEqualTo(2);
  }

  @Test
  void limit_otherNumbers_isCompiledOnce(Engine engine) {
    assertThat(compilations(
            engine, value -> select(shop.users.id).orderBy(shop.users.id).limit(value)))
        .isEqualTo(1);
  }

  @Test
  void insertAndUpdate_otherValues_areCompiledOnce(Engine engine) {
    engine.inTransaction(connection -> {
      long before = engine.statistics().cache().compilations();
      for (int key = 10; key < 13; key++) {
        connection.execute(insert(shop.keywords.table).values(row("id", key, "name", "k" + key)));
        connection.execute(update(shop.keywords.table)
            .set(shop.keywords.name, "x" + key)
            .where(shop.keywords.id.eq(key)));
      }
      assertThat(engine.statistics().cache().compilations() - before).isEqualTo(2);
    });
  }

  @Test
  void values_inStatements_areBoundNeverWritten(Engine engine, StatementRecorder recorder) {
    String hostile = "x'); DROP TABLE users; --";
    engine.inTransaction(connection -> {
      connection.execute(insert(shop.keywords.table).values(row("id", 9, "name", hostile)));
      assertThat(
              connection.scalar(select(shop.keywords.name).where(shop.keywords.name.eq(hostile))))
          .isEqualTo(hostile);
    });

    recorder.assertStatements(
        sql("INSERT INTO keywords (id, name) VALUES (?, ?)", 9, hostile),
        sql("SELECT keywords.name FROM keywords WHERE keywords.name = ?", hostile));
  }

  @Test
  @Parity("ORM-SQL-30")
  void text_namedParameters_areBoundAndColonsKept(Engine engine) {
    engine.inTransaction(connection -> {
      List<Object> names = connection
          .execute(
              text("SELECT name FROM users WHERE id = :key OR (id = :key + 1 AND name <> ':key')"
                      + " ORDER BY id")
                  .bind("key", 1))
          .scalars()
          .all();

      assertThat(names).containsExactly("ann", "bea");
    });
  }

  @Test
  @Parity({"ORM-SQL-30", "ORM-SQL-41"})
  void text_withColumns_readsTheirTypes(Engine engine) {
    engine.inTransaction(connection -> {
      var statement = text("SELECT id, is_open FROM orders ORDER BY id")
          .columns(shop.orders.id, shop.orders.open);

      assertThat(connection.execute(statement).first().get(shop.orders.open)).isEqualTo(true);
    });
  }
}
