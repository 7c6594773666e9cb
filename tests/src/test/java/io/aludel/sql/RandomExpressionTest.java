package io.aludel.sql;

import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.sql.RandomExpressions.Sample;
import io.aludel.sql.RandomExpressions.Worth;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What expressions made by chance are worth, to the database and by plain Java. */
@ForEachDatabase
@Parity({"ORM-SQL-11", "ORM-SQL-13", "ORM-SQL-16"})
class RandomExpressionTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 4_711L);
  private static final int COUNT = 250;

  static void store(Connection connection, RandomExpressions made) {
    for (Sample sample : RandomExpressions.SAMPLES) {
      connection.execute(insert(made.table)
          .values(row("id", sample.id(), "a", sample.a(), "b", sample.b())
              .and("txt", sample.text())
              .and("flag", sample.flag())
              .and("doc", sample.doc())));
    }
  }

  @Test
  void expressions_byChance_areWorthWhatJavaSays(Engine engine) {
    RandomExpressions made = new RandomExpressions(SEED);
    made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      store(connection, made);
      for (int i = 0; i < COUNT; i++) {
        Worth<Expression<Integer>, Integer> number = made.number(4);
        assertThat(connection
                .scalars(select(number.expression()).orderBy(made.id).from(made.table))
                .all())
            .as("expression %d of seed %d: %s", i, SEED, number.expression())
            .isEqualTo(expected(number));
      }
    });
  }

  @Test
  void conditions_byChance_areWorthWhatJavaSays(Engine engine) {
    RandomExpressions made = new RandomExpressions(SEED + 1);
    made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      store(connection, made);
      for (int i = 0; i < COUNT; i++) {
        Worth<Condition, Boolean> condition = made.condition(4);
        String shown = "condition " + i + " of seed " + (SEED + 1) + ": " + condition.expression();
        Expression<Integer> worth =
            caseWhen(condition.expression(), 1).when(condition.expression().not(), 0);
        List<Integer> numbers = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        for (Sample sample : RandomExpressions.SAMPLES) {
          Boolean value = condition.value().apply(sample);
          numbers.add(value == null ? null : (Integer) (value ? 1 : 0));
          if (Boolean.TRUE.equals(value)) {
            chosen.add(sample.id());
          }
        }
        assertThat(connection
                .scalars(select(worth).from(made.table).orderBy(made.id))
                .all())
            .as(shown)
            .isEqualTo(numbers);
        assertThat(connection
                .scalars(select(made.id).where(condition.expression()).orderBy(made.id))
                .all())
            .as(shown)
            .isEqualTo(chosen);
      }
    });
  }

  private static List<Integer> expected(Worth<Expression<Integer>, Integer> number) {
    List<Integer> expected = new ArrayList<>();
    for (Sample sample : RandomExpressions.SAMPLES) {
      expected.add(number.value().apply(sample));
    }
    return expected;
  }
}
