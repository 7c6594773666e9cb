package io.aludel.orm.hybrid;

import static io.aludel.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.attribute.HybridAttribute;
import io.aludel.orm.mapping.Registry;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.TestDatabase;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows made by chance: what a hybrid is worth on the object, its SQL is worth in the row. */
@ForEachDatabase
@Parity("ORM-MAP-25")
class HybridAgreementTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 20_241L);

  private Session session;
  private List<Sample> samples;

  @BeforeEach
  void fillTable(TestDatabase database) {
    Registry registry = Registry.of(Sample.class);
    registry.metadata().createAll(database.engine());
    SessionFactory sessions = SessionFactory.of(database.engine(), registry);
    boolean ascii = !database.has(Capability.CASE_BEYOND_ASCII);
    samples = new RandomSamples(SEED, ascii).make(60);
    sessions.inTransaction(filling -> filling.addAll(samples));
    session = sessions.open();
    samples = session.scalars(select(Sample.class).orderBy(Sample_.id)).all();
  }

  @AfterEach
  void closeSession() {
    session.close();
  }

  @Test
  void everyHybrid_isWorthTheSameOnBothSides() throws ReflectiveOperationException {
    Map<String, String> disagreements = new TreeMap<>();
    for (Field field : Sample_.class.getFields()) {
      if (HybridAttribute.class.isAssignableFrom(field.getType())) {
        HybridAttribute<?, ?> hybrid = (HybridAttribute<?, ?>) field.get(null);
        Method method = method(hybrid.name());
        disagree(disagreements, hybrid.name(), hybrid, sample -> method.invoke(sample));
      }
    }
    assertThat(disagreements).as("seed %d", SEED).isEmpty();
  }

  @Test
  void hybridsWithParameters_areWorthTheSameOnBothSides() {
    Map<String, String> disagreements = new TreeMap<>();
    for (Integer number : new Integer[] {0, 2, 5, null}) {
      disagree(
          disagreements,
          "between 1 and " + number,
          Sample_.between(1, number),
          sample -> sample.between(1, number));
    }
    for (String word : new @Nullable String[] {"Hello", "", null}) {
      disagree(
          disagreements,
          "greeting " + word,
          Sample_.greeting(word),
          sample -> sample.greeting(word));
    }
    disagree(
        disagreements,
        "more than bound",
        Sample_.more(Sample_.bound),
        sample -> sample.more(sample.bound));
    LocalDate day = samples.get(0).born;
    disagree(disagreements, "born on", Sample_.bornOn(day), sample -> sample.bornOn(day));
    assertThat(disagreements).as("seed %d", SEED).isEmpty();
  }

  @Test
  void conditions_chooseTheRowsForWhichJavaSaysTrue() {
    agree(Sample_.starts, Sample::starts);
    agree(Sample_.notSame, Sample::notSame);
    agree(Sample_.notSame.not(), sample -> !sample.notSame());
    agree(Sample_.notAb, Sample::isNotAb);
    agree(Sample_.decided, Sample::decided);
    agree(Sample_.safelyByBound, Sample::safelyByBound);
    agree(Sample_.safelyByBound.not(), sample -> !sample.safelyByBound());
    agree(Sample_.wasNotNew, Sample::wasNotNew);
    agree(Sample_.grade.eq("some"), sample -> sample.grade().equals("some"));
  }

  private void agree(Condition condition, Predicate<Sample> test) {
    List<Integer> chosen =
        session.scalars(select(Sample_.id).where(condition).orderBy(Sample_.id)).all();
    assertThat(chosen)
        .as("%s, seed %d", condition, SEED)
        .isEqualTo(samples.stream().filter(test).map(sample -> sample.id).toList());
  }

  /** What a hybrid gives for an object, where it gives anything. */
  private interface Side {
    @Nullable Object of(Sample sample) throws ReflectiveOperationException;
  }

  private void disagree(
      Map<String, String> disagreements, String name, Expression<?> hybrid, Side side) {
    List<Row> rows = new ArrayList<>();
    try {
      rows.addAll(
          session.execute(select(Sample_.id, hybrid).orderBy(Sample_.id)).all());
    } catch (RuntimeException e) {
      disagreements.put(name, e.getMessage());
      session.rollback();
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      Object java;
      try {
        java = side.of(samples.get(i));
      } catch (InvocationTargetException | RuntimeException e) {
        continue; // Java has no answer.
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
      Object sql = rows.get(i).get(1);
      if (!isSame(java, sql)) {
        disagreements.putIfAbsent(
            name, "Java " + java + ", SQL " + sql + " of " + RandomSamples.show(samples.get(i)));
      }
    }
  }

  private static boolean isSame(@Nullable Object java, @Nullable Object sql) {
    if (java instanceof BigDecimal one && sql instanceof BigDecimal other) {
      return one.compareTo(other) == 0;
    }
    return java == null ? sql == null : java.equals(sql);
  }

  private static Method method(String name) {
    for (Method method : Sample.class.getDeclaredMethods()) {
      boolean named = method.getName().equals(name)
          || method.getName().equalsIgnoreCase("is" + name)
          || (name.equals("summary") && method.getName().equals("sumUp"));
      if (named && method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new AssertionError(name);
  }
}
